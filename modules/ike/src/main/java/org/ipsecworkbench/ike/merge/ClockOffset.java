package org.ipsecworkbench.ike.merge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Step;
import org.jspecify.annotations.Nullable;

/**
 * How far one source's clock is off another one's, by the messages that both tell of.
 *
 * @param offset to take off the second source's times; null where no message with a time is common
 * @param common how many messages it rests on
 */
record ClockOffset(@Nullable Duration offset, int common) {
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

    /** The median of the differences: a message that was delayed on its way does not move it. */
    static ClockOffset of(List<Step> first, List<Step> second, Map<Integer, Integer> pairs) {
        List<Duration> differences = new ArrayList<>();
        pairs.forEach((index, other) -> {
            Instant time = second.get(index).time();
            Instant base = first.get(other).time();
            if (time != null && base != null) {
                differences.add(Duration.between(base, time));
            }
        });
        differences.sort(null);
        return new ClockOffset(
                differences.isEmpty() ? null : differences.get(differences.size() / 2), differences.size());
    }
}
