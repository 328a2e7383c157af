package org.ipsecworkbench.ike.merge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.ike.ChildSa;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Step;
import org.jspecify.annotations.Nullable;

/**
 * How far one source's clock is off another one's, by the messages that both tell of, or else by the SAs.
 *
 * @param offset to take off the second source's times; null where nothing with a time is common
 * @param common how many messages or SAs it rests on
 * @param basis which of the two
 */
record ClockOffset(@Nullable Duration offset, int common, Basis basis) {
    /** What both sources tell of. */
    enum Basis {
        /** Clocks that differ by less agree: a log's time is when the service wrote the line. */
        MESSAGES("message", Duration.ofMillis(100)),
        /** An event of an SA is written when its last message has passed, sooner or later. */
        SAS("SA", Duration.ofSeconds(1));

        private final String label;
        private final Duration agreement;

        Basis(String label, Duration agreement) {
            this.label = label;
            this.agreement = agreement;
        }

        String label() {
            return label;
        }

        /** Clocks that differ by less agree. */
        Duration agreement() {
            return agreement;
        }
    }

    private record Key(Step.Direction direction, int exchange, int messageId, long length, int occurrence) {}

    /** Which step of the second source is which one of the first: indexes. */
    static Map<Integer, Integer> pairs(List<Step> first, List<Step> second) {
        Map<Key, Integer> known = new HashMap<>();
        keys(first).forEach((index, key) -> known.put(key, index));
        Map<Integer, Integer> pairs = new HashMap<>();
        keys(second).forEach((index, key) -> {
            Integer other = known.get(key);
            if (other != null) {
                pairs.put(index, other);
            }
        });
        return pairs;
    }

    private static Map<Integer, Key> keys(List<Step> steps) {
        Map<Key, Integer> counts = new HashMap<>();
        Map<Integer, Key> keys = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            IkeMessage message = steps.get(i).message();
            if (message != null) {
                Key plain =
                        new Key(steps.get(i).direction(), message.exchange(), message.messageId(), message.length(), 0);
                int occurrence = counts.merge(plain, 1, Integer::sum);
                keys.put(i, new Key(plain.direction, plain.exchange, plain.messageId, plain.length, occurrence));
            }
        }
        return keys;
    }

    static ClockOffset of(Negotiation first, Negotiation second, Map<Integer, Integer> pairs) {
        List<Duration> differences = new ArrayList<>();
        pairs.forEach((index, other) -> add(
                differences,
                first.steps().get(other).time(),
                second.steps().get(index).time()));
        if (!differences.isEmpty()) {
            return median(differences, Basis.MESSAGES);
        }
        Map<Integer, ChildSa> children = new HashMap<>();
        first.children().forEach(child -> children.putIfAbsent(child.spi(), child));
        for (ChildSa child : second.children()) {
            ChildSa same = children.get(child.spi());
            if (same != null) {
                add(differences, setUp(first, same), setUp(second, child));
            }
        }
        return median(differences, Basis.SAS);
    }

    private static void add(List<Duration> differences, @Nullable Instant base, @Nullable Instant time) {
        if (time != null && base != null) {
            differences.add(Duration.between(base, time));
        }
    }

    /** A message that was delayed on its way does not move it. */
    private static ClockOffset median(List<Duration> differences, Basis basis) {
        differences.sort(null);
        return new ClockOffset(
                differences.isEmpty() ? null : differences.get(differences.size() / 2), differences.size(), basis);
    }

    /** When an SA was set up: by the event that says so, else by the last message before its first packet or line. */
    private static @Nullable Instant setUp(Negotiation negotiation, ChildSa child) {
        if (child.evidence().isEmpty()) {
            return null;
        }
        Evidence place = child.evidence().get(0);
        Instant last = null;
        for (Step step : negotiation.steps()) {
            for (Evidence evidence : step.evidence()) {
                boolean isBefore = evidence.source().equals(place.source()) && evidence.last() <= place.first();
                if (evidence.equals(place)) {
                    return step.time();
                }
                last = isBefore && step.direction() != Step.Direction.LOCAL ? step.time() : last;
            }
        }
        return last;
    }
}
