package org.ipsecworkbench.capture.filter;

import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.filter.Field.Ends;

/** Protocol numbers, ports, flags of TCP, and ICMP. What AH protects is readable and counts, what ESP carries does not. */
final class TransportFields {
    private static final int ICMP = 1;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int ESP = 50;
    private static final int AH = 51;
    private static final int ICMPV6 = 58;
    private static final int IPCOMP = 108;

    private TransportFields() {}

    static void protocol(Probe p) {
        TrafficClass trafficClass = p.flow().trafficClass();
        outer(p);
        if (trafficClass == TrafficClass.AH_ESP) {
            p.value(ESP);
        } else if (trafficClass == TrafficClass.AH) {
            PacketFacts packet = p.packet();
            if (packet != null && packet.payload().protocol >= 0) {
                p.value(packet.payload().protocol);
            }
        }
    }

    static void ipProtocol(Probe p) {
        FlowFacts flow = p.flow();
        if (flow.merged()) {
            PacketFacts packet = p.packet();
            if (packet != null
                    && packet.frame().hasAddresses
                    && AddressFields.isFour(packet.frame().sourceHigh, packet.frame().sourceLow)) {
                outer(p);
            }
        } else if (flow.hasAddresses() && AddressFields.isFour(flow.sourceHigh(), flow.sourceLow())) {
            outer(p);
        }
    }

    /** By the class where that tells it, so that the later fragments of a datagram have the protocol of its first. */
    private static void outer(Probe p) {
        switch (p.flow().trafficClass()) {
            case ESP -> p.value(ESP);
            case AH, AH_ESP -> p.value(AH);
            case ESP_UDP, NAT_KEEPALIVE -> p.value(UDP);
            case ESP_TCP -> p.value(TCP);
            case IPCOMP -> p.value(IPCOMP);
            case ICMP -> p.value(ICMP);
            case ICMPV6 -> p.value(ICMPV6);
            case ARP, NON_IP -> {}
            case CLEAR, IKEV1, IKEV2, AUTHIP, UNDECIDABLE -> {
                PacketFacts packet = p.packet();
                if (packet != null && packet.frame().protocol >= 0) {
                    p.value(packet.frame().protocol);
                }
            }
        }
    }

    static void tcp(Probe p, Ends ends) {
        ports(p, TCP, ends);
    }

    static void udp(Probe p, Ends ends) {
        ports(p, UDP, ends);
    }

    private static void ports(Probe p, int protocol, Ends ends) {
        PacketFacts packet = mayCarry(p.flow().trafficClass(), protocol) ? p.packet() : null;
        if (packet == null) {
            return;
        }
        int at = packet.transport(p.flow().trafficClass(), protocol);
        if (packet.unsigned(at, 4) < 0) {
            return;
        }
        if (ends != Ends.DESTINATION) {
            p.value(packet.unsigned(at, 2));
        }
        if (ends != Ends.SOURCE) {
            p.value(packet.unsigned(at + 2, 2));
        }
    }

    /** RFC 9293 section 3.1. */
    static void flag(Probe p, int bit) {
        PacketFacts packet = mayCarry(p.flow().trafficClass(), TCP) ? p.packet() : null;
        if (packet == null) {
            return;
        }
        int at = packet.transport(p.flow().trafficClass(), TCP);
        long flags = at < 0 ? -1 : packet.unsigned(at + 13, 1);
        if (flags >= 0) {
            p.value(flags >> bit & 1);
        }
    }

    static void icmp(Probe p, int protocol, int offset) {
        TrafficClass own = protocol == ICMP ? TrafficClass.ICMP : TrafficClass.ICMPV6;
        TrafficClass trafficClass = p.flow().trafficClass();
        PacketFacts packet = trafficClass == own || trafficClass == TrafficClass.AH ? p.packet() : null;
        if (packet == null) {
            return;
        }
        int at = packet.transport(trafficClass, protocol);
        long value = at < 0 ? -1 : packet.unsigned(at + offset, 1);
        if (value >= 0) {
            p.value(value);
        }
    }

    private static boolean mayCarry(TrafficClass trafficClass, int protocol) {
        return switch (trafficClass) {
            case CLEAR, AH, IKEV1, IKEV2, AUTHIP, UNDECIDABLE -> true;
            case ESP_TCP -> protocol == TCP;
            case ESP_UDP, NAT_KEEPALIVE -> protocol == UDP;
            case ESP, AH_ESP, IPCOMP, ICMP, ICMPV6, ARP, NON_IP -> false;
        };
    }
}
