package org.ipsecworkbench.commandline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IkeTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a01_clear_office",
                "b01_ikev1_psk_transport",
                "c01_ikev1_psk_mismatch",
                "e01_ikev2_responder_cert_expired",
                "h04_udp500_filtered_fallback_clear",
                "q04_ikev2_ipfrag",
                "t05_ike_scan_sweep"
            })
    void theTextIsTheOneThatWasReadAndFoundRight(String capture) throws IOException {
        String text = Run.of("ike", Run.lab(capture).toString()).out();
        Goldens.check("ike/" + capture, text);
        assertTrue(text.indexOf('\u001b') < 0, "no colours where there is no terminal");
    }
}
