package org.ipsecworkbench.diagnosis.timeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Flow;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.capture.Verdict;
import org.ipsecworkbench.diagnosis.TimelineEntry.Signal;
import org.ipsecworkbench.diagnosis.TimelineKind;
import org.ipsecworkbench.diagnosis.TimelineLimits;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.IkeCaptures;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.Place;

/**
 * A capture as entries: one for all of its traffic with its packets over time, one for each pair of addresses, and its
 * negotiations; never one for a packet.
 */
final class CaptureDrafts {
    /** SPIs of one pair by which it is found. */
    private static final int MAX_SPIS = 256;

    private final Drafts drafts;
    private final TimelineLimits limits;
    private final ProblemLog problems;

    CaptureDrafts(Drafts drafts, TimelineLimits limits, ProblemLog problems) {
        this.drafts = drafts;
        this.limits = limits;
        this.problems = problems;
    }

    /** From when to when two addresses talked, and where that begins. */
    private static final class Span {
        Instant start = Instant.MAX;
        Instant end = Instant.MIN;
        long first = Long.MAX_VALUE;
        final Set<Integer> spis = new LinkedHashSet<>();

        void add(Flow flow) {
            start = flow.start().isBefore(start) ? flow.start() : start;
            end = flow.end().isAfter(end) ? flow.end() : end;
            first = Math.min(first, flow.firstPacket());
            if (flow.spi() != 0 && spis.size() < MAX_SPIS) {
                spis.add((int) flow.spi());
            }
        }
    }

    /**
     * Reads a capture of any size.
     *
     * @return its negotiations
     */
    IkeReport read(Path file, EvidenceItem item, String lane, String clock, ScanMonitor monitor) throws IOException {
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, monitor)) {
            capture.scan(monitor);
            Coverage coverage = capture.coverage();
            traffic(coverage, item, lane, clock);
            IkeReport report = IkeCaptures.read(
                    capture,
                    new Source(item.name(), Source.Kind.CAPTURE),
                    DecryptionKeys.NONE,
                    ItemReader.IKE_LIMITS,
                    monitor,
                    message -> {});
            for (Negotiation one : report.negotiations()) {
                NegotiationDrafts.of(one, clock, lane, item.id()).ifPresentOrElse(drafts::add, drafts::timeless);
            }
            return report;
        }
    }

    private void traffic(Coverage coverage, EvidenceItem item, String lane, String clock) {
        coverage.problems().forEach(problem -> problems.add(item.name() + ", " + problem.where(), problem.what()));
        Instant start = coverage.start();
        Instant end = coverage.end();
        if (start == null || end == null) {
            return;
        }
        String words = String.format(
                Locale.ROOT,
                "%s: %,d packets between %,d %s of addresses: %s",
                item.name(),
                coverage.packets(),
                coverage.pairs().size(),
                coverage.pairs().size() == 1 ? "pair" : "pairs",
                coverage.verdict().label());
        drafts.add(Draft.moment(clock, start, lane, TimelineKind.CAPTURE, words, item.id(), Place.packet(1))
                .lasting(Duration.between(start, end))
                .ended(signal(coverage.verdict()), coverage.verdict().label())
                .carrying("", coverage.series()));
        Map<Integer, Span> spans = new HashMap<>();
        for (Flow flow : coverage.flows()) {
            if (flow.pair() >= 0 && flow.pair() < limits.maxPairs()) {
                spans.computeIfAbsent(flow.pair(), any -> new Span()).add(flow);
            }
        }
        spans.forEach((pair, span) -> drafts.add(pair(coverage.pairs().get(pair), span, item, lane, clock)));
        if (coverage.pairs().size() > limits.maxPairs()) {
            problems.add(
                    item.name(),
                    String.format(
                            Locale.ROOT,
                            "%,d more pairs of addresses are left out; the capture's own window lists them.",
                            coverage.pairs().size() - limits.maxPairs()));
        }
    }

    private static Draft pair(HostPair pair, Span span, EvidenceItem item, String lane, String clock) {
        String between = pair.a() + " ↔ " + pair.b() + (pair.network().isEmpty() ? "" : ", " + pair.network());
        long packets = pair.classes().values().stream()
                .mapToLong(count -> count.packets())
                .sum();
        String words = String.format(
                Locale.ROOT,
                "%s: %,d packets: %s",
                between,
                packets,
                pair.verdict().label());
        return Draft.moment(
                        clock, span.start, lane, TimelineKind.CAPTURE, words, item.id(), Place.packet(span.first + 1))
                .lasting(Duration.between(span.start, span.end))
                .ended(signal(pair.verdict()), pair.verdict().label())
                .about(List.of(pair.a(), pair.b()), null, new ArrayList<>(span.spis))
                .carrying(between, null);
    }

    private static Signal signal(Verdict verdict) {
        return switch (verdict) {
            case ENCRYPTED -> Signal.GOOD;
            case MIXED, CLEAR, INTEGRITY_ONLY -> Signal.BAD;
            case PROTECTED_UNKNOWN, AUTHENTICATED_ONLY, INSUFFICIENT, INCONCLUSIVE -> Signal.NEUTRAL;
        };
    }
}
