package org.ipsecworkbench.capture.scan;

import java.util.Arrays;
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

    private Timeline scale = new Timeline();

    TimeLines(int maxLines) {
        this.maxLines = maxLines;
    }

    Timeline scale() {
        return scale;
    }

    void add(int flow, int trafficClass, int bin, long packets, long bytes) {
        int at = 2 * (flow < maxLines ? CLASSES + flow : trafficClass);
        long[] counts = bins[bin];
        if (counts == null) {
            counts = new long[Math.max(at + 2, 4 * CLASSES)];
            bins[bin] = counts;
        } else if (at >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(at + 2, 2 * counts.length));
            bins[bin] = counts;
        }
        counts[at] += packets;
        counts[at + 1] += bytes;
    }

    /** Makes the scale cover a time as well, in bins at least as wide as asked for. */
    void widen(long time, int atLeastShift) {
        Timeline wide = scale.widened(time, atLeastShift);
        long[] @Nullable [] old = bins;
        bins = new long[Timeline.BINS][];
        addBins(old, scale, wide);
        scale = wide;
    }

    private void addBins(long[] @Nullable [] from, Timeline theirs, Timeline to) {
        for (int i = 0; i < from.length; i++) {
            long[] counts = from[i];
            if (counts == null) {
                continue;
            }
            int bin = theirs.binIn(to, i);
            long[] into = bins[bin];
            if (into == null) {
                bins[bin] = counts.clone();
                continue;
            }
            if (into.length < counts.length) {
                into = Arrays.copyOf(into, counts.length);
                bins[bin] = into;
            }
            for (int k = 0; k < counts.length; k++) {
                into[k] += counts[k];
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
        addBins(other.bins, theirs, scale);
    }

    /** Packets and bytes alternating, one pair per bin, of a flow with a line of its own; null for others. */
    long @Nullable [] ofFlow(int flow) {
        return flow < maxLines ? line(CLASSES + flow) : null;
    }

    /** The same, of all flows of a class that have no line of their own. */
    long[] ofClass(TrafficClass trafficClass) {
        return line(trafficClass.ordinal());
    }

    private long[] line(int column) {
        long[] line = new long[2 * Timeline.BINS];
        for (int i = 0; i < bins.length; i++) {
            long[] counts = bins[i];
            if (counts != null && 2 * column < counts.length) {
                line[2 * i] = counts[2 * column];
                line[2 * i + 1] = counts[2 * column + 1];
            }
        }
        return line;
    }
}
