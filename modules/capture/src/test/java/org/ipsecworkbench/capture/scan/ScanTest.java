package org.ipsecworkbench.capture.scan;

import static org.ipsecworkbench.capture.testing.Packets.ESP;
import static org.ipsecworkbench.capture.testing.Packets.IPV4;
import static org.ipsecworkbench.capture.testing.Packets.TCP;
import static org.ipsecworkbench.capture.testing.Packets.bytes;
import static org.ipsecworkbench.capture.testing.Packets.esp;
import static org.ipsecworkbench.capture.testing.Packets.ethernet;
import static org.ipsecworkbench.capture.testing.Packets.ipv4;
import static org.ipsecworkbench.capture.testing.Packets.tcp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.Count;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.format.PcapFormat;
import org.ipsecworkbench.capture.format.PcapngFormat;
import org.ipsecworkbench.capture.judge.CoverageJudge;
import org.ipsecworkbench.capture.spi.CaptureFormat;
import org.ipsecworkbench.capture.testing.Canonical;
import org.ipsecworkbench.capture.testing.MixedCapture;
import org.ipsecworkbench.capture.testing.PcapngFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One pass over files that are large enough for several threads. */
class ScanTest {
    private static final long START = MixedCapture.START;
    private static final int PACKETS = 60_000;

    @TempDir
    private static Path folder;

    /** About 20 MB: ESP, IKE, fragments in and out of order, clear traffic, several pairs, times that jump. */
    private static Path mixed;

    @TempDir
    private Path own;

    @BeforeAll
    static void makeMixed() throws IOException {
        mixed = MixedCapture.of(PACKETS).write(folder.resolve("mixed.pcap"));
    }

    private record Run(Scan scan, ProblemLog problems) {
        static Run of(Path file, CaptureFormat format, CaptureLimits limits) throws IOException {
            ProblemLog problems = new ProblemLog(limits.maxProblems());
            MappedSource source = MappedSource.map(file, limits.maxRecordBytes() + 4096);
            return new Run(new Scan(source, format.open(source, limits, problems), limits, problems), problems);
        }

        Coverage coverage() {
            return CoverageJudge.judge("test", scan, 0, problems.problems());
        }
    }

    private static Run scanned(Path file, int threads) throws IOException {
        Run run = Run.of(file, new PcapFormat(), CaptureLimits.DEFAULT);
        run.scan().run(ScanMonitor.NONE, threads);
        return run;
    }

    @Test
    void howManyThreadsScanChangesNothing() throws IOException {
        Coverage one = scanned(mixed, 1).coverage();
        assertTrue(one.copiedPackets() > PACKETS / 16, () -> one.copiedPackets() + " copies");
        String alone = Canonical.of(one);
        for (int i = 0; i < 20; i++) {
            int threads = 1 + i % 4;
            assertEquals(alone, Canonical.of(scanned(mixed, threads).coverage()), threads + " threads, run " + i);
        }
    }

    @Test
    void withoutAnIndexTheCoverageIsTheSame() throws IOException {
        Run run = Run.of(mixed, new PcapFormat(), CaptureLimits.DEFAULT.withoutIndex());
        run.scan().run(ScanMonitor.NONE, 2);
        assertEquals(Canonical.of(scanned(mixed, 2).coverage()), Canonical.of(run.coverage()));
        assertEquals(0, run.scan().pages().packets());
    }

    @Test
    void packetsBeyondTheLimitOfTheIndexAreCountedAndTheirAbsenceIsTold() throws IOException {
        CaptureLimits few = new CaptureLimits(16 << 20, 1 << 17, 2048, 1 << 30, 200, 5000, 1 << 16);
        Run run = Run.of(mixed, new PcapFormat(), few);
        run.scan().run(ScanMonitor.NONE, 2);
        Coverage coverage = run.coverage();
        long listed = run.scan().pages().packets();
        assertTrue(listed >= 5000 && listed < PACKETS, () -> listed + " are listed");
        assertEquals(PACKETS, coverage.packets());
        assertEquals(
                List.of("packet " + (listed + 1)),
                coverage.problems().stream()
                        .filter(problem -> problem.what().contains("cannot be listed"))
                        .map(Problem::where)
                        .toList());
    }

    @Test
    void theIndexGivesEveryPacketTheClassThatItHasAlone() throws IOException {
        Scan one = scanned(mixed, 1).scan();
        Scan three = scanned(mixed, 3).scan();
        assertEquals(PACKETS, one.pages().packets());
        assertEquals(PACKETS, three.pages().packets());
        for (long packet = 0; packet < PACKETS; packet++) {
            assertEquals(one.pages().position(packet), three.pages().position(packet));
            int a = one.pages().flow(packet);
            int b = three.pages().flow(packet);
            assertEquals(one.flows().trafficClass(a), three.flows().trafficClass(b));
            assertEquals(one.flows().spi(a), three.flows().spi(b));
            assertEquals(
                    List.of(Arrays.stream(one.flows().addresses(a)).boxed().toArray()),
                    List.of(Arrays.stream(three.flows().addresses(b)).boxed().toArray()));
        }
    }

    @Test
    void whatIsShownWhileItRunsAddsUp() throws Exception {
        Run run = Run.of(mixed, new PcapFormat(), CaptureLimits.DEFAULT);
        Thread scanning = new Thread(() -> run.scan().run(ScanMonitor.NONE, 2));
        scanning.start();
        long before = 0;
        boolean running = true;
        while (running) {
            running = scanning.isAlive();
            Coverage coverage = run.coverage();
            assertEquals(
                    new Count(coverage.packets(), coverage.bytes()),
                    coverage.classes().values().stream().reduce(Count.ZERO, Count::plus));
            assertTrue(coverage.packets() >= before);
            before = coverage.packets();
            long indexed = run.scan().pages().packets();
            if (indexed > 0) {
                assertTrue(run.scan().pages().flow(indexed - 1)
                        < run.scan().flows().size());
            }
        }
        assertEquals(PACKETS, run.coverage().packets());
    }

    @Test
    void cancellingKeepsWhatWasReadAndSaysThatItIsNotAll() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        ScanMonitor impatient = new ScanMonitor() {
            @Override
            public boolean cancelled() {
                return calls.incrementAndGet() > 5;
            }
        };
        Run run = Run.of(mixed, new PcapFormat(), CaptureLimits.DEFAULT);
        run.scan().run(impatient, 2);
        Coverage coverage = run.coverage();
        assertFalse(coverage.complete());
        assertTrue(coverage.packets() > 0 && coverage.packets() < PACKETS, () -> coverage.packets() + " packets");
        assertEquals(
                coverage.packets(),
                coverage.classes().values().stream().mapToLong(Count::packets).sum());
        assertEquals(run.scan().pages().packets(), coverage.packets(), "all of them can be asked for");
    }

    @Test
    void progressRunsFromTheBeginningToTheEnd() throws IOException {
        long[] seen = {0, 0};
        ScanMonitor monitor = new ScanMonitor() {
            @Override
            public synchronized void progress(long done, long total) {
                assertTrue(done >= seen[0] && done <= total);
                seen[0] = done;
                seen[1] = total;
            }
        };
        Run run = Run.of(mixed, new PcapFormat(), CaptureLimits.DEFAULT);
        run.scan().run(monitor, 2);
        assertEquals(Files.size(mixed), seen[0]);
        assertEquals(seen[0], seen[1]);
    }

    /** Whoever writes it may begin anew. Reading what is gone is a fault of the memory, which must not end the program. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows does not let a mapped file shrink")
    void aFileThatShrinksWhileItIsReadIsAProblem() throws IOException {
        Path shrinking = Files.copy(mixed, own.resolve("shrinking.pcap"));
        Run run = Run.of(shrinking, new PcapFormat(), CaptureLimits.DEFAULT);
        try (FileChannel channel = FileChannel.open(shrinking, StandardOpenOption.WRITE)) {
            channel.truncate(1 << 20);
        }
        run.scan().run(ScanMonitor.NONE, 2);
        Coverage coverage = run.coverage();
        assertFalse(coverage.complete());
        assertTrue(
                coverage.problems().stream().anyMatch(problem -> problem.what().contains("became shorter")),
                () -> coverage.problems().toString());
    }

    @Test
    void moreFlowsThanTheLimitAreCountedWithoutTheirHosts() throws IOException {
        CaptureLimits few = new CaptureLimits(16 << 20, 10, 2048, 1 << 30, 200, Integer.MAX_VALUE, 100);
        Run run = Run.of(mixed, new PcapFormat(), few);
        run.scan().run(ScanMonitor.NONE, 2);
        Coverage coverage = run.coverage();
        Coverage whole = scanned(mixed, 2).coverage();
        assertEquals(whole.classes(), coverage.classes());
        assertEquals(
                PACKETS,
                coverage.flows().stream()
                        .mapToLong(flow -> flow.count().packets())
                        .sum());
        assertTrue(coverage.flows().size() < 10 + 64);
        assertTrue(
                coverage.problems().stream().anyMatch(problem -> problem.what().contains("More than 10 flows")));
    }

    @Test
    void moreFlowsThanTimeLinesAreStillAllInTheSeries() throws IOException {
        CaptureLimits few = new CaptureLimits(16 << 20, 1000, 3, 1 << 30, 200, Integer.MAX_VALUE, 100);
        Run run = Run.of(mixed, new PcapFormat(), few);
        run.scan().run(ScanMonitor.NONE, 2);
        Coverage coverage = run.coverage();
        assertEquals(
                PACKETS,
                coverage.series().packets().values().stream()
                        .flatMapToLong(Arrays::stream)
                        .sum());
    }

    @Test
    void unknownLinkLayersAreToldOnceWithTheirFirstPacket() throws IOException {
        PcapngFile file = new PcapngFile().section().link(1, 0).link(147, 0).link(148, 0);
        byte[] frame = ethernet(IPV4, ipv4(TCP, "10.0.0.1", "10.0.0.2", tcp(1, 2, bytes(10))));
        for (int i = 0; i < 9000; i++) {
            file.packet(i < 10 ? 0 : i % 3, START / 1000 + i, frame);
        }
        Run run = Run.of(file.write(own.resolve("links.pcapng")), new PcapngFormat(), CaptureLimits.DEFAULT);
        run.scan().run(ScanMonitor.NONE, 4);
        assertEquals(
                List.of("packet 11", "packet 12"),
                run.problems().problems().stream()
                        .map(problem -> problem.where())
                        .toList());
        assertEquals(List.of("ETHERNET", "147", "148"), run.scan().linkTypes());
    }

    /** Blocks that hold no packet may fill gigabytes, which the index has to bridge. Sparse: it takes no room. */
    @Test
    void packetsMayLieGigabytesApart() throws IOException {
        int gap = 16 << 20;
        int gaps = 300;
        byte[] frame = ethernet(IPV4, ipv4(ESP, "10.0.0.1", "10.0.0.2", esp(7, 1, bytes(40))));
        Path file = new PcapngFile().section().link(1, 0).packet(0, 1, frame).write(own.resolve("sparse.pcapng"));
        long first = Files.size(file) - 32 - (frame.length + 3 & ~3);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            ByteBuffer head = ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(0x7fff_0001)
                    .putInt(gap);
            long at = out.length();
            for (int i = 0; i < gaps; i++) {
                out.seek(at);
                out.write(head.array());
                at += gap;
                out.seek(at - 4);
                out.write(head.array(), 4, 4);
            }
            byte[] all = new PcapngFile().section().packet(0, 2, frame).bytes();
            out.write(all, 28, all.length - 28);
        }
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            assertEquals(List.of(), capture.coverage().problems());
            assertEquals(2, capture.packets());
            assertTrue(Files.size(file) - first > 5_000_000_000L);
            for (int i = 0; i < 2; i++) {
                assertEquals(TrafficClass.ESP, capture.packet(i).trafficClass());
                assertEquals(1000L * (i + 1), capture.packet(i).time().getNano());
                assertEquals(ByteBuffer.wrap(frame), capture.bytes(i));
            }
        }
    }
}
