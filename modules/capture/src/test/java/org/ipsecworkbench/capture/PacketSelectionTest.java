package org.ipsecworkbench.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.ipsecworkbench.capture.benchmark.CaptureGenerator;
import org.ipsecworkbench.capture.filter.Selector;
import org.ipsecworkbench.capture.testing.LabCaptures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacketSelectionTest {
    private static final int PACKETS = 300_000;

    @TempDir
    static Path folder;

    private static Path large;

    @BeforeAll
    static void generate() throws IOException {
        large = folder.resolve("large.pcap");
        new CaptureGenerator().write(large, PACKETS, 96);
    }

    @Test
    void everyPlaceIsFoundAcrossEmptyAndWholeBlocks() {
        char[] none = {};
        char[] some = {0, 7, 65_535};
        char[] one = {3};
        char[][] blocks = {none, some, Selector.WHOLE, none, none, one, Selector.WHOLE};
        long packets = 6L * Selector.BLOCK + 10;
        PacketSelection selection = PacketSelection.of(new Selector.Found(packets, blocks));
        assertEquals(3 + Selector.BLOCK + 1 + 10, selection.size());
        TreeSet<Long> all = new TreeSet<>();
        for (long i = 0; i < selection.size(); i++) {
            long packet = selection.get(i);
            assertTrue(all.isEmpty() || all.last() < packet);
            assertEquals(i, selection.indexOf(packet));
            all.add(packet);
        }
        for (long packet : new long[] {0, 1, Selector.BLOCK + 1, Selector.BLOCK + 8, 5L * Selector.BLOCK + 4}) {
            assertEquals(-all.headSet(packet).size() - 1, selection.indexOf(packet));
        }
        assertEquals(-1, selection.indexOf(-5));
        assertEquals(-selection.size() - 1, selection.indexOf(packets));
        assertThrows(IndexOutOfBoundsException.class, () -> selection.get(selection.size()));
        assertThrows(IndexOutOfBoundsException.class, () -> selection.get(-1));
    }

    @Test
    void allTakesNoMemoryHoweverItCameAbout() {
        PacketSelection all = PacketSelection.all(100_000_000_000L);
        assertEquals(100_000_000_000L, all.size());
        assertEquals(99_999_999_999L, all.get(99_999_999_999L));
        assertEquals(5, all.indexOf(5));
        assertEquals(-100_000_000_001L, all.indexOf(100_000_000_000L));
        assertTrue(PacketSelection.of(new Selector.Found(7, new char[][] {Selector.WHOLE}))
                .isAll());
        assertEquals(0, PacketSelection.of(new Selector.Found(0, new char[0][])).size());
    }

    @Test
    void whatPassesIsWhatThePacketsShow() throws IOException {
        try (Capture capture = Capture.open(large, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            List<Long> expected = new ArrayList<>();
            List<Long> long445 = new ArrayList<>();
            for (long i = 0; i < capture.packets(); i++) {
                Packet packet = capture.packet(i);
                if (packet.trafficClass() == TrafficClass.ESP_UDP) {
                    expected.add(i);
                } else if (packet.trafficClass() == TrafficClass.CLEAR && packet.length() > 1000) {
                    long445.add(i);
                }
            }
            assertEquals(expected, list(select(capture, "esp and udp")));
            assertEquals(long445, list(select(capture, "frame.len > 1000 and tcp.port == 445")));
        }
    }

    @Test
    void theFlowsOfAPairAreSelectedInBothDirectionsWithoutOthers() throws IOException {
        try (Capture capture =
                Capture.open(LabCaptures.get("i01_partial_pairs"), CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            Coverage coverage = capture.coverage();
            for (int i = 0; i < coverage.pairs().size(); i++) {
                HostPair pair = coverage.pairs().get(i);
                int at = i;
                long packets = coverage.flows().stream()
                        .filter(flow -> flow.pair() == at)
                        .mapToLong(flow -> flow.count().packets())
                        .sum();
                String filter = "pair == " + pair.b() + "," + pair.a();
                assertEquals(packets, select(capture, filter).size());
                assertEquals(
                        select(capture, "host").size() - packets,
                        select(capture, filter.replace("==", "!=")).size());
            }
        }
    }

    @Test
    void protectionCountsAsTheCoverageSays() throws IOException {
        for (Path file : LabCaptures.all()) {
            try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
                capture.scan(ScanMonitor.NONE);
                Direction all = capture.coverage().pairs().stream()
                        .map(HostPair::total)
                        .reduce(
                                new Direction(Count.ZERO, Count.ZERO, Count.ZERO, Count.ZERO, Count.ZERO, Count.ZERO),
                                Direction::plus);
                assertEquals(
                        all.encrypted().packets(),
                        select(capture, "protection == encrypted").size(),
                        file.toString());
                assertEquals(
                        all.readable().packets(),
                        select(capture, "protection == integrity-only").size(),
                        file.toString());
            }
        }
    }

    @Test
    void whileTheScanRunsWhatWasReadIsSelected() throws Exception {
        try (Capture capture = Capture.open(large, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            CountDownLatch half = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            Thread scan = new Thread(() -> capture.scan(new ScanMonitor() {
                @Override
                public void progress(long done, long total) {
                    if (done > total / 2) {
                        half.countDown();
                        await(goOn);
                    }
                }
            }));
            scan.start();
            await(half);
            PacketSelection early = select(capture, "frame.len > 1000 and esp");
            goOn.countDown();
            scan.join();
            assertTrue(early.packets() > 0 && early.packets() < PACKETS, () -> "looked at " + early.packets());
            assertPrefix(early, select(capture, "frame.len > 1000 and esp"));
        }
    }

    @Test
    void whatIsCancelledKeepsItsBeginning() throws IOException {
        try (Capture capture = Capture.open(large, CaptureLimits.DEFAULT, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            PacketSelection all = select(capture, "tcp.port == 445");
            for (int calls = 0; calls < 6; calls++) {
                AtomicInteger left = new AtomicInteger(calls);
                PacketSelection some = capture.select(PacketFilterTest.filter("tcp.port == 445"), new ScanMonitor() {
                    @Override
                    public boolean cancelled() {
                        return left.getAndDecrement() <= 0;
                    }
                });
                assertTrue(some.packets() <= calls * (long) Selector.BLOCK);
                assertPrefix(some, all);
            }
        }
    }

    private static void assertPrefix(PacketSelection early, PacketSelection all) {
        assertEquals(
                list(early), list(all).stream().filter(n -> n < early.packets()).toList());
    }

    private static PacketSelection select(Capture capture, String filter) {
        return capture.select(PacketFilterTest.filter(filter), ScanMonitor.NONE);
    }

    private static List<Long> list(PacketSelection selection) {
        List<Long> numbers = new ArrayList<>();
        for (long i = 0; i < selection.size(); i++) {
            numbers.add(selection.get(i));
        }
        return numbers;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
