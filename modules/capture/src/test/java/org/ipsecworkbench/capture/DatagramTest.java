package org.ipsecworkbench.capture;

import static org.ipsecworkbench.capture.testing.Packets.ethernet;
import static org.ipsecworkbench.capture.testing.Packets.fragment;
import static org.ipsecworkbench.capture.testing.Packets.ipv4;
import static org.ipsecworkbench.capture.testing.Packets.ipv4Fragment;
import static org.ipsecworkbench.capture.testing.Packets.ipv6;
import static org.ipsecworkbench.capture.testing.Packets.isakmp;
import static org.ipsecworkbench.capture.testing.Packets.join;
import static org.ipsecworkbench.capture.testing.Packets.noise;
import static org.ipsecworkbench.capture.testing.Packets.udp;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.ipsecworkbench.capture.testing.LabCaptures;
import org.ipsecworkbench.capture.testing.Packets;
import org.ipsecworkbench.capture.testing.PcapFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatagramTest {
    private static final String A = "10.0.0.1";
    private static final String B = "10.0.0.2";

    @TempDir
    Path folder;

    private final byte[] payload = join(isakmp(0x20, 35), noise(3000, new Random(1)));
    private final byte[] whole = udp(500, 500, payload);

    private byte[] piece(int datagram, int from, int to) {
        return ethernet(
                Packets.IPV4,
                ipv4Fragment(
                        Packets.UDP, A, B, datagram, from, to < whole.length, Arrays.copyOfRange(whole, from, to)));
    }

    private static List<Datagram> ike(Path file) throws IOException {
        return datagrams(file, "class in {ikev1, ikev2}");
    }

    private static List<Datagram> datagrams(Path file, String text) throws IOException {
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            PacketFilter filter = ((PacketFilter.Valid) PacketFilter.parse(text)).filter();
            List<Datagram> all = new ArrayList<>();
            capture.datagrams(capture.select(filter, ScanMonitor.NONE), ScanMonitor.NONE, all::add);
            return all;
        }
    }

    private static byte[] bytes(Datagram datagram) {
        byte[] bytes = new byte[datagram.payload().remaining()];
        datagram.payload().duplicate().get(bytes);
        return bytes;
    }

    @Test
    void aPacketIsADatagram() throws IOException {
        Path file = PcapFile.of(PcapFile.ETHERNET)
                .packet(1_000_000_000L, ethernet(Packets.IPV4, ipv4(Packets.UDP, A, B, udp(500, 4711, payload))))
                .write(folder.resolve("one.pcap"));
        Datagram one = ike(file).get(0);
        assertEquals(
                A + ":500 " + B + ":4711",
                one.source() + ":" + one.sourcePort() + " " + one.destination() + ":" + one.destinationPort());
        assertArrayEquals(payload, bytes(one));
        assertTrue(one.isComplete());
        assertEquals(TrafficClass.IKEV2, one.trafficClass());
    }

    @Test
    void fragmentsInAnyOrderAreOneDatagram() throws IOException {
        Path file = PcapFile.of(PcapFile.ETHERNET)
                .packet(1, piece(7, 2960, whole.length))
                .packet(2, piece(7, 0, 1480))
                .packet(3, piece(7, 1480, 2960))
                .write(folder.resolve("order.pcap"));
        List<Datagram> all = ike(file);
        assertEquals(1, all.size());
        assertArrayEquals(payload, bytes(all.get(0)));
        assertEquals(List.of(0L, 1L, 2L), all.get(0).packets());
        assertEquals(2, all.get(0).packet());
    }

    @Test
    void fragmentsOfIpv6AreToo() throws IOException {
        byte[] first = fragment(Packets.UDP, 9, 0, true, Arrays.copyOfRange(whole, 0, 1480));
        byte[] last = fragment(Packets.UDP, 9, 1480, false, Arrays.copyOfRange(whole, 1480, whole.length));
        Path file = PcapFile.of(PcapFile.ETHERNET)
                .packet(1, ethernet(Packets.IPV6, ipv6(Packets.FRAGMENT, "fd00::1", "fd00::2", first)))
                .packet(2, ethernet(Packets.IPV6, ipv6(Packets.FRAGMENT, "fd00::1", "fd00::2", last)))
                .write(folder.resolve("six.pcap"));
        assertArrayEquals(payload, bytes(ike(file).get(0)));
    }

    @Test
    void aMissingFragmentLeavesTheBeginning() throws IOException {
        Path file = PcapFile.of(PcapFile.ETHERNET)
                .packet(1, piece(7, 0, 1480))
                .packet(2, piece(7, 2960, whole.length))
                .write(folder.resolve("missing.pcap"));
        Datagram one = ike(file).get(0);
        assertFalse(one.isComplete());
        assertEquals(payload.length, one.length());
        assertArrayEquals(Arrays.copyOf(payload, 1472), bytes(one));
    }

    @Test
    void whatWasCutIsNotComplete() throws IOException {
        Path file = PcapFile.of(PcapFile.ETHERNET)
                .cutPacket(1, ethernet(Packets.IPV4, ipv4(Packets.UDP, A, B, whole)), 96)
                .write(folder.resolve("cut.pcap"));
        Datagram one = ike(file).get(0);
        assertFalse(one.isComplete());
        assertEquals(96 - 42, one.payload().remaining());
    }

    @Test
    void whatAnErrorQuotesIsMarked() throws IOException {
        byte[] unreachable = join(new byte[] {3, 3, 0, 0, 0, 0, 0, 0}, ipv4(Packets.UDP, A, B, whole));
        Path file = PcapFile.of(PcapFile.ETHERNET)
                .packet(1, ethernet(Packets.IPV4, ipv4(Packets.ICMP, B, A, Packets.cut(unreachable, 548))))
                .packet(2, ethernet(Packets.IPV4, ipv4(Packets.ICMP, B, A, Packets.echo(Packets.bytes(56)))))
                .write(folder.resolve("quote.pcap"));
        List<Datagram> all = datagrams(file, "icmp");
        assertEquals(1, all.size());
        Datagram one = all.get(0);
        assertEquals(A + " to " + B, one.source() + " to " + one.destination());
        assertEquals(new Datagram.Quote(B, false, 3, 3), one.quote());
        assertEquals(548 - 8 - 20 - 8, one.payload().remaining());
        assertFalse(one.isComplete());
    }

    @Test
    void overlappingAndRepeatedFragmentsDoNoHarm() throws IOException {
        PcapFile file = PcapFile.of(PcapFile.ETHERNET).packet(1, piece(7, 0, 1480));
        for (int i = 0; i < 20; i++) {
            file.packet(2 + i, piece(7, 8 * i, 1480 + 8 * i));
        }
        file.packet(30, piece(7, 1480, whole.length));
        List<Datagram> all = ike(file.write(folder.resolve("overlap.pcap")));
        assertEquals(1, all.size());
        assertArrayEquals(payload, bytes(all.get(0)));
    }

    @Test
    void theLabCaptureWithFragmentsIsPutTogether() throws IOException {
        List<Datagram> all = ike(LabCaptures.get("q04_ikev2_ipfrag"));
        assertTrue(all.stream().allMatch(Datagram::isComplete));
        assertTrue(all.stream().anyMatch(one -> one.packets().size() > 1));
    }

    /** More packets than threads take at once; every seventh datagram's second fragment comes some hundred packets late. */
    private Path many() throws IOException {
        PcapFile file = PcapFile.of(PcapFile.ETHERNET);
        int time = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] numbered = numbered(i);
            if (i % 7 == 0) {
                file.packet(++time, fragmentOf(numbered, i, 0, 48));
            } else {
                file.packet(++time, ethernet(Packets.IPV4, ipv4(Packets.UDP, A, B, numbered)));
            }
            if (i >= 600 && i % 7 == 3) {
                int late = i - 598;
                byte[] other = numbered(late);
                file.packet(++time, fragmentOf(other, late, 48, other.length));
            }
        }
        return file.write(folder.resolve("many.pcap"));
    }

    private static byte[] numbered(int number) {
        byte[] rest = ByteBuffer.allocate(40).putInt(number).array();
        return udp(500, 500, join(isakmp(0x20, 35), rest));
    }

    private static byte[] fragmentOf(byte[] whole, int datagram, int from, int to) {
        return ethernet(
                Packets.IPV4,
                ipv4Fragment(
                        Packets.UDP, A, B, datagram, from, to < whole.length, Arrays.copyOfRange(whole, from, to)));
    }

    private static int number(Datagram datagram) {
        return datagram.payload().getInt(28);
    }

    @Test
    void theOrderIsThatOfTheCaptureWhateverTheThreadsDo() throws IOException {
        List<Datagram> all = ike(many());
        List<Datagram> whole = all.stream().filter(Datagram::isComplete).toList();
        List<Long> packets = whole.stream().map(Datagram::packet).toList();
        assertTrue(packets.stream().sorted().toList().equals(packets), "out of order");
        assertEquals(3000 - 86, whole.size());
        assertEquals(
                whole.size(),
                whole.stream().map(DatagramTest::number).distinct().count());
        assertEquals(86, all.size() - whole.size(), "without their second fragment");
        assertTrue(whole.equals(all.subList(0, whole.size())), "these come when nothing more is waited for");
        for (int i = 0; i < 5; i++) {
            assertTrue(all.equals(ike(folder.resolve("many.pcap"))), "another result");
        }
    }

    @Test
    void whatIsMadeOnAllCoresComesInTheSameOrder() throws IOException {
        List<Integer> want = ike(many()).stream().map(DatagramTest::number).toList();
        try (Capture capture = Capture.open(folder.resolve("many.pcap"), CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            PacketSelection all = PacketSelection.all(capture.packets());
            Set<Thread> consumers = new HashSet<>();
            List<Integer> got = new ArrayList<>();
            capture.<Integer>datagrams(
                    all, ScanMonitor.NONE, (datagram, into) -> into.accept(number(datagram)), number -> {
                        consumers.add(Thread.currentThread());
                        got.add(number);
                    });
            assertTrue(want.equals(got), "another order");
            assertEquals(Set.of(Thread.currentThread()), consumers);
        }
    }

    @Test
    void aDefectOfTheWorkReachesTheCaller() throws IOException {
        try (Capture capture = Capture.open(many(), CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            PacketSelection all = PacketSelection.all(capture.packets());
            assertThrows(
                    IllegalStateException.class,
                    () -> capture.<Integer>datagrams(
                            all,
                            ScanMonitor.NONE,
                            (datagram, into) -> into.accept(1000 / (number(datagram) - 2000)),
                            number -> {}));
        }
    }

    @Test
    void readingEndsSoonWhereItIsCancelled() throws IOException {
        try (Capture capture = Capture.open(many(), CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            List<Datagram> some = new ArrayList<>();
            ScanMonitor afterTheFirst = new ScanMonitor() {
                @Override
                public boolean cancelled() {
                    return !some.isEmpty();
                }
            };
            capture.datagrams(PacketSelection.all(capture.packets()), afterTheFirst, some::add);
            assertFalse(some.isEmpty());
            assertTrue(some.size() < 1000, some.size() + " datagrams");
        }
    }
}
