package org.ipsecworkbench.capture.scan;

import java.util.Arrays;
import java.util.List;
import org.ipsecworkbench.capture.TrafficClass;
import org.jspecify.annotations.Nullable;

/**
 * Packets and bytes over time, one line per flow up to a limit and one per class for the flows beyond it, all in the same
 * {@link Timeline}. A line holds packets and bytes alternating.
 */
final class TimeLines {
    private final int maxLines;
    private long[] @Nullable [] ofFlow = new long[64][];
    private final long[] @Nullable [] ofClass = new long[TrafficClass.values().length][];
    private Timeline scale = new Timeline();

    TimeLines(int maxLines) {
        this.maxLines = maxLines;
    }

    Timeline scale() {
        return scale;
    }

    void add(int flow, int trafficClass, int bin, long packets, long bytes) {
        long[] line = line(flow, trafficClass);
        line[2 * bin] += packets;
        line[2 * bin + 1] += bytes;
    }

    private long[] line(int flow, int trafficClass) {
        if (flow >= maxLines) {
            return lineOf(ofClass, trafficClass);
        }
        if (flow >= ofFlow.length) {
            ofFlow = Arrays.copyOf(ofFlow, Math.max(flow + 1, ofFlow.length * 2));
        }
        return lineOf(ofFlow, flow);
    }

    private static long[] lineOf(long[] @Nullable [] lines, int at) {
        long[] line = lines[at];
        if (line == null) {
            line = new long[2 * Timeline.BINS];
            lines[at] = line;
        }
        return line;
    }

    void widen(long time, int atLeastShift) {
        Timeline wide = scale.widened(time, atLeastShift);
        for (long[] @Nullable [] lines : List.of(ofFlow, ofClass)) {
            for (int i = 0; i < lines.length; i++) {
                long[] line = lines[i];
                if (line != null) {
                    long[] folded = new long[2 * Timeline.BINS];
                    scale.fold(line, wide, folded);
                    lines[i] = folded;
                }
            }
        }
        scale = wide;
    }

    /** Adds the lines of another. */
    void add(TimeLines other) {
        Timeline theirs = other.scale;
        if (theirs.earliest > theirs.latest) {
            return;
        }
        widen(theirs.earliest, theirs.shift);
        widen(theirs.latest, theirs.shift);
        for (int flow = 0; flow < other.ofFlow.length; flow++) {
            long[] line = other.ofFlow[flow];
            if (line != null) {
                theirs.fold(line, scale, line(flow, 0));
            }
        }
        for (int i = 0; i < ofClass.length; i++) {
            long[] line = other.ofClass[i];
            if (line != null) {
                theirs.fold(line, scale, lineOf(ofClass, i));
            }
        }
    }

    long @Nullable [] ofFlow(int flow) {
        return flow < ofFlow.length ? ofFlow[flow] : null;
    }

    long @Nullable [] ofClass(TrafficClass trafficClass) {
        return ofClass[trafficClass.ordinal()];
    }
}
