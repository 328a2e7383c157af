package org.ipsecworkbench.capture.testing;

import static org.ipsecworkbench.capture.testing.Packets.ESP;
import static org.ipsecworkbench.capture.testing.Packets.IPV4;
import static org.ipsecworkbench.capture.testing.Packets.TCP;
import static org.ipsecworkbench.capture.testing.Packets.UDP;
import static org.ipsecworkbench.capture.testing.Packets.bytes;
import static org.ipsecworkbench.capture.testing.Packets.esp;
import static org.ipsecworkbench.capture.testing.Packets.ethernet;
import static org.ipsecworkbench.capture.testing.Packets.ipv4;
import static org.ipsecworkbench.capture.testing.Packets.ipv4Fragment;
import static org.ipsecworkbench.capture.testing.Packets.isakmp;
import static org.ipsecworkbench.capture.testing.Packets.join;
import static org.ipsecworkbench.capture.testing.Packets.noise;
import static org.ipsecworkbench.capture.testing.Packets.tcp;
import static org.ipsecworkbench.capture.testing.Packets.udp;

import java.util.Random;

/** ESP, IKE, fragments in and out of order, clear traffic, several pairs, times that jump; about 350 bytes per packet. */
public final class MixedCapture {
    /** Time of the first packet in nanoseconds since 1970. */
    public static final long START = 1_795_445_510_000_000_000L;

    private MixedCapture() {}

    /** The same at each call. */
    public static PcapFile of(int packets) {
        Random random = new Random(20261123);
        PcapFile file = PcapFile.of(PcapFile.ETHERNET);
        byte[] last = new byte[0];
        for (int i = 0; i < packets; i++) {
            if (i % 8 == 1) {
                // Once more, as a mirror port sends it.
                file.packet(START + i * 1_000_000L - 999_000L, last);
                continue;
            }
            int host = random.nextInt(40);
            String from = "10.0." + host + ".1";
            String to = "10.0." + host + ".2";
            byte[] packet = switch (random.nextInt(8)) {
                case 0, 1, 2 -> ipv4(ESP, from, to, esp(1000 + host, i, noise(4 * random.nextInt(10, 180), random)));
                case 3 -> ipv4(ESP, to, from, esp(2000 + host, i, noise(16 * random.nextInt(2, 40), random)));
                case 4 -> ipv4(TCP, from, to, tcp(1024, 445, bytes(random.nextInt(1000))));
                case 5 -> ipv4(UDP, from, to, udp(500, 500, isakmp(0x20, 34)));
                case 6 -> ipv4Fragment(UDP, to, from, i / 16, 1480, false, bytes(100));
                default ->
                    ipv4Fragment(UDP, to, from, i / 16, 0, true, udp(500, 500, join(isakmp(0x10, 2), bytes(200))));
            };
            long time = START + i * 1_000_000L + (random.nextInt(100) == 0 ? random.nextInt() * 1000L : 0);
            last = ethernet(IPV4, packet);
            file.packet(time, last);
        }
        return file;
    }
}
