package org.ipsecworkbench.capture.scan;

import org.jspecify.annotations.Nullable;

/** What one thread, or all together, counted of one flow. */
public final class FlowTally {
    /** So many of a flow's first packets are remembered, for the grace before protection begins. */
    public static final int EARLY = 10;

    long packets;
    long bytes;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    /** Packets and bytes alternating, per bin of the thread's {@link Timeline}. */
    long @Nullable [] line;

    /** Number, time and length of the earliest packets, ascending by number, where the flow is in clear. */
    long @Nullable [] early;

    int earlyCount;

    @Nullable
    EspEvidence esp;

    /** Packets. */
    public long packets() {
        return packets;
    }

    /** Bytes on the wire. */
    public long bytes() {
        return bytes;
    }

    /** Time of the earliest packet in nanoseconds since 1970. */
    public long first() {
        return first;
    }

    /** Time of the latest packet in nanoseconds since 1970. */
    public long last() {
        return last;
    }

    /** What was found of the content, where the flow is ESP. */
    public @Nullable EspEvidence esp() {
        return esp;
    }

    /** How many of the first packets are remembered. */
    public int earlyCount() {
        return earlyCount;
    }

    /** Position in the capture of a remembered packet. */
    public long earlyNumber(int i) {
        return early == null ? 0 : early[3 * i];
    }

    /** Time of a remembered packet. */
    public long earlyTime(int i) {
        return early == null ? 0 : early[3 * i + 1];
    }

    /** Bytes on the wire of a remembered packet. */
    public long earlyLength(int i) {
        return early == null ? 0 : early[3 * i + 2];
    }

    void note(long time) {
        if (time < first) {
            first = time;
        }
        if (time > last) {
            last = time;
        }
    }

    void remember(long number, long time, long length) {
        long[] to = early;
        if (to == null) {
            to = new long[3 * EARLY];
            early = to;
        }
        int at = earlyCount;
        if (at == EARLY) {
            if (number > to[3 * (EARLY - 1)]) {
                return;
            }
            at--;
        } else {
            earlyCount++;
        }
        while (at > 0 && to[3 * (at - 1)] > number) {
            System.arraycopy(to, 3 * (at - 1), to, 3 * at, 3);
            at--;
        }
        to[3 * at] = number;
        to[3 * at + 1] = time;
        to[3 * at + 2] = length;
    }

    void add(FlowTally other) {
        packets += other.packets;
        bytes += other.bytes;
        first = Math.min(first, other.first);
        last = Math.max(last, other.last);
        for (int i = 0; i < other.earlyCount; i++) {
            remember(other.earlyNumber(i), other.earlyTime(i), other.earlyLength(i));
        }
        if (other.esp != null) {
            if (esp == null) {
                esp = new EspEvidence();
            }
            esp.add(other.esp);
        }
    }
}
