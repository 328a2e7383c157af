package org.ipsecworkbench.capture.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.format.PcapFormat;
import org.ipsecworkbench.capture.scan.MappedSource;
import org.ipsecworkbench.capture.scan.Scan;
import org.ipsecworkbench.capture.spi.RecordReader;
import org.ipsecworkbench.capture.testing.LabCaptures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deciding by flows where they tell enough finds what asking every packet everything finds. */
class PacketFilterFlowsTest {
    private static final int FILTERS = 400;

    static List<Path> captures() throws IOException {
        return LabCaptures.all();
    }

    /** A capture that was scanned with so many flows told apart. */
    private record Scanned(MappedSource source, RecordReader reader, Scan scan) {
        static Scanned of(Path file, int maxFlows) throws IOException {
            CaptureLimits limits =
                    new CaptureLimits(16 << 20, maxFlows, 2048, 64L << 30, 200, Integer.MAX_VALUE, 1 << 16);
            ProblemLog problems = new ProblemLog(10);
            MappedSource source = MappedSource.map(file, 1 << 20);
            RecordReader reader = new PcapFormat().open(source, limits, problems);
            Scan scan = new Scan(source, reader, limits, problems);
            scan.run(ScanMonitor.NONE);
            return new Scanned(source, reader, scan);
        }

        List<Long> selected(Node filter) {
            Selector.Found found =
                    Selector.select(source, reader, scan, filter, scan.pages().packets(), ScanMonitor.NONE);
            List<Long> numbers = new ArrayList<>();
            if (found.packets() == 0) {
                return numbers;
            }
            // The lab captures fit into one block.
            char[] block = found.blocks()[0];
            int size = block == Selector.WHOLE ? (int) found.packets() : block.length;
            for (int i = 0; i < size; i++) {
                numbers.add((long) (block == Selector.WHOLE ? i : block[i]));
            }
            return numbers;
        }

        List<Long> asked(Node filter) {
            FlowVerdicts.Snapshot flows = new FlowVerdicts(filter, scan).snapshot();
            PacketFacts packet = new PacketFacts(source, reader, scan.pages().position(0));
            Probe probe = new Probe();
            List<Long> numbers = new ArrayList<>();
            for (long i = 0; i < scan.pages().packets(); i++) {
                packet.moveTo(i, scan.pages().position(i));
                if (filter.passes(probe.about(flows.facts()[scan.pages().flow(i)], packet))) {
                    numbers.add(i);
                }
            }
            return numbers;
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void flowsNeverDecideOtherwiseThanPackets(Path file) throws Exception {
        Scanned scanned = Scanned.of(file, 1 << 17);
        RandomFilters filters = new RandomFilters(file.getFileName().toString().hashCode());
        for (int i = 0; i < FILTERS; i++) {
            String text = filters.next();
            Node filter = FilterParser.parse(text, 100, 1000);
            assertEquals(scanned.asked(filter), scanned.selected(filter), text);
        }
    }

    /** Beyond the limit, flows stand for many hosts and the packets are asked. */
    @ParameterizedTest
    @MethodSource("captures")
    void aLimitOfFlowsChangesNothing(Path file) throws Exception {
        Scanned all = Scanned.of(file, 1 << 17);
        boolean fragmented = all.asked(Node.ALL).stream().anyMatch(packet -> isLaterFragment(all, packet));
        Scanned few = Scanned.of(file, 3);
        RandomFilters filters = new RandomFilters(7);
        for (int i = 0; i < FILTERS; i++) {
            String text = filters.next();
            // How protection is judged does depend on it, and the SPI of a later fragment is only in its flow.
            if (!text.contains("protection") && !(fragmented && text.contains("spi"))) {
                Node filter = FilterParser.parse(text, 100, 1000);
                assertEquals(all.selected(filter), few.selected(filter), text);
            }
        }
    }

    private static boolean isLaterFragment(Scanned scanned, long packet) {
        PacketFacts facts = new PacketFacts(
                scanned.source(), scanned.reader(), scanned.scan().pages().position(0));
        facts.moveTo(packet, scanned.scan().pages().position(packet));
        TrafficClass ofFlow =
                scanned.scan().flows().trafficClass(scanned.scan().pages().flow(packet));
        return facts.frame().laterFragment && ofFlow.isProtected();
    }
}
