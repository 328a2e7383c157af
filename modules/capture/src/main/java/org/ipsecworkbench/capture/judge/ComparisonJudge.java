package org.ipsecworkbench.capture.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.capture.Comparison;
import org.ipsecworkbench.capture.Comparison.Change;
import org.ipsecworkbench.capture.Comparison.PairChange;
import org.ipsecworkbench.capture.Count;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Direction;
import org.ipsecworkbench.capture.HostPair;
import org.jspecify.annotations.Nullable;

/**
 * Says of two captures what the numbers carry: a change of the share in clear counts where the 95 % intervals do not
 * overlap; traffic counts as lost below a tenth of what it was per second. Thresholds are ours.
 */
public final class ComparisonJudge {
    private static final double LOST = 0.1;
    /** Durations, and the shares of common pairs, that differ by more make a comparison doubtful. */
    private static final double ALIKE = 0.2;

    private static final int PAIRS_NAMED = 3;

    private static final Direction EMPTY =
            new Direction(Count.ZERO, Count.ZERO, Count.ZERO, Count.ZERO, Count.ZERO, Count.ZERO);

    private final Coverage before;
    private final Coverage after;
    /** Whether any pair is in both. */
    private boolean comparable;

    private ComparisonJudge(Coverage before, Coverage after) {
        this.before = before;
        this.after = after;
    }

    /** Compares what was found in two captures. */
    public static Comparison compare(Coverage before, Coverage after) {
        return new ComparisonJudge(before, after).compare();
    }

    private record Key(String a, String b, String network) {
        static Key of(HostPair pair) {
            return new Key(pair.a(), pair.b(), pair.network());
        }
    }

    private Comparison compare() {
        Map<Key, HostPair> earlier = byKey(before);
        Map<Key, HostPair> later = byKey(after);
        comparable = earlier.keySet().stream().anyMatch(later::containsKey);
        Set<Key> keys = new HashSet<>(earlier.keySet());
        keys.addAll(later.keySet());
        List<PairChange> changes = new ArrayList<>();
        for (Key key : keys) {
            changes.add(change(key, earlier.get(key), later.get(key)));
        }
        changes.sort(Comparator.comparing(PairChange::change)
                .thenComparing(change -> -Math.max(bytes(change.before()), bytes(change.after())))
                .thenComparing(PairChange::a)
                .thenComparing(PairChange::b)
                .thenComparing(PairChange::network));
        List<String> reasons = new ArrayList<>();
        summarise(changes, reasons);
        doubts(changes, reasons);
        return new Comparison(List.copyOf(changes), outcome(changes), List.copyOf(reasons));
    }

    private static Map<Key, HostPair> byKey(Coverage coverage) {
        Map<Key, HostPair> pairs = new HashMap<>();
        coverage.pairs().forEach(pair -> pairs.put(Key.of(pair), pair));
        return pairs;
    }

    private static long bytes(@Nullable HostPair pair) {
        return pair == null
                ? 0
                : pair.classes().values().stream().mapToLong(Count::bytes).sum();
    }

    private PairChange change(Key key, @Nullable HostPair was, @Nullable HostPair is) {
        List<String> reasons = new ArrayList<>();
        Change change = judge(was, is, reasons);
        return new PairChange(key.a(), key.b(), key.network(), was, is, change, List.copyOf(reasons));
    }

    private Change judge(@Nullable HostPair was, @Nullable HostPair is, List<String> reasons) {
        if (was == null) {
            reasons.add("It was not seen before.");
            if (is != null) {
                reasons.addAll(is.reasons());
            }
            return Change.ONLY_AFTER;
        }
        if (is == null && !comparable) {
            reasons.add("The second capture has none of the host pairs of the first.");
            return Change.NO_DEMONSTRABLE_CHANGE;
        }
        Direction earlier = was.total();
        Direction later = is == null ? EMPTY : is.total();
        double rate = perSecond(eligibleBytes(earlier), before);
        double rateNow = perSecond(eligibleBytes(later), after);
        if (earlier.eligible() >= PairJudge.MIN_PACKETS && rateNow < LOST * rate) {
            reasons.add("Of " + Words.of(Math.round(rate), "byte") + " per second that count, "
                    + Words.of(Math.round(rateNow), "byte") + " are left: it was cut off rather than protected.");
            return Change.LOST_TRAFFIC;
        }
        if (earlier.eligible() < PairJudge.MIN_PACKETS || later.eligible() < PairJudge.MIN_PACKETS) {
            reasons.add(
                    "A statement takes " + PairJudge.MIN_PACKETS + " packets that count in both captures; there are "
                            + earlier.eligible() + " and " + later.eligible() + ".");
            return Change.NO_DEMONSTRABLE_CHANGE;
        }
        return shares(earlier, later, reasons);
    }

    private static long eligibleBytes(Direction direction) {
        return direction.encrypted().bytes()
                + direction.readable().bytes()
                + direction.unproven().bytes()
                + direction.clear().bytes();
    }

    /** Compares the shares that anybody on the path can read: in clear, and protected against change only. */
    private static Change shares(Direction earlier, Direction later, List<String> reasons) {
        Change clear = compare(
                earlier.clear().packets(),
                earlier.eligible(),
                later.clear().packets(),
                later.eligible(),
                "in clear",
                reasons);
        if (clear != Change.NO_DEMONSTRABLE_CHANGE) {
            return clear;
        }
        return compare(
                earlier.clear().packets() + earlier.readable().packets(),
                earlier.eligible(),
                later.clear().packets() + later.readable().packets(),
                later.eligible(),
                "readable on the wire",
                reasons);
    }

    private static Change compare(long was, long ofThen, long is, long ofNow, String what, List<String> reasons) {
        reasons.add(Words.percent(was / (double) ofThen) + " " + what + " before, " + Words.percent(is / (double) ofNow)
                + " after (" + Words.packets(ofThen) + " and " + Words.packets(ofNow) + " that count).");
        if (Wilson.upper(is, ofNow) < Wilson.lower(was, ofThen)) {
            return Change.MORE_PROTECTED;
        }
        return Wilson.lower(is, ofNow) > Wilson.upper(was, ofThen)
                ? Change.LESS_PROTECTED
                : Change.NO_DEMONSTRABLE_CHANGE;
    }

    private static double perSecond(long bytes, Coverage coverage) {
        return bytes / Math.max(1, seconds(coverage));
    }

    private static double seconds(Coverage coverage) {
        return coverage.start() == null || coverage.end() == null
                ? 0
                : Duration.between(coverage.start(), coverage.end()).toMillis() / 1000.0;
    }

    private static Change outcome(List<PairChange> changes) {
        Set<Change> seen = new HashSet<>();
        changes.forEach(change -> seen.add(change.change()));
        boolean worse = seen.contains(Change.LESS_PROTECTED) || seen.contains(Change.LOST_TRAFFIC);
        if (worse && seen.contains(Change.MORE_PROTECTED)) {
            return Change.MIXED;
        }
        if (worse) {
            return seen.contains(Change.LOST_TRAFFIC) ? Change.LOST_TRAFFIC : Change.LESS_PROTECTED;
        }
        return seen.contains(Change.MORE_PROTECTED) ? Change.MORE_PROTECTED : Change.NO_DEMONSTRABLE_CHANGE;
    }

    private static void summarise(List<PairChange> changes, List<String> reasons) {
        Map<Change, List<PairChange>> by = new EnumMap<>(Change.class);
        changes.forEach(change ->
                by.computeIfAbsent(change.change(), c -> new ArrayList<>()).add(change));
        Map<Change, String> words = new LinkedHashMap<>();
        words.put(Change.LOST_TRAFFIC, "lost its traffic,lost their traffic");
        words.put(Change.LESS_PROTECTED, "is less protected,are less protected");
        words.put(Change.MORE_PROTECTED, "is more protected,are more protected");
        words.put(Change.ONLY_AFTER, "is in the second capture only,are in the second capture only");
        words.put(Change.NO_DEMONSTRABLE_CHANGE, "shows no demonstrable change,show no demonstrable change");
        words.forEach((change, texts) -> {
            List<PairChange> of = by.getOrDefault(change, List.of());
            if (!of.isEmpty()) {
                String[] oneOrMore = texts.split(",", 2);
                String some = String.join(
                        ", ",
                        of.stream()
                                .limit(PAIRS_NAMED)
                                .map(ComparisonJudge::name)
                                .toList());
                int more = of.size() - PAIRS_NAMED;
                reasons.add(Words.of(of.size(), "host pair") + " " + oneOrMore[of.size() == 1 ? 0 : 1] + ": " + some
                        + (more > 0 ? " and " + more + " more" : "") + ".");
            }
        });
        if (changes.isEmpty()) {
            reasons.add("Neither capture has two hosts that exchange IP packets.");
        }
    }

    private static String name(PairChange change) {
        return change.a() + " – " + change.b() + (change.network().isEmpty() ? "" : " (" + change.network() + ")");
    }

    /** What makes the two captures hard to compare. */
    private void doubts(List<PairChange> changes, List<String> reasons) {
        double was = seconds(before);
        double is = seconds(after);
        if (Math.abs(was - is) > ALIKE * Math.max(was, is)) {
            reasons.add("The captures last " + Words.seconds(was) + " and " + Words.seconds(is)
                    + "; compare captures of the same length.");
        }
        long common = changes.stream()
                .filter(change -> change.before() != null && change.after() != null)
                .count();
        if (!changes.isEmpty() && common < (1 - ALIKE) * changes.size()) {
            reasons.add("Only " + common + " of " + Words.of(changes.size(), "host pair") + " "
                    + (common == 1 ? "is" : "are") + " in both captures; compare the same traffic at the same place.");
        }
    }
}
