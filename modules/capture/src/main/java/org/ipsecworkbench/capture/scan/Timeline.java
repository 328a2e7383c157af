package org.ipsecworkbench.capture.scan;

/**
 * The scale of a set of time lines: up to {@link #BINS} bins of equal width, a power of two in nanoseconds.
 *
 * <p>The range of a capture is known only at its end, so the scale widens as times come, in any order. Each widening at
 * least leaves room for an eighth of the range, so that times chosen by an adversary cannot make it happen often.
 */
final class Timeline {
    /** The range takes up at most so many bins when the scale widens, and more than half of them if it had to. */
    private static final int USED = 256;

    private static final int SLACK = 32;
    static final int BINS = USED + 2 * SLACK;
    /** About a millisecond. */
    private static final int FINEST = 20;

    int shift = FINEST;
    /** Absolute number of the first bin: time >> shift. Before there are times, no time has a bin. */
    long base = Long.MAX_VALUE;

    long earliest = Long.MAX_VALUE;
    long latest = Long.MIN_VALUE;

    /** Whether a time has a bin now. */
    boolean covers(long time) {
        return Long.compareUnsigned((time >> shift) - base, BINS) < 0;
    }

    int bin(long time) {
        return (int) ((time >> shift) - base);
    }

    /** Notes the times of the first and the last of some packets; those of none change nothing. */
    void note(long first, long last) {
        earliest = Math.min(earliest, first);
        latest = Math.max(latest, last);
    }

    /** A scale that covers a time as well; whoever has lines in the old one has to add them up by {@link #binIn}. */
    Timeline widened(long time, int atLeastShift) {
        Timeline wide = new Timeline();
        wide.earliest = Math.min(earliest, time);
        wide.latest = Math.max(latest, time);
        wide.shift = Math.max(shift, atLeastShift);
        long low = wide.earliest >> wide.shift;
        long high = wide.latest >> wide.shift;
        while (high - low < 0 || high - low >= USED) {
            wide.shift++;
            low = wide.earliest >> wide.shift;
            high = wide.latest >> wide.shift;
        }
        boolean downwards = earliest <= latest && time < earliest;
        wide.base = downwards ? low - (BINS - (high - low + 1)) / 2 : low - SLACK;
        return wide;
    }

    /** The bin of a wider scale that one of this scale belongs to. */
    int binIn(Timeline wide, int bin) {
        return (int) ((base + bin >> wide.shift - shift) - wide.base);
    }
}
