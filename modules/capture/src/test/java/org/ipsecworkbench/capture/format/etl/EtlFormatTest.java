package org.ipsecworkbench.capture.format.etl;

import static org.ipsecworkbench.capture.format.etl.EtlFile.BEGINNING;
import static org.ipsecworkbench.capture.format.etl.EtlFile.END;
import static org.ipsecworkbench.capture.format.etl.EtlFile.ETHERNET;
import static org.ipsecworkbench.capture.format.etl.EtlFile.NATIVE_WIRELESS;
import static org.ipsecworkbench.capture.format.etl.EtlFile.RECEIVE;
import static org.ipsecworkbench.capture.format.etl.EtlFile.SEND;
import static org.ipsecworkbench.capture.format.etl.EtlFile.START;
import static org.ipsecworkbench.capture.format.etl.EtlFile.WHOLE;
import static org.ipsecworkbench.capture.format.etl.EtlFile.WIRELESS_WAN;
import static org.ipsecworkbench.capture.testing.Packets.bytes;
import static org.ipsecworkbench.capture.testing.Packets.ethernet;
import static org.ipsecworkbench.capture.testing.Packets.ipv4;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.Packet;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.capture.TrafficClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EtlFormatTest {
    private static final long MILLISECOND = 1_000_000;
    private static final byte[] FRAME = ethernet(0x0800, ipv4(6, "10.0.0.1", "10.0.0.2", bytes(80)));
    private static final byte[] RAW = Arrays.copyOfRange(FRAME, 14, FRAME.length);

    @TempDir
    Path folder;

    @Test
    void aPacketOfOneEventIsTaken() throws IOException {
        Capture capture = open(new EtlFile().fragment(0, at(5), 4, 12, 12, WHOLE | ETHERNET | SEND, FRAME));
        assertEquals("etl", capture.format());
        assertEquals(List.of(), capture.coverage().problems());
        assertEquals(1, capture.packets());
        assertArrayEquals(FRAME, bytesOf(capture, 0));
        assertEquals(Instant.ofEpochSecond(0, at(5)), capture.packet(0).time());
        assertEquals(List.of("interface 12", "outbound", "process 4"), capture.notes(0));
    }

    @Test
    void fragmentsAreJoinedPerThreadAndInterface() throws IOException {
        byte[] one = FRAME.clone();
        byte[] two = FRAME.clone();
        two[two.length - 1] = 2;
        Capture capture = open(new EtlFile()
                .fragment(0, at(1), 100, 12, 13, START | ETHERNET, Arrays.copyOf(one, 20))
                .fragment(0, at(2), 200, 12, 13, START | ETHERNET, Arrays.copyOf(two, 50))
                .fragment(0, at(3), 100, 12, 13, ETHERNET, Arrays.copyOfRange(one, 20, 30))
                .fragment(0, at(4), 200, 12, 13, END | ETHERNET, Arrays.copyOfRange(two, 50, two.length))
                .fragment(0, at(5), 100, 12, 13, END | ETHERNET | RECEIVE, Arrays.copyOfRange(one, 30, one.length)));
        assertEquals(2, capture.packets());
        assertArrayEquals(two, bytesOf(capture, 0));
        assertArrayEquals(one, bytesOf(capture, 1));
        assertEquals(List.of("interface 13 (filter over interface 12)", "inbound", "process 4"), capture.notes(1));
    }

    @Test
    void fragmentsOfAPacketMayLieInSeveralBuffers() throws IOException {
        byte[] half = Arrays.copyOf(FRAME, 60);
        byte[] rest = Arrays.copyOfRange(FRAME, 60, FRAME.length);
        Capture capture = open(new EtlFile()
                .fragment(3, at(1), 9, 1, 1, START | ETHERNET, half)
                .flush(3)
                .foreign(1, at(2))
                .flush(1)
                .fragment(3, at(3), 9, 1, 1, END | ETHERNET, rest));
        assertArrayEquals(FRAME, bytesOf(capture, 0));
    }

    @Test
    void fragmentsWithoutBeginningOrEndAreAProblem() throws IOException {
        Capture capture = open(new EtlFile()
                .fragment(0, at(1), 4, 1, 1, END | ETHERNET, bytes(20))
                .fragment(0, at(2), 4, 1, 1, START | ETHERNET, bytes(20))
                .fragment(0, at(3), 5, 1, 1, WHOLE | ETHERNET, FRAME));
        assertEquals(1, capture.packets());
        assertEquals(
                "Of 2 packets not all fragments are in the log; they are left out.",
                capture.coverage().problems().get(0).what());
    }

    @Test
    void processorsAreMergedInTheOrderOfTime() throws IOException {
        EtlFile file = new EtlFile(4096, 10_000_000, true);
        Random random = new Random(2);
        long[] clocks = new long[4];
        for (int i = 0; i < 400; i++) {
            int processor = random.nextInt(4);
            clocks[processor] += 1 + random.nextInt(20);
            file.fragment(processor, at(clocks[processor]), processor, 1, 1, WHOLE | ETHERNET, FRAME);
        }
        Capture capture = open(file);
        assertEquals(400, capture.packets());
        List<Instant> times =
                LongStream.range(0, 400).mapToObj(i -> capture.packet(i).time()).toList();
        assertEquals(times.stream().sorted().toList(), times);
    }

    @Test
    void eachMediumHasItsLinkLayer() throws IOException {
        byte[] wireless = bytes(40);
        wireless[0] = 0x08;
        wireless[1] = 0x41;
        Capture capture = open(new EtlFile()
                .fragment(0, at(1), 4, 1, 1, WHOLE | ETHERNET, FRAME)
                .fragment(0, at(2), 4, 2, 2, WHOLE | WIRELESS_WAN, RAW)
                .fragment(0, at(3), 4, 3, 3, WHOLE | NATIVE_WIRELESS, wireless));
        assertEquals(
                Set.of("ETHERNET", "RAW", "IEEE802_11"),
                Set.copyOf(capture.coverage().linkTypes()));
        assertEquals(TrafficClass.CLEAR, capture.packet(1).trafficClass());
        // Windows logs wireless frames decrypted but flagged as encrypted.
        assertEquals(0x01, bytesOf(capture, 2)[1]);
    }

    @Test
    void whatWasCutKeepsItsLengthOnTheWire() throws IOException {
        Capture capture = open(new EtlFile()
                .fragment(0, at(1), 4, 1, 1, WHOLE | ETHERNET, Arrays.copyOf(FRAME, 60))
                .frame(0, at(2), 7, 1, 1, 1, 5, 1000, FRAME));
        assertEquals(FRAME.length, capture.packet(0).length());
        assertEquals(60, capture.packet(0).capturedLength());
        assertEquals(1000, capture.packet(1).length());
    }

    @Test
    void aPacketCountsOnceWhereItIsNearestToTheAdapter() throws IOException {
        int in = 1;
        int out = 2;
        Capture capture = open(new EtlFile()
                .frame(0, at(1), 77, 1, in, 1, 5, FRAME.length, FRAME)
                .frame(0, at(2), 77, 2, in, 1, 7, FRAME.length, FRAME)
                .frame(0, at(3), 77, 3, in, 3, 9, RAW.length, RAW)
                .frame(1, at(4), 78, 1, out, 3, 9, RAW.length, RAW)
                .frame(1, at(5), 78, 2, out, 1, 7, FRAME.length, FRAME)
                .frame(1, at(6), 78, 3, out, 1, 5, FRAME.length, FRAME)
                .component(1, at(50), 5, 2, "Intel(R) Ethernet Connection")
                .component(1, at(50), 7, 3, "WFP Native MAC Layer LightWeight Filter")
                .component(1, at(50), 9, 4, "TCPIP"));
        assertEquals(2, capture.packets());
        assertEquals(
                List.of(
                        "component 5, edge 1 (Intel(R) Ethernet Connection)",
                        "inbound",
                        "packet 77.1, appearance 1, the nearest to the adapter of 3"),
                capture.notes(0));
        assertEquals(
                List.of(
                        "component 5, edge 1 (Intel(R) Ethernet Connection)",
                        "outbound",
                        "packet 78.1, appearance 3, the nearest to the adapter of 3"),
                capture.notes(1));
        assertEquals(Instant.ofEpochSecond(0, at(6)), capture.packet(1).time());
        assertEquals(4, capture.coverage().copiedPackets());
        assertTrue(
                capture.coverage().reasons().toString().contains("and 4 further appearances are left out."),
                () -> "" + capture.coverage().reasons());
    }

    @Test
    void whereComponentsDoNotTellTheDirectionDoes() throws IOException {
        Capture capture = open(new EtlFile()
                .frame(0, at(1), 1, 1, 3, 1, 8, FRAME.length, FRAME)
                .frame(0, at(2), 1, 2, 3, 1, 9, FRAME.length, FRAME)
                .frame(0, at(3), 2, 1, 4, 1, 9, FRAME.length, FRAME)
                .frame(0, at(4), 2, 2, 4, 1, 8, FRAME.length, FRAME));
        assertEquals(
                List.of(Instant.ofEpochSecond(0, at(1)), Instant.ofEpochSecond(0, at(4))),
                List.of(capture.packet(0).time(), capture.packet(1).time()));
        assertEquals(2, capture.packets());
    }

    @Test
    void differentPacketsWithTheSameBytesAreNoAppearances() throws IOException {
        Capture capture = open(new EtlFile()
                .frame(0, at(1), 1, 1, 1, 1, 5, FRAME.length, FRAME)
                .frame(0, at(20), 2, 1, 1, 1, 5, FRAME.length, FRAME));
        assertEquals(2, capture.packets());
        assertEquals(0, capture.coverage().copiedPackets());
        assertEquals(List.of("component 5, edge 1", "inbound", "packet 1.1, appearance 1"), capture.notes(0));
    }

    @Test
    void aPacketThatWasDroppedFurtherUpSaysWhyAtTheAdapter() throws IOException {
        Capture capture = open(new EtlFile()
                .frame(0, at(1), 5, 1, 1, 1, 5, FRAME.length, FRAME)
                .droppedFrame(0, at(2), 5, 9, 15, FRAME));
        assertEquals(1, capture.packets());
        assertTrue(
                capture.notes(0)
                        .contains(
                                "packet 5.1, appearance 1, the nearest to the adapter of 2, dropped elsewhere, reason 15 (IPsec)"),
                () -> "" + capture.notes(0));
    }

    @Test
    void aDroppedPacketSaysWhy() throws IOException {
        Capture capture = open(new EtlFile().droppedFrame(0, at(1), 5, 2, 15, FRAME));
        assertTrue(capture.notes(0).toString().contains("dropped, reason 15 (IPsec)"), () -> "" + capture.notes(0));
    }

    @Test
    void virtualSwitchesAndExtendedHeadersAreRead() throws IOException {
        Capture capture = open(new EtlFile().switchPacket(0, at(1), FRAME).extended(0, at(2), FRAME));
        assertArrayEquals(FRAME, bytesOf(capture, 0));
        assertArrayEquals(FRAME, bytesOf(capture, 1));
    }

    @Test
    void otherEventsAreSteppedOver() throws IOException {
        Capture capture = open(new EtlFile()
                .otherKinds(0)
                .foreign(0, at(1))
                .fragment(0, at(2), 4, 1, 1, WHOLE | ETHERNET, FRAME)
                .otherKinds(0));
        assertEquals(1, capture.packets());
        assertEquals(List.of(), capture.coverage().problems());
    }

    @ParameterizedTest
    @CsvSource({"10000000, true", "2740000, true", "0, true", "10000000, false", "3579545, false"})
    void everyClockGivesTheTime(long ticksPerSecond, boolean wide) throws IOException {
        Capture capture = open(
                new EtlFile(4096, ticksPerSecond, wide).fragment(0, at(3_600_000), 4, 1, 1, WHOLE | ETHERNET, FRAME));
        Duration off = Duration.between(
                Instant.ofEpochSecond(0, at(3_600_000)), capture.packet(0).time());
        assertTrue(off.abs().compareTo(Duration.ofNanos(1000)) < 0, off::toString);
    }

    @Test
    void lostEventsAreSaid() throws IOException {
        Capture capture = open(new EtlFile().lost(12).fragment(0, at(1), 4, 1, 1, WHOLE | ETHERNET, FRAME));
        assertTrue(capture.coverage().problems().get(0).what().contains("lost 12 events"));
    }

    @Test
    void compressedBuffersAreNotRead() throws IOException {
        Capture capture = open(new EtlFile()
                .fragment(0, at(1), 4, 1, 1, WHOLE | ETHERNET, FRAME)
                .flush(0)
                .compressedBuffer());
        assertEquals(1, capture.packets());
        assertTrue(capture.coverage().problems().get(0).what().contains("compressed buffers are not read"));
    }

    @Test
    void aLogWithoutPacketsSaysHowToGetThem() throws IOException {
        Capture capture = open(new EtlFile().foreign(0, at(1)));
        assertEquals(0, capture.packets());
        assertTrue(capture.coverage().problems().get(0).what().contains("capture=yes"));
    }

    @Test
    void whatPrecedesACutStays() throws IOException {
        EtlFile file = new EtlFile(4096, 10_000_000, true);
        for (int i = 0; i < 100; i++) {
            file.fragment(0, at(i), 4, 1, 1, WHOLE | ETHERNET, FRAME);
        }
        byte[] whole = file.bytes();
        Capture capture = open(Arrays.copyOf(whole, whole.length / 2));
        assertTrue(capture.packets() > 40 && capture.packets() < 60, () -> "" + capture.packets());
        assertFalse(capture.coverage().problems().isEmpty());
    }

    @Test
    void noDamageIsMoreThanAProblem() throws IOException {
        byte[] whole = new EtlFile(1024, 10_000_000, true)
                .fragment(0, at(1), 4, 1, 1, WHOLE | ETHERNET, FRAME)
                .fragment(1, at(2), 4, 1, 1, START | ETHERNET, Arrays.copyOf(FRAME, 20))
                .fragment(1, at(3), 4, 1, 1, END | ETHERNET, Arrays.copyOfRange(FRAME, 20, FRAME.length))
                .frame(0, at(4), 7, 1, 1, 1, 5, 1000, FRAME)
                .component(0, at(5), 5, "adapter")
                .switchPacket(1, at(6), FRAME)
                .extended(0, at(7), FRAME)
                .otherKinds(1)
                .bytes();
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = whole.clone();
            for (int j = 0; j <= random.nextInt(6); j++) {
                damaged[random.nextInt(damaged.length)] = (byte) (random.nextBoolean() ? random.nextInt() : -1);
            }
            if (new EtlFormat().recognises(ByteBuffer.wrap(damaged))) {
                open(damaged);
            }
        }
    }

    @Test
    void otherFilesAreNotRecognised() {
        byte[] file = new EtlFile().bytes();
        assertTrue(new EtlFormat().recognises(ByteBuffer.wrap(file, 0, 4096).slice()));
        for (int at : new int[] {0, 74, 75, 78, 104}) {
            byte[] other = file.clone();
            other[at] ^= 0x55;
            assertFalse(
                    new EtlFormat().recognises(ByteBuffer.wrap(other, 0, 4096).slice()), "byte " + at);
        }
    }

    private static long at(long milliseconds) {
        return BEGINNING + milliseconds * MILLISECOND;
    }

    private Capture open(EtlFile file) throws IOException {
        return open(file.bytes());
    }

    private Capture open(byte[] file) throws IOException {
        Path path = folder.resolve("test.etl");
        Files.write(path, file);
        Capture capture = Capture.open(path, CaptureLimits.DEFAULT, ScanMonitor.NONE);
        capture.scan(ScanMonitor.NONE);
        for (long i = 0; i < capture.packets(); i++) {
            Packet packet = capture.packet(i);
            assertEquals(i, packet.index());
            capture.notes(i);
        }
        return capture;
    }

    private static byte[] bytesOf(Capture capture, long packet) {
        ByteBuffer buffer = capture.bytes(packet);
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
