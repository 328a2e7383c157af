package org.ipsecworkbench.capture.fuzz;

import static org.ipsecworkbench.capture.testing.Packets.ESP;
import static org.ipsecworkbench.capture.testing.Packets.IPV4;
import static org.ipsecworkbench.capture.testing.Packets.bytes;
import static org.ipsecworkbench.capture.testing.Packets.esp;
import static org.ipsecworkbench.capture.testing.Packets.ethernet;
import static org.ipsecworkbench.capture.testing.Packets.ipv4;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteOrder;
import java.util.stream.Stream;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.testing.PcapngFile;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes, beginning from files with every sort of block in both byte orders. */
class PcapngFuzzTest {

    static Stream<byte[]> seeds() {
        byte[] packet = ipv4(ESP, "10.0.0.1", "10.0.0.2", esp(0xc0ffee01, 1, bytes(24)));
        return Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN).map(order -> {
            PcapngFile file = new PcapngFile().section(order);
            return file.link(1, 0, file.resolution(9), file.offset(-3600), file.option(0, bytes(0)))
                    .link(101, 96, file.option(2, new byte[] {'e', 't', 'h', '0'}), file.resolution(0x94))
                    .packet(0, 1_795_445_510_932_534_000L, ethernet(IPV4, packet))
                    .packet(1, 1L << 40, packet)
                    .obsoletePacket(1, 1L << 41, packet)
                    .simplePacket(60, ethernet(IPV4, packet))
                    .block(0x0bad, bytes(12))
                    .block(5, bytes(12))
                    .section(order)
                    .bytes();
        });
    }

    @MethodSource("seeds")
    @FuzzTest
    void everyFileIsReadOrRefused(byte[] file) {
        Fuzzed.capture(file, CaptureLimits.DEFAULT);
    }
}
