package org.ipsecworkbench.capture;

import static org.ipsecworkbench.capture.testing.Packets.ESP;
import static org.ipsecworkbench.capture.testing.Packets.IPV4;
import static org.ipsecworkbench.capture.testing.Packets.cut;
import static org.ipsecworkbench.capture.testing.Packets.esp;
import static org.ipsecworkbench.capture.testing.Packets.ethernet;
import static org.ipsecworkbench.capture.testing.Packets.ipv4;
import static org.ipsecworkbench.capture.testing.Packets.join;
import static org.ipsecworkbench.capture.testing.Packets.noise;
import static org.ipsecworkbench.capture.testing.Packets.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.ipsecworkbench.capture.testing.PcapFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captures in gzip; Zstandard has tests of its own. */
class UnpackerTest {
    private static final int PACKETS = 500;

    @TempDir
    private Path folder;

    private final byte[] plain = capture();

    private static byte[] capture() {
        Random random = new Random(1);
        PcapFile file = PcapFile.of(PcapFile.ETHERNET);
        for (int i = 0; i < PACKETS; i++) {
            file.packet(
                    i * 1_000_000L, ethernet(IPV4, ipv4(ESP, "10.0.0.1", "10.0.0.2", esp(1, i, noise(100, random)))));
        }
        return file.bytes();
    }

    @Test
    void whatIsInsideIsReadAsIfItLayThere() throws IOException {
        Coverage coverage = read(gzip(plain));
        assertEquals(PACKETS, coverage.packets());
        assertEquals(List.of(), coverage.problems());
        assertEquals("pcap", coverage.format());
    }

    @Test
    void severalMembersAreOneFile() throws IOException {
        int middle = plain.length / 2;
        byte[] first = gzip(Arrays.copyOf(plain, middle));
        byte[] nothing = gzip(new byte[0]);
        byte[] second = gzip(Arrays.copyOfRange(plain, middle, plain.length));
        Coverage coverage = read(join(first, nothing, second));
        assertEquals(PACKETS, coverage.packets());
        assertEquals(List.of(), coverage.problems());
    }

    @Test
    void membersOfNothingAreAProblemAndNoStackOverflow() throws IOException {
        byte[] nothing = gzip(new byte[0]);
        byte[][] members = new byte[20_001][];
        Arrays.fill(members, nothing);
        members[0] = gzip(plain);
        Coverage coverage = read(join(members));
        assertEquals(PACKETS, coverage.packets());
        assertEquals(1, coverage.problems().size(), coverage.problems().toString());
    }

    @Test
    void compressedTwiceIsNoCapture() throws IOException {
        IOException e = failure(gzip(gzip(plain)));
        assertTrue(e instanceof CaptureFormatException, e.toString());
    }

    @Test
    void whatComesBeforeACutIsRead() throws IOException {
        byte[] packed = gzip(plain);
        Coverage coverage = read(cut(packed, packed.length / 2));
        assertTrue(
                coverage.packets() > PACKETS / 4 && coverage.packets() < PACKETS,
                () -> coverage.packets() + " packets");
        assertTrue(damaged(coverage), () -> coverage.problems().toString());
    }

    @Test
    void aCutOfOnlyTheTrailerLosesNothing() throws IOException {
        byte[] packed = gzip(plain);
        for (int missing = 1; missing <= 8; missing++) {
            Coverage coverage = read(cut(packed, packed.length - missing));
            assertEquals(PACKETS, coverage.packets());
            assertTrue(damaged(coverage), () -> coverage.problems().toString());
        }
    }

    @Test
    void aWrongChecksumIsToldAndWhatWasReadStays() throws IOException {
        byte[] packed = gzip(plain);
        int at = packed.length - 8;
        Coverage coverage = read(with(packed, at, packed[at] ^ 1));
        assertEquals(PACKETS, coverage.packets());
        assertTrue(damaged(coverage), () -> coverage.problems().toString());
    }

    /** Damage at any place: a capture with a problem, or a message; nothing else. */
    @Test
    void damageAnywhereIsAProblemOrAMessage() throws IOException {
        byte[] packed = gzip(plain);
        for (int at = 2; at < packed.length; at += 97) {
            Path file = Files.write(folder.resolve("damaged.pcap.gz"), with(packed, at, packed[at] ^ 0xff));
            try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
                capture.scan(ScanMonitor.NONE);
                assertTrue(capture.coverage().packets() <= PACKETS);
            } catch (CaptureFormatException e) {
                assertTrue(e.getMessage().contains("damaged.pcap.gz"), e.getMessage());
            }
        }
    }

    @Test
    void noMoreIsUnpackedThanTheLimit() throws IOException {
        CaptureLimits small = new CaptureLimits(16 << 20, 1000, 100, 10_000, 100, Integer.MAX_VALUE, 100);
        Path file = Files.write(folder.resolve("bomb.pcap.gz"), gzip(plain));
        try (Capture capture = Capture.open(file, small, ScanMonitor.NONE)) {
            assertEquals(10_000, capture.size());
            capture.scan(ScanMonitor.NONE);
            Coverage coverage = capture.coverage();
            assertEquals(10_000 / 158, coverage.packets());
            assertTrue(
                    coverage.problems()
                            .contains(
                                    new Problem("file", "It unpacks to more than 10000 bytes; the rest is left out.")),
                    () -> coverage.problems().toString());
        }
    }

    @Test
    void unpackingCanBeCancelled() throws IOException {
        Path file = Files.write(folder.resolve("large.pcap.gz"), gzip(join(plain, new byte[10_000_000])));
        ScanMonitor impatient = new ScanMonitor() {
            private boolean begun;

            @Override
            public boolean cancelled() {
                return begun;
            }

            @Override
            public void progress(long done, long total) {
                begun = true;
            }
        };
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, impatient)) {
            assertTrue(capture.size() < 1_000_000, () -> capture.size() + " bytes");
        }
    }

    private static boolean damaged(Coverage coverage) {
        return coverage.problems().stream().anyMatch(problem -> problem.what().contains("damaged or was cut off"));
    }

    private IOException failure(byte[] bytes) {
        try {
            read(bytes);
        } catch (IOException e) {
            return e;
        }
        throw new AssertionError("it was read");
    }

    private Coverage read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("packed.pcap.gz"), bytes);
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            return capture.coverage();
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
