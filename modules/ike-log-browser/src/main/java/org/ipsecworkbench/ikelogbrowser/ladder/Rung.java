package org.ipsecworkbench.ikelogbrowser.ladder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.Step;
import org.ipsecworkbench.ike.Step.Direction;
import org.ipsecworkbench.workbench.Formats;
import org.jspecify.annotations.Nullable;

/**
 * A row of a ladder in words: one message between the hosts, or something that one of them tells of itself.
 *
 * @param time since the first step, {@code 0.287 s}; empty where it is not known
 * @param place where it was read, {@code packets 7 to 15}
 * @param direction between whom
 * @param title the exchange, {@code main mode}
 * @param content the payloads; may be empty
 * @param aside what is special about it, {@code sent 4 times, the last at 9.834 s}; may be empty
 * @param failed whether the failure shows here
 * @param step what it was made from; null for the row that says how many are left out
 */
public record Rung(
        String time,
        String place,
        Direction direction,
        String title,
        String content,
        String aside,
        boolean failed,
        @Nullable Step step) {

    /** The rows of a negotiation, in the order of time; at the end one for the steps that were not kept, if any. */
    public static List<Rung> of(Negotiation negotiation) {
        Instant start = negotiation.start();
        Step failing = failing(negotiation);
        Set<Source> sources = negotiation.steps().stream()
                .flatMap(step -> step.evidence().stream())
                .map(Evidence::source)
                .collect(Collectors.toSet());
        // A packet, a line and an event say by themselves of which source they are, where there is one of each kind.
        boolean areNamed = sources.stream().map(Source::kind).distinct().count() < sources.size();
        List<Rung> rungs = new ArrayList<>();
        for (Step step : negotiation.steps()) {
            rungs.add(of(step, start, step.equals(failing), areNamed));
        }
        if (negotiation.droppedSteps() > 0) {
            String left = Formats.count(negotiation.droppedSteps(), "further step", "further steps");
            rungs.add(new Rung("", "", Direction.LOCAL, left, "not kept, to bound the memory", "", false, null));
        }
        return rungs;
    }

    private static Rung of(Step step, @Nullable Instant start, boolean failed, boolean areNamed) {
        int colon = step.summary().indexOf(": ");
        String title = colon < 0 ? step.summary() : step.summary().substring(0, colon);
        String content = colon < 0 ? "" : step.summary().substring(colon + 2);
        String aside = "";
        if (step.repeats() > 0) {
            String last = since(start, step.lastTime());
            aside = "sent " + Formats.count(step.repeats() + 1L) + " times"
                    + (last.isEmpty() ? "" : ", the last at " + last);
        }
        return new Rung(
                since(start, step.time()),
                place(step.evidence(), areNamed),
                step.direction(),
                title,
                content,
                aside,
                failed,
                step);
    }

    /** The first step that the failure rests on; where it rests on something else, an ICMP error say, the one before that. */
    private static @Nullable Step failing(Negotiation negotiation) {
        Failure failure = negotiation.failure();
        if (failure == null) {
            return null;
        }
        Set<Evidence> evidence = Set.copyOf(failure.evidence());
        Step before = null;
        for (Step step : negotiation.steps()) {
            if (step.evidence().stream().anyMatch(evidence::contains)) {
                return step;
            }
            if (step.evidence().stream().anyMatch(one -> evidence.stream().anyMatch(other -> isBefore(one, other)))) {
                before = step;
            }
        }
        return before;
    }

    private static boolean isBefore(Evidence one, Evidence other) {
        return one.source().equals(other.source()) && one.first() < other.first();
    }

    /**
     * The places of a step, source by source: {@code packet 3}, {@code packets 7 to 15, lines 12 to 19}.
     *
     * @param areNamed whether the sources are named, too: {@code a/Oakley.log line 7}
     */
    static String place(List<Evidence> evidence, boolean areNamed) {
        Map<Source, Evidence> bySource = new LinkedHashMap<>();
        for (Evidence one : evidence) {
            bySource.merge(
                    one.source(),
                    one,
                    (first, next) -> new Evidence(first.source(), first.first(), Math.max(first.last(), next.last())));
        }
        return bySource.values().stream()
                .map(place -> areNamed ? place.source().name() + " " + place.label() : place.label())
                .collect(Collectors.joining(", "));
    }

    private static String since(@Nullable Instant start, @Nullable Instant time) {
        return start == null || time == null
                ? ""
                : String.format(
                        Locale.ROOT, "%.3f s", Duration.between(start, time).toNanos() / 1e9);
    }

    /** Everything in one line, as it is copied and read aloud. */
    @Override
    public String toString() {
        String arrow = switch (direction) {
            case TO_RESPONDER -> "->";
            case TO_INITIATOR -> "<-";
            case LOCAL -> "--";
        };
        StringBuilder line = new StringBuilder();
        line.append(String.format(Locale.ROOT, "%10s  %s  %s", time, arrow, title));
        line.append(content.isEmpty() ? "" : ": " + content);
        line.append(aside.isEmpty() ? "" : ", " + aside);
        line.append(failed ? ", FAILED HERE" : "");
        line.append(place.isEmpty() ? "" : "  [" + place + "]");
        return line.toString();
    }
}
