package org.ipsecworkbench.capture.filter;

import org.jspecify.annotations.Nullable;

/**
 * One question to a flow or to a packet: is any value of a field in a set?
 *
 * <p>A field answers by calling {@link #value} for each value that it has. What only a packet can tell, it leaves open
 * where there is no packet: so the same code answers for a flow, in three values, and for a packet, in two.
 */
final class Probe {
    private FlowFacts flow = FlowFacts.NONE;
    private @Nullable PacketFacts packet;
    private Ranges wanted = Ranges.ALL;
    private boolean hit;
    private boolean open;

    /** The answer to a question. */
    enum Answer {
        NO,
        YES,
        OPEN
    }

    /** Questions are now about this flow as a whole. */
    Probe about(FlowFacts flow) {
        this.flow = flow;
        packet = null;
        return this;
    }

    /** Questions are now about this packet of a flow. */
    Probe about(FlowFacts flow, PacketFacts packet) {
        this.flow = flow;
        this.packet = packet;
        return this;
    }

    Answer ask(Field field, Ranges wanted) {
        this.wanted = wanted;
        hit = false;
        open = false;
        field.read(this);
        return hit ? Answer.YES : open ? Answer.OPEN : Answer.NO;
    }

    FlowFacts flow() {
        return flow;
    }

    /** The packet; where there is none, the answer is open unless the flow has said yes. */
    @Nullable
    PacketFacts packet() {
        open |= packet == null;
        return packet;
    }

    /** The field has this value. */
    void value(long high, long low) {
        hit |= wanted.contains(high, low);
    }

    /** The field has this value. */
    void value(long value) {
        hit |= wanted.contains(0, value);
    }
}
