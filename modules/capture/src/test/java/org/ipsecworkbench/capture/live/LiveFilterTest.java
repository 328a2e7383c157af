package org.ipsecworkbench.capture.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveFilterTest {
    @ParameterizedTest
    @CsvSource({
        "'', 1, ''",
        "esp or udp port 500 or udp port 4500, 1, ''",
        "ip proto 50, 101, ''",
        "ether host 00:11:22:33:44:55, -1, ''",
        "ether host 00:11:22:33:44:55, 101, addresses supported only on",
        "udp port, 1, can't parse filter expression: syntax error",
        "port 70000, 1, illegal port number 70000 > 65535",
        "wlan type mgt, 1, 802.11 link-layer types supported only on 802.11"
    })
    void aMistakeIsToldInLibpcapsWords(String filter, int linkType, String mistake) throws Exception {
        String found;
        try {
            found = LiveFilter.mistake(filter, linkType);
        } catch (LiveCaptureException e) {
            assumeTrue(false, e.getMessage());
            return;
        }
        assertEquals(mistake.isEmpty(), found.isEmpty(), found);
        assertTrue(found.contains(mistake), found);
    }
}
