package org.ipsecworkbench.capture.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.Count;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Direction;
import org.ipsecworkbench.capture.Flow;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.capture.Packet;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.capture.TrafficClass;

/** What holds for every file whatsoever. Fuzzing looks for one where it does not. */
public final class Invariants {
    /** Far above what any file of a few kilobytes takes, so that only a loop or a quadratic cost reaches it. */
    private static final long MAX_NANOSECONDS = 2_000_000_000L;

    private static final long MAX_PACKETS = 5000;

    private Invariants() {}

    /** Opens and scans a file; one that is no capture may be refused with a message. */
    public static void check(Path file, CaptureLimits limits) {
        long took = nanoseconds(file, limits);
        if (took > MAX_NANOSECONDS) {
            // Loading classes and a busy machine are not the file's fault.
            took = nanoseconds(file, limits);
        }
        hold(took < MAX_NANOSECONDS, "an answer within two seconds", took / 1_000_000 + " ms");
    }

    private static long nanoseconds(Path file, CaptureLimits limits) {
        long start = System.nanoTime();
        try (Capture capture = Capture.open(file, limits, ScanMonitor.NONE)) {
            capture.scan(ScanMonitor.NONE);
            check(capture);
        } catch (IOException e) {
            hold(e.getMessage() != null && !e.getMessage().isBlank(), "a message for people", e);
        }
        return System.nanoTime() - start;
    }

    /** Checks a capture that was scanned. */
    public static void check(Capture capture) {
        Coverage coverage = capture.coverage();
        for (Problem problem : coverage.problems()) {
            hold(!problem.what().contains("defect of the workbench"), "no defect of the decoder", problem);
        }
        hold(coverage.complete(), "a complete scan", coverage.problems());
        hold(capture.packets() == coverage.packets(), "an index of all packets", capture.packets());
        counts(coverage);
        packets(capture, coverage);
        series(coverage);
        for (HostPair pair : coverage.pairs()) {
            share(pair.confidence(), pair);
            direction(pair.aToB());
            direction(pair.bToA());
            hold(!pair.a().isEmpty() || !pair.b().isEmpty(), "a pair with addresses", pair);
        }
        hold(!coverage.reasons().isEmpty() || coverage.packets() == 0, "reasons", coverage.verdict());
    }

    private static void counts(Coverage coverage) {
        Count all = new Count(coverage.packets(), coverage.bytes());
        hold(all.equals(sum(coverage.classes().values().stream().toList())), "class counts add up to", all);
        hold(all.equals(sum(coverage.flows().stream().map(Flow::count).toList())), "flow counts add up to", all);
        hold(coverage.truncatedPackets() <= all.packets(), "truncated packets", coverage.truncatedPackets());
        hold(coverage.malformedPackets() <= all.packets(), "malformed packets", coverage.malformedPackets());
        for (int i = 0; i < coverage.flows().size(); i++) {
            Flow flow = coverage.flows().get(i);
            hold(flow.id() == i, "the flow at its number", flow);
            hold(flow.pair() >= -1 && flow.pair() < coverage.pairs().size(), "a pair that is there", flow);
            hold(flow.count().packets() > 0, "a flow with packets", flow);
        }
        Map<TrafficClass, Count> classes = coverage.classes();
        hold(classes.values().stream().allMatch(count -> count.packets() > 0), "classes that were seen", classes);
    }

    private static void packets(Capture capture, Coverage coverage) {
        List<Flow> flows = coverage.flows();
        long some = Math.min(capture.packets(), MAX_PACKETS);
        for (long i = 0; i < some; i++) {
            int number = capture.flowOf(i);
            hold(number >= 0 && number < flows.size(), "a flow that is there", number);
            Flow flow = flows.get(number);
            Packet packet = capture.packet(i);
            hold(packet.index() == i, "the packet that was asked for", packet);
            hold(packet.trafficClass() == flow.trafficClass(), "the class of its flow", packet);
            hold(packet.length() >= 0 && packet.capturedLength() >= 0, "lengths", packet);
            ByteBuffer bytes = capture.bytes(i);
            hold(bytes.remaining() == packet.capturedLength(), "its bytes", packet);
        }
    }

    private static void series(Coverage coverage) {
        int bins = coverage.series().bins();
        hold(bins <= 512, "at most 512 bins", bins);
        long counted = coverage.series().packets().values().stream()
                .peek(line -> hold(line.length == bins, "lines of the same length", line.length))
                .flatMapToLong(Arrays::stream)
                .peek(count -> hold(count >= 0, "counts from 0", count))
                .sum();
        hold(counted <= coverage.packets(), "no packet twice in the series", counted);
        hold((coverage.start() == null) == (counted == 0), "a series where there are times", counted);
        if (coverage.start() != null && coverage.end() != null) {
            hold(!coverage.end().isBefore(coverage.start()), "an end behind the start", coverage.end());
            hold(!coverage.series().start().isAfter(coverage.start()), "a series from the start", coverage.start());
        }
    }

    private static void direction(Direction direction) {
        share(direction.protectedShare(), direction);
        share(direction.confidentialShare(), direction);
        hold(
                direction.confidentialShare() <= direction.protectedShare(),
                "no more confidential than protected",
                direction);
        for (Count count : List.of(
                direction.encrypted(),
                direction.readable(),
                direction.unproven(),
                direction.clear(),
                direction.exempt(),
                direction.undecidable())) {
            hold(count.packets() >= 0 && count.bytes() >= 0, "counts from 0", direction);
        }
    }

    private static void share(double share, Object of) {
        hold(share >= 0 && share <= 1, "a share from 0 to 1", of);
    }

    private static Count sum(List<Count> counts) {
        return counts.stream().reduce(Count.ZERO, Count::plus);
    }

    private static void hold(boolean holds, String what, Object found) {
        if (!holds) {
            throw new AssertionError("expected " + what + ": " + found);
        }
    }
}
