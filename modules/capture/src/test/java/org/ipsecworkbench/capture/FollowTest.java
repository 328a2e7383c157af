package org.ipsecworkbench.capture;

import static org.ipsecworkbench.capture.testing.Packets.IPV4;
import static org.ipsecworkbench.capture.testing.Packets.TCP;
import static org.ipsecworkbench.capture.testing.Packets.bytes;
import static org.ipsecworkbench.capture.testing.Packets.ethernet;
import static org.ipsecworkbench.capture.testing.Packets.ipv4;
import static org.ipsecworkbench.capture.testing.Packets.tcp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.ipsecworkbench.capture.testing.Appender;
import org.ipsecworkbench.capture.testing.Canonical;
import org.ipsecworkbench.capture.testing.LabCaptures;
import org.ipsecworkbench.capture.testing.MixedCapture;
import org.ipsecworkbench.capture.testing.PcapFile;
import org.ipsecworkbench.capture.testing.PcapngFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Captures that grow while they are read. */
class FollowTest {
    private static final byte[] FRAME = ethernet(IPV4, ipv4(TCP, "10.0.0.1", "10.0.0.2", tcp(1024, 445, bytes(40))));

    @TempDir
    private Path own;

    static List<Path> captures() throws IOException {
        return LabCaptures.all();
    }

    @ParameterizedTest
    @MethodSource("captures")
    void whatWasFollowedIsWhatAScanOfTheWholeFileFinds(Path lab) throws IOException {
        byte[] whole = Files.readAllBytes(lab);
        long seed = ThreadLocalRandom.current().nextLong();
        Path file = own.resolve("growing.pcap");
        Appender appender = new Appender(file, whole, 30, seed).append(24);
        try (Capture capture = Capture.openToFollow(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.follow(appender);
            assertTrue(appender.isDone());
            assertTrue(capture.coverage().complete());
            assertEquals(scanned(lab), Canonical.of(capture.coverage()), "seed " + seed);
            assertEquals(capture.coverage().packets(), capture.packets());
        }
    }

    /** With the indexes of a fresh scan: packets are asked for by number. */
    @Test
    void everyPacketIsFoundAgainByItsNumber() throws IOException {
        Path whole = MixedCapture.of(3000).write(own.resolve("whole.pcap"));
        Path file = own.resolve("growing.pcap");
        Appender appender = new Appender(file, Files.readAllBytes(whole), 40, 7).append(24);
        try (Capture capture = Capture.openToFollow(file, CaptureLimits.DEFAULT, ScanMonitor.NONE);
                Capture fresh = Capture.open(whole, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.follow(appender);
            fresh.scan(ScanMonitor.NONE);
            assertEquals(fresh.packets(), capture.packets());
            for (int i = 0; i < capture.packets(); i++) {
                assertEquals(fresh.packet(i), capture.packet(i));
                assertEquals(fresh.bytes(i), capture.bytes(i));
            }
            PacketFilter esp = ((PacketFilter.Valid) PacketFilter.parse("esp")).filter();
            assertEquals(
                    fresh.select(esp, ScanMonitor.NONE).size(),
                    capture.select(esp, ScanMonitor.NONE).size());
        }
    }

    @Test
    void aRecordThatIsHalfWrittenIsNoProblemUntilFollowingEnds() throws IOException {
        byte[] whole = PcapFile.of(PcapFile.ETHERNET)
                .packet(0, FRAME)
                .packet(1000, FRAME)
                .bytes();
        Path file = own.resolve("growing.pcap");
        Appender appender =
                new Appender(file, whole, 2, 1).upTo(whole.length - 5).append(whole.length);
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            assertEquals(1, capture.coverage().problems().size(), "a scan tells it");
            assertEquals(capture.coverage().problems().get(0), capture.unfinishedEnd());
            capture.follow(new ScanMonitor() {
                @Override
                public boolean cancelled() {
                    assertEquals(List.of(), capture.coverage().problems(), "it is no problem");
                    assertFalse(capture.coverage().complete(), "and it is not all");
                    return appender.cancelled();
                }

                @Override
                public void progress(long done, long total) {
                    appender.progress(done, total);
                }
            });
            assertEquals(1, capture.coverage().problems().size());
            assertEquals(1, capture.packets());
            capture.follow(appender.upTo(whole.length));
            assertEquals(List.of(), capture.coverage().problems());
            assertEquals(2, capture.packets());
            assertNull(capture.unfinishedEnd());
        }
    }

    @Test
    void followingEndsAndGoesOnWithoutReadingAnythingTwice() throws IOException {
        Path whole = MixedCapture.of(2000).write(own.resolve("whole.pcap"));
        byte[] bytes = Files.readAllBytes(whole);
        Path file = own.resolve("growing.pcap");
        Appender appender = new Appender(file, bytes, 50, 3).append(bytes.length / 3);
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            for (int i = 4; i <= 10; i += 2) {
                capture.follow(appender.upTo(bytes.length * i / 10));
                assertTrue(capture.coverage().complete());
                assertEquals(capture.packets(), capture.coverage().packets());
                assertEquals(scanned(file), Canonical.of(capture.coverage()), "after " + i + " tenths");
            }
            assertEquals(scanned(whole), Canonical.of(capture.coverage()));
        }
    }

    @Test
    void aScanThatWasCancelledIsFinishedByFollowing() throws IOException {
        Path file = MixedCapture.of(30_000).write(own.resolve("whole.pcap"));
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(new ScanMonitor() {
                @Override
                public boolean cancelled() {
                    return capture.packets() > 3000;
                }
            });
            assertFalse(capture.coverage().complete());
            capture.follow(new Appender(own.resolve("other"), new byte[0], 1, 1).append(0));
            assertEquals(scanned(file), Canonical.of(capture.coverage()));
        }
    }

    @Test
    void aFileMayBeginEmpty() throws Exception {
        Path file = own.resolve("growing.pcap");
        byte[] whole = PcapFile.of(PcapFile.ETHERNET).packet(0, FRAME).bytes();
        Appender appender = new Appender(file, whole, 4, 1);
        Thread writer = new Thread(() -> {
            while (!appender.isDone()) {
                appender.cancelled();
            }
        });
        try (Capture capture = Capture.openToFollow(file, CaptureLimits.DEFAULT, new ScanMonitor() {
            @Override
            public boolean cancelled() {
                writer.start();
                return false;
            }
        })) {
            capture.follow(new ScanMonitor() {
                @Override
                public boolean cancelled() {
                    return capture.packets() == 1;
                }
            });
            assertEquals(List.of(), capture.coverage().problems());
        }
        writer.join();
    }

    @Test
    void whoWaitsForTheBeginningCanCancel() throws IOException {
        Path file = Files.createFile(own.resolve("empty.pcap"));
        ScanMonitor at = new ScanMonitor() {
            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CaptureFormatException.class, () -> Capture.openToFollow(file, CaptureLimits.DEFAULT, at));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows does not let a mapped file shrink")
    void aFileThatShrinksIsTold() throws IOException {
        Path file = MixedCapture.of(100).write(own.resolve("shrinking.pcap"));
        assertEquals(
                List.of("The file became shorter while it was read; what was read until then is shown."),
                followed(file, () -> {
                    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        channel.truncate(1000);
                    }
                }));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows tells files apart in no way that Java knows")
    void aFileWhoseNameIsGivenToAnotherIsTold() throws IOException {
        Path file = MixedCapture.of(100).write(own.resolve("rotated.pcap"));
        Path next = MixedCapture.of(200).write(own.resolve("next.pcap"));
        assertEquals(
                List.of("Another file has taken the name of the one that was followed; what was read of the first one"
                        + " is shown."),
                followed(file, () -> Files.move(next, file, StandardCopyOption.REPLACE_EXISTING)));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows does not let a mapped file go")
    void aFileThatIsDeletedIsTold() throws IOException {
        Path file = MixedCapture.of(100).write(own.resolve("deleted.pcap"));
        assertEquals(
                List.of("The file was deleted or renamed while it was followed; what was read until then is shown."),
                followed(file, () -> Files.delete(file)));
    }

    private interface Event {
        void happen() throws IOException;
    }

    /** The problems of a file that something happens to while it is followed; 100 packets have to stay. */
    private static List<String> followed(Path file, Event event) throws IOException {
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            assertEquals("", capture.whyNotFollowed());
            event.happen();
            capture.follow(ScanMonitor.NONE);
            assertEquals(100, capture.packets());
            assertFalse(capture.whyNotFollowed().isEmpty(), "it cannot be followed any more");
            return capture.coverage().problems().stream().map(Problem::what).collect(Collectors.toList());
        }
    }

    @Test
    void damageEndsTheFollowing() throws IOException {
        byte[] whole = PcapFile.of(PcapFile.ETHERNET)
                .packet(0, FRAME)
                .record(0, -1, 1, FRAME)
                .packet(1, FRAME)
                .bytes();
        Path file = own.resolve("growing.pcap");
        Appender appender = new Appender(file, whole, 5, 1).append(30);
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.follow(appender);
            assertEquals(1, capture.packets());
            assertEquals(1, capture.coverage().problems().size());
            assertThrows(IllegalStateException.class, () -> capture.follow(ScanMonitor.NONE));
        }
    }

    @Test
    void closingEndsTheFollowing() throws Exception {
        Path file = MixedCapture.of(100).write(own.resolve("quiet.pcap"));
        Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE);
        Thread following = new Thread(() -> capture.follow(ScanMonitor.NONE));
        following.start();
        while (capture.packets() < 100) {
            Thread.sleep(10);
        }
        capture.close();
        following.join(10_000);
        assertFalse(following.isAlive());
    }

    @Test
    void interruptingEndsTheFollowing() throws Exception {
        Path file = MixedCapture.of(100).write(own.resolve("quiet.pcap"));
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            Thread following = new Thread(() -> capture.follow(ScanMonitor.NONE));
            following.start();
            following.interrupt();
            following.join(10_000);
            assertFalse(following.isAlive());
            assertEquals(List.of(), capture.coverage().problems());
        }
    }

    @Test
    void aCompressedFileSaysThatItCannotBeFollowed() throws IOException {
        Path file = own.resolve("packed.pcap.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(MixedCapture.of(10).bytes());
        }
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            assertEquals(
                    "A compressed file cannot be followed, since it is unpacked as a whole.", capture.whyNotFollowed());
        }
    }

    /** Windows of the mapping end at every gigabyte. Sparse: it takes no room. */
    @Test
    void aFileMayGrowBeyondAWindowOfItsMapping() throws IOException {
        Path file = new PcapngFile().section().link(1, 0).packet(0, 1, FRAME).write(own.resolve("sparse.pcapng"));
        byte[] packet = new PcapngFile().section().packet(0, 2, FRAME).bytes();
        byte[] second = Arrays.copyOfRange(packet, 28, packet.length);
        int gap = 16 << 20;
        byte[] head = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x7fff_0001)
                .putInt(gap)
                .array();
        int[] rounds = {0};
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE);
                RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            capture.follow(new ScanMonitor() {
                @Override
                public boolean cancelled() {
                    if (capture.packets() <= rounds[0] || rounds[0] == 5) {
                        return rounds[0] == 5 && capture.packets() == 6;
                    }
                    rounds[0]++;
                    try {
                        long at = out.length();
                        for (int i = 0; i < 31; i++) {
                            out.seek(at);
                            out.write(head);
                            at += gap;
                            out.seek(at - 4);
                            out.write(head, 4, 4);
                        }
                        out.write(second);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                    return false;
                }
            });
            assertEquals(List.of(), capture.coverage().problems());
            assertTrue(capture.size() > 2_500_000_000L);
            assertEquals(6, capture.packets());
            for (int i = 0; i < 6; i++) {
                assertEquals(ByteBuffer.wrap(FRAME), capture.bytes(i));
            }
        }
    }

    private static String scanned(Path file) throws IOException {
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            return Canonical.of(capture.coverage());
        }
    }
}
