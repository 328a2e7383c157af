package org.ipsecworkbench.capture.scan;

import java.util.Arrays;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.decode.Frame;
import org.ipsecworkbench.capture.spi.RecordBatch;
import org.jspecify.annotations.Nullable;

/**
 * What one thread, or all together, counted. The thread that counts holds its lock for a batch at a time, so that others
 * can add up what there is.
 *
 * <p>The counters of a flow lie side by side in one array, so that a packet touches one or two cache lines, and one of its
 * bin.
 */
public final class Tally {
    static final int STRIDE = 5;
    static final int PACKETS = 0;
    static final int BYTES = 1;
    static final int FIRST = 2;
    static final int LAST = 3;
    static final int LENGTHS = 4;

    private final TimeLines lines;
    private long[] counters = new long[64 * STRIDE];
    /** Position in the capture of each flow's first packet. */
    private long[] firstPackets = new long[64];

    /** Packets of each clear flow that are there in ESP as well. */
    private int[] twins = new int[64];
    /** Packets of each clear flow whose twin was looked for. */
    private int[] twinSamples = new int[64];

    private @Nullable EarlyPackets[] early = new @Nullable EarlyPackets[64];
    private @Nullable EspEvidence[] esp = new @Nullable EspEvidence[64];
    /** The highest flow that was counted, plus one. */
    private int size;

    long truncated;
    long malformed;
    long copies;

    Tally(int maxTimelines) {
        lines = new TimeLines(maxTimelines);
    }

    /** Counts a packet; returns how many of its flow were counted until now. */
    long count(int flow, TrafficClass trafficClass, long time, long length) {
        prepare(flow, time);
        int at = flow * STRIDE;
        long[] c = counters;
        c[at + BYTES] += length;
        if (time != RecordBatch.NO_TIME) {
            c[at + FIRST] = Math.min(c[at + FIRST], time);
            c[at + LAST] = Math.max(c[at + LAST], time);
            lines.add(flow, trafficClass, lines.scale().bin(time), length);
        }
        return ++c[at + PACKETS];
    }

    /** Makes room for a flow, and for the bin of a time. */
    void prepare(int flow, long time) {
        if (flow >= size) {
            grow(flow + 1);
        }
        if (time != RecordBatch.NO_TIME && !lines.scale().covers(time)) {
            noteTimes();
            lines.widen(time, 0);
        }
    }

    /** How many flows there is room for. */
    int size() {
        return size;
    }

    /** Counters of all flows, {@link #STRIDE} each; others after {@link #prepare}. */
    long[] counters() {
        return counters;
    }

    /** Packets and bytes over time. */
    TimeLines lines() {
        return lines;
    }

    private void grow(int to) {
        if (to * STRIDE > counters.length) {
            int capacity = Math.max(to, counters.length / STRIDE * 2);
            counters = Arrays.copyOf(counters, capacity * STRIDE);
            firstPackets = Arrays.copyOf(firstPackets, capacity);
            twins = Arrays.copyOf(twins, capacity);
            twinSamples = Arrays.copyOf(twinSamples, capacity);
            early = Arrays.copyOf(early, capacity);
            esp = Arrays.copyOf(esp, capacity);
        }
        for (int flow = size; flow < to; flow++) {
            firstPackets[flow] = Long.MAX_VALUE;
            counters[flow * STRIDE + FIRST] = Long.MAX_VALUE;
            counters[flow * STRIDE + LAST] = Long.MIN_VALUE;
        }
        size = to;
    }

    private void noteTimes() {
        for (int flow = 0; flow < size; flow++) {
            int at = flow * STRIDE;
            lines.scale().note(counters[at + FIRST], counters[at + LAST]);
        }
    }

    /** Notes a packet that may be the first of its flow. */
    void first(int flow, long number) {
        firstPackets[flow] = Math.min(firstPackets[flow], number);
    }

    /** Counts a packet of a clear flow whose twin is looked for. */
    void twinSample(int flow) {
        twinSamples[flow]++;
    }

    /** Counts a packet of a clear flow that is there in ESP as well. */
    void twin(int flow) {
        twins[flow]++;
    }

    /** Remembers one of the first packets of a flow in clear. */
    void remember(int flow, long number, long time, long length) {
        EarlyPackets of = early[flow];
        if (of == null) {
            of = new EarlyPackets();
            early[flow] = of;
        }
        of.add(number, time, length);
    }

    /** Notes the length of an ESP packet, as {@link Frame#espLength}. */
    void espLength(int flow, int length) {
        counters[flow * STRIDE + LENGTHS] |= EspEvidence.lengthBits(length);
    }

    /** Looks into an ESP packet. */
    void look(int flow, Frame frame) {
        EspEvidence of = esp[flow];
        if (of == null) {
            of = new EspEvidence();
            esp[flow] = of;
        }
        of.look(frame);
    }

    /** Adds what another counted; its lock must be held. */
    void add(Tally other) {
        other.noteTimes();
        truncated += other.truncated;
        malformed += other.malformed;
        copies += other.copies;
        lines.add(other.lines);
        if (other.size > size) {
            grow(other.size);
        }
        for (int flow = 0; flow < other.size; flow++) {
            addFlow(flow, other);
        }
    }

    private void addFlow(int flow, Tally other) {
        int at = flow * STRIDE;
        long[] c = counters;
        long[] theirs = other.counters;
        c[at + PACKETS] += theirs[at + PACKETS];
        c[at + BYTES] += theirs[at + BYTES];
        c[at + FIRST] = Math.min(c[at + FIRST], theirs[at + FIRST]);
        c[at + LAST] = Math.max(c[at + LAST], theirs[at + LAST]);
        c[at + LENGTHS] |= theirs[at + LENGTHS];
        first(flow, other.firstPackets[flow]);
        twins[flow] += other.twins[flow];
        twinSamples[flow] += other.twinSamples[flow];
        EarlyPackets theirEarly = other.early[flow];
        if (theirEarly != null) {
            EarlyPackets mine = early[flow];
            if (mine == null) {
                mine = new EarlyPackets();
                early[flow] = mine;
            }
            mine.add(theirEarly);
        }
        EspEvidence theirEsp = other.esp[flow];
        if (theirEsp != null) {
            EspEvidence mine = esp[flow];
            if (mine == null) {
                mine = new EspEvidence();
                esp[flow] = mine;
            }
            mine.add(theirEsp);
        }
    }

    /** What was counted of a flow; all zero where nothing was. */
    public FlowTally of(int flow) {
        if (flow >= size) {
            return new FlowTally(0, 0, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, 0, 0, null, null);
        }
        int at = flow * STRIDE;
        long[] c = counters;
        EspEvidence evidence = esp[flow];
        if (c[at + LENGTHS] != 0) {
            EspEvidence looked = evidence;
            evidence = new EspEvidence(c[at + PACKETS], c[at + LENGTHS]);
            if (looked != null) {
                evidence.add(looked);
            }
        }
        return new FlowTally(
                c[at + PACKETS],
                c[at + BYTES],
                c[at + FIRST],
                c[at + LAST],
                firstPackets[flow],
                twins[flow],
                twinSamples[flow],
                early[flow],
                evidence);
    }

    /**
     * Adds time lines up: packets and bytes alternating, one pair per bin, per sum.
     *
     * @param sums how many
     * @param ofClass to which sum the flows of a class belong that have no line of their own, by the class's ordinal
     * @param ofFlow to which sum a flow belongs
     */
    public long[][] lines(int sums, int[] ofClass, int[] ofFlow) {
        return lines.sums(sums, ofClass, ofFlow);
    }

    /** The bin of a time from the earliest to the latest. */
    public int bin(long time) {
        return lines.scale().bin(time);
    }

    /** Beginning of a bin in nanoseconds since 1970; that of bins before the earliest time may be beyond what a long holds. */
    public long binStart(int bin) {
        return lines.scale().base + bin << lines.scale().shift;
    }

    /** Width of a bin in nanoseconds. */
    public long lineWidth() {
        return 1L << lines.scale().shift;
    }

    /** Time of the earliest packet in nanoseconds since 1970; above {@link #latest} without packets. */
    public long earliest() {
        return lines.scale().earliest;
    }

    /** Time of the latest packet. */
    public long latest() {
        return lines.scale().latest;
    }

    /** Packets. */
    public long packets() {
        return sum(PACKETS);
    }

    /** Bytes on the wire. */
    public long bytes() {
        return sum(BYTES);
    }

    private long sum(int counter) {
        long sum = 0;
        for (int at = counter; at < size * STRIDE; at += STRIDE) {
            sum += counters[at];
        }
        return sum;
    }

    /** Packets of which only the beginning was captured. */
    public long truncated() {
        return truncated;
    }

    /** Packets that are copies of another shortly before. */
    public long copies() {
        return copies;
    }

    /** Packets with headers that contradict themselves. */
    public long malformed() {
        return malformed;
    }
}
