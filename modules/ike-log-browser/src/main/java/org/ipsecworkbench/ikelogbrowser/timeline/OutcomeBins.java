package org.ipsecworkbench.ikelogbrowser.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ikelogbrowser.detail.Ending;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.TimeSteps;
import org.jspecify.annotations.Nullable;

/**
 * How many negotiations began when and how they ended, in bins of equal width up to the last renewal.
 *
 * @param start when the first bin begins, a multiple of the width since 1970
 * @param width of a bin
 * @param counts per ending that occurs, one number for each bin; all are equally long
 */
record OutcomeBins(Instant start, Duration width, Map<Ending, long[]> counts) {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /**
     * Counts them. Those without a time are left out.
     *
     * @param atMost how many bins there is room for; exceeded only where a week is too narrow
     * @return null where none has a time
     */
    static @Nullable OutcomeBins of(List<Negotiation> negotiations, int atMost) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Negotiation one : negotiations) {
            Instant start = one.start();
            if (start != null) {
                first = Math.min(first, millis(start));
                last = Math.max(last, millis(start));
                // What is renewed inside is drawn over the bars.
                for (Instant renewed : one.renewals()) {
                    last = Math.max(last, millis(renewed));
                }
            }
        }
        if (last < first) {
            return null;
        }
        long begin = first;
        long end = last;
        // Times that a log or a clock got wrong by ages are one bin at either end and no allocation to match.
        long width = TimeSteps.shortest(one -> bins(begin, end, one) <= Math.max(atMost, 1));
        int bins = (int) bins(first, last, width);
        long origin = Math.floorDiv(first, width) * width;
        Map<Ending, long[]> counts = new EnumMap<>(Ending.class);
        for (Negotiation one : negotiations) {
            Instant start = one.start();
            if (start != null) {
                counts.computeIfAbsent(Ending.of(one), any -> new long[bins])[
                        (int) ((millis(start) - origin) / width)]++;
            }
        }
        return new OutcomeBins(Instant.ofEpochMilli(origin), Duration.ofMillis(width), counts);
    }

    /** Within the years 1 to 9999, which every source can mean; what hostile text says beyond counts at either end. */
    private static long millis(Instant time) {
        return Math.max(FIRST.getEpochSecond(), Math.min(LAST.getEpochSecond(), time.getEpochSecond())) * 1000
                + time.getNano() / 1_000_000;
    }

    private static long bins(long first, long last, long width) {
        return Math.floorDiv(last, width) - Math.floorDiv(first, width) + 1;
    }

    int bins() {
        return counts.values().iterator().next().length;
    }

    /** How many negotiations began in one. */
    long total(int bin) {
        return counts.values().stream().mapToLong(one -> one[bin]).sum();
    }

    /** When one begins and what it holds: {@code 14:03:00.000 + 15.0 s: 3 Failed; 1 Established}. */
    String words(int bin) {
        List<String> words = new ArrayList<>();
        for (Ending ending : Ending.values()) {
            long[] numbers = counts.get(ending);
            if (numbers != null && numbers[bin] > 0) {
                words.add(Formats.count(numbers[bin]) + " " + ending.label());
            }
        }
        return Formats.clock(startOf(bin)) + " + " + Formats.duration(width) + ": " + String.join("; ", words);
    }

    Instant startOf(int bin) {
        return start.plus(width.multipliedBy(bin));
    }
}
