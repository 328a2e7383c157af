package org.ipsecworkbench.capture.filter;

import org.ipsecworkbench.capture.filter.Field.Ends;
import org.ipsecworkbench.capture.spi.RecordBatch;

/** Fields of the record and of the link layer, and how a packet counts. */
final class FrameFields {
    private FrameFields() {}

    static void number(Probe p) {
        PacketFacts packet = p.packet();
        if (packet != null) {
            p.value(packet.number() + 1);
        }
    }

    static void length(Probe p) {
        PacketFacts packet = p.packet();
        if (packet != null) {
            p.value(packet.record().original[0] & 0xffffffffL);
        }
    }

    static void capturedLength(Probe p) {
        PacketFacts packet = p.packet();
        if (packet != null) {
            p.value(packet.record().captured[0]);
        }
    }

    static void relativeTime(Probe p) {
        PacketFacts packet = p.packet();
        if (packet != null) {
            long time = packet.record().time[0];
            if (time != RecordBatch.NO_TIME && packet.start() != RecordBatch.NO_TIME) {
                p.value(ordered(time - packet.start()));
            }
        }
    }

    /** A signed number as an unsigned one that compares alike. */
    static long ordered(long signed) {
        return signed ^ Long.MIN_VALUE;
    }

    static void ethernet(Probe p, Ends ends) {
        PacketFacts packet = p.packet();
        if (packet == null) {
            return;
        }
        if (ends != Ends.SOURCE) {
            address(p, packet.ethernet(0));
        }
        if (ends != Ends.DESTINATION) {
            address(p, packet.ethernet(6));
        }
    }

    private static void address(Probe p, long value) {
        if (value >= 0) {
            p.value(value);
        }
    }

    static void vlan(Probe p) {
        int network = p.flow().network();
        if (p.flow().merged() || !p.flow().hasAddresses()) {
            // What is not IP has one flow, whatever its VLAN.
            PacketFacts packet = p.packet();
            network = packet == null ? 0 : packet.frame().network;
        }
        int count = network >>> 24;
        if (count > 0) {
            p.value(network & 0xfff);
        }
        if (count > 1) {
            p.value(network >>> 12 & 0xfff);
        }
    }

    static void trafficClass(Probe p) {
        p.value(p.flow().trafficClass().ordinal());
    }

    static void protection(Probe p) {
        p.value(p.flow().protection().ordinal());
    }
}
