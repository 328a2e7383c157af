package org.ipsecworkbench.ike;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What repeats between hosts: failures that are tried again and again, and SAs that are renewed.
 *
 * @param storms by their beginning
 * @param renewals by their time
 */
public record Repetitions(List<Storm> storms, List<Renewal> renewals) {
    /** Fewer failures in a row are what any user makes who tries again by hand. */
    public static final int STORM_FAILURES = 5;

    /**
     * Failures that begin further apart are no storm. A Windows host gives up after about a minute of repeating its message
     * and begins again with the next packet that needs protection.
     */
    public static final Duration STORM_GAP = Duration.ofMinutes(2);

    /** Keeps copies of the lists. */
    public Repetitions {
        storms = List.copyOf(storms);
        renewals = List.copyOf(renewals);
    }

    /**
     * The same failure at least {@link #STORM_FAILURES} times, never longer than {@link #STORM_GAP} apart.
     *
     * @param key what failed
     * @param failures how often
     * @param first when the first of them began
     * @param last when the last of them began; the same where the source tells whole seconds only
     */
    public record Storm(FailureKey key, int failures, Instant first, Instant last) {
        /** The time from one beginning to the next, on average. */
        public Duration interval() {
            return Duration.between(first, last).dividedBy(Math.max(1, failures - 1));
        }
    }

    /**
     * A further IKE SA between two hosts that had one, or further SAs of ESP and AH inside an IKE SA.
     *
     * @param one the host whose address comes first as text
     * @param other the other
     * @param isInside whether it is the second
     * @param time when it began
     * @param after how long after the beginning of the one before
     */
    public record Renewal(String one, String other, boolean isInside, Instant time, Duration after) {}

    /** Finds both. Negotiations without a time are left out. */
    public static Repetitions of(List<Negotiation> negotiations) {
        List<Negotiation> timed = negotiations.stream()
                .filter(one -> one.start() != null)
                .sorted(Comparator.comparing(Repetitions::start))
                .toList();
        Map<FailureKey, Run> runs = new LinkedHashMap<>();
        Map<List<String>, Instant> established = new LinkedHashMap<>();
        List<Storm> storms = new ArrayList<>();
        List<Renewal> renewals = new ArrayList<>();
        for (Negotiation one : timed) {
            Instant start = start(one);
            FailureKey key = FailureKey.of(one);
            if (key != null) {
                Run run = runs.get(key);
                if (run == null || !run.goesOn(start)) {
                    end(run, storms);
                    run = new Run(key, start);
                    runs.put(key, run);
                }
                run.failures++;
                run.last = start;
            } else if (one.outcome() == Outcome.ESTABLISHED) {
                boolean ordered = one.initiator().compareTo(one.responder()) <= 0;
                String first = ordered ? one.initiator() : one.responder();
                String second = ordered ? one.responder() : one.initiator();
                Instant before = established.put(List.of(first, second), start);
                if (before != null) {
                    renewals.add(new Renewal(first, second, false, start, Duration.between(before, start)));
                }
                Instant last = start;
                for (Instant time : one.renewals()) {
                    renewals.add(new Renewal(first, second, true, time, Duration.between(last, time)));
                    last = time;
                }
            }
        }
        runs.values().forEach(run -> end(run, storms));
        storms.sort(Comparator.comparing(Storm::first));
        renewals.sort(Comparator.comparing(Renewal::time));
        return new Repetitions(storms, renewals);
    }

    private static Instant start(Negotiation one) {
        Instant start = one.start();
        return start == null ? Instant.MIN : start;
    }

    private static void end(@Nullable Run run, List<Storm> storms) {
        if (run != null && run.failures >= STORM_FAILURES) {
            storms.add(new Storm(run.key, run.failures, run.first, run.last));
        }
    }

    /** Equal failures in a row. */
    private static final class Run {
        final FailureKey key;
        final Instant first;
        Instant last;
        int failures;

        Run(FailureKey key, Instant first) {
            this.key = key;
            this.first = first;
            last = first;
        }

        boolean goesOn(Instant next) {
            return Duration.between(last, next).compareTo(STORM_GAP) <= 0;
        }
    }
}
