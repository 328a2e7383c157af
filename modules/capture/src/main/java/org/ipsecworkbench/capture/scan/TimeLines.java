package org.ipsecworkbench.capture.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ipsecworkbench.capture.TrafficClass;
import org.jspecify.annotations.Nullable;

/**
 * Packets and bytes over time, one line per flow up to a limit and one per class for the flows beyond it, all in the same
 * {@link Timeline}.
 *
 * <p>Kept by bin, not by flow: what is counted at a time lies together in memory.
 */
final class TimeLines {
    private static final int CLASSES = TrafficClass.values().length;

    private final int maxLines;
    /** Per bin, packets and bytes alternating: first of the classes, then of the flows. */
    private long[] @Nullable [] bins = new long[Timeline.BINS][];

    /** Bins that were added to others, to be used again: fresh memory costs more than clearing this. */
    private final List<long[]> spare = new ArrayList<>();

    /** Length of the longest of them. */
    private int widest = 4 * CLASSES;

    private Timeline scale = new Timeline();

    TimeLines(int maxLines) {
        this.maxLines = maxLines;
    }

    Timeline scale() {
        return scale;
    }

    /** Counts a packet. */
    void add(int flow, TrafficClass trafficClass, int bin, long length) {
        int at = column(flow, trafficClass);
        long[] counts = bin(bin, at);
        counts[at]++;
        counts[at + 1] += length;
    }

    /** Place of the packets of a flow in each bin; their bytes stand behind it. */
    int column(int flow, TrafficClass trafficClass) {
        return 2 * (flow < maxLines ? CLASSES + flow : trafficClass.ordinal());
    }

    /** A bin with room for a column. */
    long[] bin(int bin, int column) {
        long[] counts = bins[bin];
        if (counts == null) {
            counts = emptyBin(column);
            bins[bin] = counts;
        }
        if (column >= counts.length) {
            widest = Math.max(widest, Math.max(column + 2, 2 * counts.length));
            counts = Arrays.copyOf(counts, widest);
            bins[bin] = counts;
        }
        return counts;
    }

    private long[] emptyBin(int column) {
        if (spare.isEmpty()) {
            // Most flows go on from bin to bin.
            widest = Math.max(widest, column + 2);
            return new long[widest];
        }
        long[] counts = spare.remove(spare.size() - 1);
        Arrays.fill(counts, 0);
        return counts;
    }

    /** Makes the scale cover a time as well, in bins at least as wide as asked for. */
    void widen(long time, int atLeastShift) {
        Timeline wide = scale.widened(time, atLeastShift);
        long[] @Nullable [] old = bins;
        bins = new long[Timeline.BINS][];
        addBins(old, scale, wide, true);
        scale = wide;
    }

    /** Adds bins to those of another scale; takes them over as they are where nobody else has them. */
    private void addBins(long[] @Nullable [] from, Timeline theirs, Timeline to, boolean mine) {
        for (int i = 0; i < from.length; i++) {
            long[] counts = from[i];
            if (counts == null) {
                continue;
            }
            int bin = theirs.binIn(to, i);
            long[] into = bins[bin];
            if (into == null) {
                bins[bin] = mine ? counts : counts.clone();
                continue;
            }
            if (into.length < counts.length) {
                into = Arrays.copyOf(into, counts.length);
                bins[bin] = into;
            }
            for (int k = 0; k < counts.length; k++) {
                into[k] += counts[k];
            }
            if (mine) {
                spare.add(counts);
            }
        }
    }

    /** Adds the lines of another. */
    void add(TimeLines other) {
        Timeline theirs = other.scale;
        if (theirs.earliest > theirs.latest) {
            return;
        }
        widen(theirs.earliest, theirs.shift);
        widen(theirs.latest, theirs.shift);
        addBins(other.bins, theirs, scale, false);
    }

    /**
     * Adds lines up: packets and bytes alternating, one pair per bin, per sum.
     *
     * @param sums how many
     * @param ofClass to which sum the flows of a class belong that have no line of their own, by the class's ordinal
     * @param ofFlow to which sum a flow belongs
     */
    long[][] sums(int sums, int[] ofClass, int[] ofFlow) {
        long[][] into = new long[sums][2 * Timeline.BINS];
        for (int i = 0; i < bins.length; i++) {
            long[] counts = bins[i];
            if (counts == null) {
                continue;
            }
            int columns = Math.min(counts.length / 2, CLASSES + ofFlow.length);
            for (int column = 0; column < columns; column++) {
                long[] sum = into[column < CLASSES ? ofClass[column] : ofFlow[column - CLASSES]];
                sum[2 * i] += counts[2 * column];
                sum[2 * i + 1] += counts[2 * column + 1];
            }
        }
        return into;
    }
}
