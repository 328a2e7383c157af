package org.ipsecworkbench.capture.filter;

import org.ipsecworkbench.capture.decode.Frame;
import org.ipsecworkbench.capture.filter.Field.Ends;

/** IP addresses: those of the innermost IP header that was reached, as a packet list shows them. */
final class AddressFields {
    private static final int FOUR = 1;
    private static final int SIX = 2;

    private AddressFields() {}

    static void four(Probe p, Ends ends) {
        read(p, ends, FOUR);
    }

    static void six(Probe p, Ends ends) {
        read(p, ends, SIX);
    }

    static void any(Probe p, Ends ends) {
        read(p, ends, FOUR | SIX);
    }

    private static void read(Probe p, Ends ends, int versions) {
        FlowFacts flow = p.flow();
        if (flow.merged()) {
            PacketFacts packet = p.packet();
            if (packet != null && packet.frame().hasAddresses) {
                Frame f = packet.frame();
                read(p, ends, versions, f.sourceHigh, f.sourceLow, f.destinationHigh, f.destinationLow);
            }
        } else if (flow.hasAddresses()) {
            read(p, ends, versions, flow.sourceHigh(), flow.sourceLow(), flow.destinationHigh(), flow.destinationLow());
        }
    }

    private static void read(Probe p, Ends ends, int versions, long sh, long sl, long dh, long dl) {
        if (ends != Ends.DESTINATION && (version(sh, sl) & versions) != 0) {
            p.value(sh, sl);
        }
        if (ends != Ends.SOURCE && (version(dh, dl) & versions) != 0) {
            p.value(dh, dl);
        }
    }

    /** Whether the packet has an IPv4 header. */
    static boolean isFour(long high, long low) {
        return version(high, low) == FOUR;
    }

    private static int version(long high, long low) {
        return high == 0 && low >>> 32 == 0xffff ? FOUR : SIX;
    }
}
