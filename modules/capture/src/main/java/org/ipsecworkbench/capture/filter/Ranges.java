package org.ipsecworkbench.capture.filter;

import java.util.ArrayList;
import java.util.List;

/** A set of values as ranges that do not touch, ascending. Two sets are equal where they are the same object. */
final class Ranges {
    static final Ranges ALL = of(List.of(Range.ALL));

    private final Range[] ranges;
    // The first range again: most filters have no other, and most packets are asked only this.
    private final long fromHigh;
    private final long fromLow;
    private final long toHigh;
    private final long toLow;

    private Ranges(List<Range> sorted) {
        ranges = sorted.toArray(new Range[0]);
        Range first = ranges.length == 0 ? new Range(-1, -1, 0, 0) : ranges[0];
        fromHigh = first.fromHigh();
        fromLow = first.fromLow();
        toHigh = first.toHigh();
        toLow = first.toLow();
    }

    static Ranges of(List<Range> any) {
        List<Range> sorted = new ArrayList<>(any);
        sorted.removeIf(Range::isEmpty);
        sorted.sort((a, b) -> Range.compare(a.fromHigh(), a.fromLow(), b.fromHigh(), b.fromLow()));
        List<Range> merged = new ArrayList<>();
        for (Range range : sorted) {
            Range last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && Range.compare(range.fromHigh(), range.fromLow(), last.toHigh(), last.toLow()) <= 0) {
                boolean longer = Range.compare(range.toHigh(), range.toLow(), last.toHigh(), last.toLow()) > 0;
                merged.set(merged.size() - 1, longer ? last.to(range) : last);
            } else {
                merged.add(range);
            }
        }
        return new Ranges(merged);
    }

    /** Everything below a range. */
    static Ranges below(Range range) {
        boolean none = (range.fromHigh() | range.fromLow()) == 0;
        long high = range.fromLow() == 0 ? range.fromHigh() - 1 : range.fromHigh();
        return of(none ? List.of() : List.of(new Range(0, 0, high, range.fromLow() - 1)));
    }

    /** Everything above a range. */
    static Ranges above(Range range) {
        boolean none = (range.toHigh() & range.toLow()) == -1;
        long high = range.toLow() == -1 ? range.toHigh() + 1 : range.toHigh();
        return of(none ? List.of() : List.of(new Range(high, range.toLow() + 1, -1, -1)));
    }

    /** Everything but a range. */
    static Ranges outside(Range range) {
        List<Range> both = new ArrayList<>(List.of(below(range).ranges));
        both.addAll(List.of(above(range).ranges));
        return of(both);
    }

    boolean contains(long high, long low) {
        if (Range.compare(high, low, fromHigh, fromLow) < 0) {
            return false;
        }
        return Range.compare(high, low, toHigh, toLow) <= 0 || ranges.length > 1 && containsLater(high, low);
    }

    private boolean containsLater(long high, long low) {
        int first = 1;
        int last = ranges.length - 1;
        while (first <= last) {
            int middle = (first + last) >>> 1;
            Range range = ranges[middle];
            if (Range.compare(high, low, range.fromHigh(), range.fromLow()) < 0) {
                last = middle - 1;
            } else if (Range.compare(high, low, range.toHigh(), range.toLow()) > 0) {
                first = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }
}
