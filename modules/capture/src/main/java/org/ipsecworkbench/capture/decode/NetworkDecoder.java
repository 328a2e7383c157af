package org.ipsecworkbench.capture.decode;

import org.ipsecworkbench.capture.TrafficClass;

/** IPv4 and IPv6 with their extension headers, the security headers, and the tunnels that protect nothing. */
final class NetworkDecoder {
    private static final int HOP_BY_HOP = 0;
    private static final int ICMP = 1;
    private static final int IPV4_IN_IP = 4;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int IPV6_IN_IP = 41;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int GRE = 47;
    private static final int ESP = 50;
    private static final int AH = 51;
    private static final int ICMPV6 = 58;
    private static final int DESTINATION = 60;
    private static final int IPCOMP = 108;
    private static final int MOBILITY = 135;
    private static final int MPLS = 137;
    private static final int HOST_IDENTITY = 139;
    private static final int SHIM6 = 140;

    private final FrameDecoder frames;
    private final Frame f;
    private final TransportDecoder transport;

    NetworkDecoder(FrameDecoder frames, Frame frame) {
        this.frames = frames;
        f = frame;
        transport = new TransportDecoder(frames, frame);
    }

    void ip(int at) {
        // What an outer header said of ports and fragments does not hold for the packet inside.
        f.sourcePort = -1;
        f.destinationPort = -1;
        if (!f.has(at, 1)) {
            return;
        }
        switch (f.u8(at) >>> 4) {
            case 4 -> ipv4(at);
            case 6 -> ipv6(at);
            default -> {
                f.malformed = true;
                notIp();
            }
        }
    }

    private void notIp() {
        f.trafficClass = f.hasAddresses ? TrafficClass.CLEAR : TrafficClass.NON_IP;
    }

    private void ipv4(int at) {
        if (!f.has(at, 20)) {
            f.malformed = true;
            return;
        }
        int header = (f.u8(at) & 0xf) << 2;
        int total = f.u16(at + 2);
        int fragment = f.u16(at + 6);
        f.hasAddresses = true;
        f.sourceHigh = 0;
        f.destinationHigh = 0;
        long addresses = f.bytes.getLong(at + 12);
        f.sourceLow = Frame.IPV4 | addresses >>> 32;
        f.destinationLow = Frame.IPV4 | addresses & 0xffffffffL;
        f.protocol = f.u8(at + 9);
        f.identification = f.u16(at + 4);
        if (header < 20 || total < header && total != 0) {
            f.malformed = true;
            f.trafficClass = TrafficClass.CLEAR;
            return;
        }
        if (total == 0) {
            // Segmentation offload: the host captured before the card cut the packet.
            total = f.end - at;
        } else {
            f.end = Math.min(f.end, at + total);
        }
        if ((fragment & 0x3fff) != 0) {
            f.datagram = f.identification;
            f.moreFragments = (fragment & 0x2000) != 0;
            fragment(at + header, fragment & 0x1fff);
            if (f.laterFragment) {
                return;
            }
        }
        if (!f.has(at, header)) {
            return;
        }
        next(f.protocol, at + header, total - header);
    }

    private void ipv6(int at) {
        if (!f.has(at, 40)) {
            f.malformed = true;
            return;
        }
        f.hasAddresses = true;
        f.sourceHigh = f.bytes.getLong(at + 8);
        f.sourceLow = f.bytes.getLong(at + 16);
        f.destinationHigh = f.bytes.getLong(at + 24);
        f.destinationLow = f.bytes.getLong(at + 32);
        int length = f.u16(at + 4);
        if (length == 0) {
            length = Math.max(0, f.end - at - 40);
        } else if (f.end - at - 40 > length) {
            f.end = at + 40 + length;
        }
        int protocol = f.u8(at + 6);
        int place = at + 40;
        for (int headers = 0; headers < FrameDecoder.MAX_DEPTH; headers++) {
            f.protocol = protocol;
            int size;
            switch (protocol) {
                case HOP_BY_HOP, ROUTING, DESTINATION, MOBILITY, HOST_IDENTITY, SHIM6 -> {
                    if (!f.has(place, 2)) {
                        cutInside();
                        return;
                    }
                    size = (f.u8(place + 1) + 1) << 3;
                }
                case FRAGMENT -> {
                    if (!f.has(place, 8)) {
                        cutInside();
                        return;
                    }
                    int offset = f.u16(place + 2);
                    f.datagram = f.bytes.getInt(place + 4);
                    if ((offset & 0xfff9) != 0) {
                        f.protocol = f.u8(place);
                        f.moreFragments = (offset & 1) != 0;
                        fragment(place + 8, offset >>> 3);
                        if (f.laterFragment) {
                            return;
                        }
                    }
                    size = 8;
                }
                default -> {
                    next(protocol, place, length - (place - at - 40));
                    return;
                }
            }
            protocol = f.u8(place);
            place += size;
            if (place > f.end) {
                cutInside();
                return;
            }
        }
        f.malformed = true;
        f.trafficClass = TrafficClass.CLEAR;
    }

    /** The chain of extension headers does not end in what was captured, so what it leads to stays unknown. */
    private void cutInside() {
        f.trafficClass = TrafficClass.UNDECIDABLE;
    }

    /** A packet is one of several fragments; a later one gets what its protocol number says until its first is found. */
    private void fragment(int payload, int offset) {
        f.fragmentPayload = payload;
        f.fragmentOffset = offset << 3;
        f.datagramProtocol = f.protocol;
        f.datagramSourceHigh = f.sourceHigh;
        f.datagramSourceLow = f.sourceLow;
        f.datagramDestinationHigh = f.destinationHigh;
        f.datagramDestinationLow = f.destinationLow;
        if (offset == 0) {
            f.firstFragment = true;
            return;
        }
        f.laterFragment = true;
        f.trafficClass = switch (f.protocol) {
            case ESP -> TrafficClass.ESP;
            case AH -> TrafficClass.AH;
            case ICMP -> TrafficClass.ICMP;
            case ICMPV6 -> TrafficClass.ICMPV6;
            default -> TrafficClass.UNDECIDABLE;
        };
    }

    /** The header behind IP. {@code length} counts from {@code at} to the packet's end, captured or not. */
    private void next(int protocol, int at, int length) {
        f.transport = at;
        switch (protocol) {
            case ESP -> transport.esp(at, length, TrafficClass.ESP);
            case AH -> ah(at, length);
            case UDP -> transport.udp(at, length);
            case TCP -> transport.tcp(at, length);
            case ICMP -> f.trafficClass = TrafficClass.ICMP;
            case ICMPV6 -> f.trafficClass = TrafficClass.ICMPV6;
            case IPCOMP -> f.trafficClass = TrafficClass.IPCOMP;
            case IPV4_IN_IP, IPV6_IN_IP -> tunnelled(at);
            case GRE -> gre(at);
            case MPLS -> frames.mpls(at);
            default -> f.trafficClass = TrafficClass.CLEAR;
        }
    }

    /** An IP packet inside an IP packet; where nothing of it can be read, the outer one counts as clear. */
    private void tunnelled(int at) {
        f.trafficClass = TrafficClass.CLEAR;
        if (f.has(at, 1)) {
            frames.ip(at);
        }
    }

    /** RFC 4302. Whatever AH carries is protected against change; only ESP inside it hides anything. */
    private void ah(int at, int length) {
        f.trafficClass = TrafficClass.AH;
        int headers = 0;
        int protocol = AH;
        while (protocol == AH) {
            if (!f.has(at, 8) || ++headers > FrameDecoder.MAX_DEPTH) {
                return;
            }
            f.spi = f.bytes.getInt(at + 4);
            f.sequence = f.has(at, 12) ? f.bytes.getInt(at + 8) : 0;
            int size = (f.u8(at + 1) + 2) << 2;
            protocol = f.u8(at);
            at += size;
            length -= size;
        }
        if (protocol == IPV4_IN_IP || protocol == IPV6_IN_IP) {
            ahTunnel(at);
        } else if (protocol == ESP) {
            transport.esp(at, length, TrafficClass.AH_ESP);
        }
    }

    /** Looks for ESP right inside the packet that AH carries in tunnel mode; the pair stays the tunnel's. */
    private void ahTunnel(int at) {
        if (!f.has(at, 40)) {
            return;
        }
        boolean six = f.u8(at) >>> 4 == 6;
        int header = six ? 40 : (f.u8(at) & 0xf) << 2;
        int protocol = f.u8(six ? at + 6 : at + 9);
        int total = six ? f.u16(at + 4) + 40 : f.u16(at + 2);
        if (protocol == ESP && header >= 20) {
            transport.esp(at + header, total - header, TrafficClass.AH_ESP);
        }
    }

    /** RFC 2784, 2890 and 2637. */
    private void gre(int at) {
        f.trafficClass = TrafficClass.CLEAR;
        if (!f.has(at, 4)) {
            return;
        }
        int flags = f.u16(at);
        int type = f.u16(at + 2);
        int version = flags & 7;
        int header = 4;
        if ((flags & 0xc000) != 0) {
            header += 4;
        }
        if ((flags & 0x2000) != 0) {
            header += 4;
        }
        if ((flags & 0x1000) != 0) {
            header += 4;
        }
        if (version == 1 && (flags & 0x80) != 0) {
            header += 4;
        }
        int inside = at + header;
        if (!f.has(inside, 1)) {
            return;
        }
        switch (type) {
            case 0x880b -> frames.ppp(inside);
            // ERSPAN: type I has no header of its own, type II has 8 bytes and comes with a sequence number.
            case 0x88be -> frames.etherType(inside + ((flags & 0x1000) != 0 ? 8 : 0), 0x6558);
            case 0x22eb -> erspanThree(inside);
            // Cisco metadata in GRE: the type of what follows comes first, then six bytes with the security group tag.
            case 0x8909 -> {
                if (f.has(inside, 9)) {
                    frames.etherType(inside + 8, f.u16(inside));
                }
            }
            case 0x0800, 0x86dd, 0x6558, 0x8847, 0x8848 -> frames.etherType(inside, type);
            default -> {}
        }
    }

    private void erspanThree(int at) {
        if (f.has(at, 12)) {
            boolean platformSpecific = (f.u8(at + 11) & 1) != 0;
            frames.etherType(at + (platformSpecific ? 20 : 12), 0x6558);
        }
    }
}
