package org.ipsecworkbench.capture;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text in the filter field, with the caret anywhere, which the first byte says in parts of 256. */
class PacketFilterFuzzTest {

    static Stream<byte[]> texts() {
        return Stream.of(
                        "esp and not udp",
                        "ip.addr == 10.1.0.0/16 and (tcp.port in {445, 5985..5986} or icmp.type == 3)",
                        "!(esp.spi == 0xc1a2b3c4 && esp.sequence < 100) || isakmp",
                        "pair == 10.0.0.1,10.0.0.2 and protection == clear",
                        "class == esp-udp or class === \"ah+esp\" or eth.addr ne 00:15:5d:00:00:01",
                        "frame.time_relative >= 10 and frame.time_relative < 12.5 and ipv6.addr == fe80::/10",
                        "ip.proto not in {1, 6..17}")
                .map(text -> ("\u007f" + text).getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("texts")
    @FuzzTest
    void everyTextHasAnAnswer(byte[] input) {
        if (input.length > 0) {
            String text = new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
            PacketFilterTest.check(text, (input[0] & 0xff) * text.length() / 255);
        }
    }
}
