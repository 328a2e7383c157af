package org.ipsecworkbench.capture.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.ipsecworkbench.capture.AddressMap;
import org.ipsecworkbench.capture.redact.Noise;
import org.ipsecworkbench.capture.redact.PacketRedactor;
import org.junit.jupiter.params.provider.MethodSource;

/** Packets of every link layer, which the first byte chooses, are redacted in bounds and always the same way. */
class RedactionFuzzTest {
    private static final AddressMap ONES = new AddressMap() {
        @Override
        public byte[] ip(byte[] address) {
            byte[] other = new byte[address.length];
            Arrays.fill(other, (byte) 1);
            return other;
        }

        @Override
        public byte[] adapter(byte[] address) {
            return ip(address);
        }
    };

    static Stream<byte[]> seeds() {
        return FrameFuzzTest.seeds();
    }

    @MethodSource("seeds")
    @FuzzTest
    void whatIsKeptLiesInThePacket(byte[] input) {
        if (input.length == 0) {
            return;
        }
        int linkType = FrameFuzzTest.linkType(input);
        byte[] packet = Arrays.copyOfRange(input, 1, input.length);
        byte[] again = packet.clone();
        PacketRedactor redactor = new PacketRedactor(ONES, new Noise(new byte[16]));
        int kept = redactor.redact(packet, linkType);
        assertTrue(kept >= 0 && kept <= packet.length, () -> kept + " of " + packet.length);
        assertEquals(kept, redactor.redact(again, linkType));
        assertTrue(Arrays.equals(packet, again));
    }
}
