package org.ipsecworkbench.hostconnection.known;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the file of known hosts holds is read, and what is written is read again the same. */
class KnownHostsFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.of("version = 2\n[a]\naddress = winrm://a\ntags = b, c\nnote = d\nnew = e\n[f]\n", "")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyText(byte[] bytes) {
        KnownHosts once = KnownHostsText.parse(new String(bytes, StandardCharsets.UTF_8));
        KnownHosts again = KnownHostsText.parse(KnownHostsText.format(once));
        assertEquals(once.hosts(), again.hosts());
        assertEquals(once.head(), again.head());
        assertEquals(once.damaged(), again.damaged());
    }
}
