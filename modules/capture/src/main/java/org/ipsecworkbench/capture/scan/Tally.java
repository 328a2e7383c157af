package org.ipsecworkbench.capture.scan;

import java.util.Arrays;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.jspecify.annotations.Nullable;

/**
 * What one thread, or all together, counted. The thread that counts holds its lock for a batch at a time, so that others
 * can add up what there is.
 */
public final class Tally {
    private final int maxTimelines;
    private @Nullable FlowTally[] flows = new @Nullable FlowTally[64];
    /** For flows without a line of their own, one per class. */
    private final long[] @Nullable [] classLines = new long[TrafficClass.values().length][];

    private Timeline timeline = new Timeline();
    long packets;
    long bytes;
    long truncated;
    long malformed;

    Tally(int maxTimelines) {
        this.maxTimelines = maxTimelines;
    }

    FlowTally flow(int id) {
        if (id >= flows.length) {
            flows = Arrays.copyOf(flows, Math.max(id + 1, flows.length * 2));
        }
        FlowTally flow = flows[id];
        if (flow == null) {
            flow = new FlowTally();
            flows[id] = flow;
        }
        return flow;
    }

    FlowTally count(int id, TrafficClass trafficClass, long time, long length) {
        packets++;
        bytes += length;
        FlowTally flow = flow(id);
        flow.packets++;
        flow.bytes += length;
        if (time == RecordBatch.NO_TIME) {
            return flow;
        }
        flow.note(time);
        long[] line = flow.line;
        if (line == null) {
            line = lineOf(id, flow, trafficClass);
        }
        if (!timeline.covers(time)) {
            widen(time, 0);
            line = lineOf(id, flow, trafficClass);
        }
        timeline.note(time);
        int bin = timeline.bin(time) * 2;
        line[bin]++;
        line[bin + 1] += length;
        return flow;
    }

    private long[] lineOf(int id, FlowTally flow, TrafficClass trafficClass) {
        if (id < maxTimelines) {
            if (flow.line == null) {
                flow.line = new long[2 * Timeline.BINS];
            }
            return flow.line;
        }
        long[] line = classLines[trafficClass.ordinal()];
        if (line == null) {
            line = new long[2 * Timeline.BINS];
            classLines[trafficClass.ordinal()] = line;
        }
        return line;
    }

    private void widen(long time, int atLeastShift) {
        Timeline old = timeline;
        Timeline wide = old.widened(time, atLeastShift);
        for (FlowTally flow : flows) {
            if (flow != null && flow.line != null) {
                flow.line = folded(old, flow.line, wide);
            }
        }
        for (int i = 0; i < classLines.length; i++) {
            long[] line = classLines[i];
            if (line != null) {
                classLines[i] = folded(old, line, wide);
            }
        }
        timeline = wide;
    }

    private static long[] folded(Timeline from, long[] line, Timeline to) {
        long[] into = new long[2 * Timeline.BINS];
        from.fold(line, to, into);
        return into;
    }

    /** Adds what another counted; its lock must be held. */
    void add(Tally other) {
        packets += other.packets;
        bytes += other.bytes;
        truncated += other.truncated;
        malformed += other.malformed;
        if (other.timeline.earliest <= other.timeline.latest) {
            cover(other);
        }
        for (int id = 0; id < other.flows.length; id++) {
            FlowTally theirs = other.flows[id];
            if (theirs != null) {
                addFlow(id, theirs, other.timeline);
            }
        }
        for (int i = 0; i < classLines.length; i++) {
            long[] theirs = other.classLines[i];
            if (theirs != null) {
                long[] mine = classLines[i];
                if (mine == null) {
                    mine = new long[2 * Timeline.BINS];
                    classLines[i] = mine;
                }
                other.timeline.fold(theirs, timeline, mine);
            }
        }
    }

    private void addFlow(int id, FlowTally theirs, Timeline scale) {
        FlowTally mine = flow(id);
        mine.add(theirs);
        if (theirs.line != null) {
            if (mine.line == null) {
                mine.line = new long[2 * Timeline.BINS];
            }
            scale.fold(theirs.line, timeline, mine.line);
        }
    }

    /** Widens the time line to that of another, which has one. */
    private void cover(Tally other) {
        if (timeline.earliest > timeline.latest) {
            timeline.shift = other.timeline.shift;
            timeline.base = other.timeline.base;
            timeline.earliest = other.timeline.earliest;
            timeline.latest = other.timeline.latest;
        }
        if (other.timeline.shift > timeline.shift
                || !timeline.covers(other.timeline.earliest)
                || !timeline.covers(other.timeline.latest)) {
            widen(other.timeline.earliest, other.timeline.shift);
            widen(other.timeline.latest, other.timeline.shift);
        }
        timeline.note(other.timeline.earliest);
        timeline.note(other.timeline.latest);
    }

    /** What was counted of a flow; null where nothing was. */
    public @Nullable FlowTally of(int flow) {
        return flow < flows.length ? flows[flow] : null;
    }

    /** Packets and bytes alternating, one pair per bin, of the flows of a class that have no line of their own. */
    public long @Nullable [] classLine(TrafficClass trafficClass) {
        return classLines[trafficClass.ordinal()];
    }

    /** Packets and bytes alternating, one pair per bin; null where the flow has no line of its own. */
    public long @Nullable [] line(int flow) {
        FlowTally of = of(flow);
        return of == null ? null : of.line;
    }

    /** Beginning of the first bin in nanoseconds since 1970. */
    public long lineStart() {
        return timeline.base << timeline.shift;
    }

    /** Width of a bin in nanoseconds. */
    public long lineWidth() {
        return 1L << timeline.shift;
    }

    /** Time of the earliest packet in nanoseconds since 1970; above {@link #latest} without packets. */
    public long earliest() {
        return timeline.earliest;
    }

    /** Time of the latest packet. */
    public long latest() {
        return timeline.latest;
    }

    /** Packets. */
    public long packets() {
        return packets;
    }

    /** Bytes on the wire. */
    public long bytes() {
        return bytes;
    }

    /** Packets of which only the beginning was captured. */
    public long truncated() {
        return truncated;
    }

    /** Packets with headers that contradict themselves. */
    public long malformed() {
        return malformed;
    }
}
