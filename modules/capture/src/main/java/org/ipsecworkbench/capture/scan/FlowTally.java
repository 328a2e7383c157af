package org.ipsecworkbench.capture.scan;

import org.jspecify.annotations.Nullable;

/** What was counted of one flow; a snapshot. */
public final class FlowTally {
    /** So many of a flow's first packets are remembered, for the grace before protection begins. */
    public static final int EARLY = 10;

    private final long packets;
    private final long bytes;
    private final long first;
    private final long last;
    private final long firstPacket;
    private final int twins;
    private final int twinSamples;
    private final @Nullable EarlyPackets early;
    private final @Nullable EspEvidence esp;

    FlowTally(
            long packets,
            long bytes,
            long first,
            long last,
            long firstPacket,
            int twins,
            int twinSamples,
            @Nullable EarlyPackets early,
            @Nullable EspEvidence esp) {
        this.packets = packets;
        this.bytes = bytes;
        this.first = first;
        this.last = last;
        this.firstPacket = firstPacket;
        this.twins = twins;
        this.twinSamples = twinSamples;
        this.early = early;
        this.esp = esp;
    }

    /** Packets. */
    public long packets() {
        return packets;
    }

    /** Bytes on the wire. */
    public long bytes() {
        return bytes;
    }

    /** Time of the earliest packet in nanoseconds since 1970; above {@link #last} where no packet has a time. */
    public long first() {
        return first;
    }

    /** Time of the latest packet in nanoseconds since 1970. */
    public long last() {
        return last;
    }

    /** Position in the capture of the first packet, from 0. */
    public long firstPacket() {
        return firstPacket;
    }

    /** Packets whose twin in ESP was looked for, where the flow is in clear. */
    public int twinSamples() {
        return twinSamples;
    }

    /** Packets that are there in ESP as well, where the flow is in clear. */
    public int twins() {
        return twins;
    }

    /** What was found of the content, where the flow is ESP. */
    public @Nullable EspEvidence esp() {
        return esp;
    }

    /** The first packets, where the flow is in clear. */
    public @Nullable EarlyPackets early() {
        return early;
    }
}
