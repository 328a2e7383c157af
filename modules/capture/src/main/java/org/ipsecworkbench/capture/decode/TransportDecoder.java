package org.ipsecworkbench.capture.decode;

import org.ipsecworkbench.capture.TrafficClass;

/** ESP, UDP and TCP: where the class of a packet is told from ports and the first bytes behind them. */
final class TransportDecoder {
    private static final int ISAKMP_PORT = 500;
    private static final int NAT_TRAVERSAL_PORT = 4500;
    private static final int L2TP_PORT = 1701;
    private static final int TEREDO_PORT = 3544;
    private static final int VXLAN_PORT = 4789;
    private static final int VXLAN_LINUX_PORT = 8472;
    private static final int GENEVE_PORT = 6081;

    private final FrameDecoder frames;
    private final Frame f;

    TransportDecoder(FrameDecoder frames, Frame frame) {
        this.frames = frames;
        f = frame;
    }

    /** Whether UDP with this port on either side may be something else than a packet in clear without exemption. */
    static boolean mayBeSpecial(int port) {
        return switch (port) {
            case ISAKMP_PORT, NAT_TRAVERSAL_PORT, L2TP_PORT, TEREDO_PORT, VXLAN_PORT, VXLAN_LINUX_PORT, GENEVE_PORT ->
                true;
            default -> Exemptions.isDhcp(port);
        };
    }

    /** RFC 4303. {@code length} counts from the header to the end of the packet, captured or not. */
    void esp(int at, int length, TrafficClass as) {
        f.trafficClass = as;
        if (length < 8) {
            f.malformed = true;
        }
        if (f.has(at, 4)) {
            f.spi = f.bytes.getInt(at);
            f.sequence = f.has(at, 8) ? f.bytes.getInt(at + 4) : 0;
            f.esp = at;
            f.espLength = f.firstFragment ? -1 : length;
        }
    }

    void udp(int at, int length) {
        if (!f.has(at, 4)) {
            return;
        }
        f.trafficClass = TrafficClass.CLEAR;
        int source = f.u16(at);
        int destination = f.u16(at + 2);
        f.sourcePort = source;
        f.destinationPort = destination;
        int payload = at + 8;
        int size = length - 8;
        if (f.has(at, 6)) {
            int claimed = f.u16(at + 4);
            if (claimed >= 8 && claimed < length) {
                size = claimed - 8;
            } else if (claimed != 0 && claimed > length && !f.firstFragment) {
                f.malformed = true;
            }
        }
        if (source == NAT_TRAVERSAL_PORT || destination == NAT_TRAVERSAL_PORT) {
            natTraversal(payload, size);
        } else if (source == ISAKMP_PORT || destination == ISAKMP_PORT) {
            isakmp(payload, size);
        } else if (destination == VXLAN_PORT || destination == VXLAN_LINUX_PORT) {
            vxlan(payload);
        } else if (destination == GENEVE_PORT) {
            geneve(payload);
        } else if (source == TEREDO_PORT || destination == TEREDO_PORT) {
            teredo(payload);
        } else if (source == L2TP_PORT || destination == L2TP_PORT) {
            l2tp(payload);
        }
    }

    /** RFC 3948: a keepalive, IKE behind four zero bytes, or ESP. */
    private void natTraversal(int at, int size) {
        if (size == 1) {
            if (f.has(at, 1)) {
                f.trafficClass = f.u8(at) == 0xff ? TrafficClass.NAT_KEEPALIVE : TrafficClass.CLEAR;
            } else {
                f.trafficClass = TrafficClass.UNDECIDABLE;
            }
        } else if (size >= 4) {
            if (!f.has(at, 4)) {
                f.trafficClass = TrafficClass.UNDECIDABLE;
            } else if (f.bytes.getInt(at) == 0) {
                isakmp(at + 4, size - 4);
            } else {
                esp(at, size, TrafficClass.ESP_UDP);
            }
        }
    }

    /** RFC 2408 section 3.1, RFC 7296 section 3.1: the version tells IKEv1 from IKEv2, the exchange AuthIP. */
    private void isakmp(int at, int size) {
        if (size < 28) {
            f.malformed |= size > 0;
            return;
        }
        f.isakmp = at;
        if (!f.has(at, 18)) {
            // Cut before the version, but nothing else than ISAKMP is sent there.
            f.trafficClass = TrafficClass.IKEV1;
            return;
        }
        int exchange = f.has(at, 19) ? f.u8(at + 18) : 0;
        switch (f.u8(at + 17) >>> 4) {
            case 1 -> f.trafficClass = exchange >= 243 && exchange <= 246 ? TrafficClass.AUTHIP : TrafficClass.IKEV1;
            case 2 -> f.trafficClass = TrafficClass.IKEV2;
            default -> {
                f.isakmp = -1;
                f.malformed = true;
            }
        }
    }

    private void vxlan(int at) {
        if (f.has(at, 22) && (f.u8(at) & 0x08) != 0) {
            frames.etherType(at + 8, 0x6558);
        }
    }

    private void geneve(int at) {
        if (f.has(at, 8) && f.u8(at) >>> 6 == 0) {
            int inside = at + 8 + ((f.u8(at) & 0x3f) << 2);
            int type = f.u16(at + 2);
            if (f.has(inside, 1) && (type == 0x6558 || type == 0x0800 || type == 0x86dd)) {
                frames.etherType(inside, type);
            }
        }
    }

    /** RFC 4380: authentication and origin indication may stand before the IPv6 packet. */
    private void teredo(int at) {
        if (f.has(at, 4) && f.u16(at) == 0x0001) {
            at += 4 + f.u8(at + 2) + f.u8(at + 3) + 9;
        }
        if (f.has(at, 8) && f.u16(at) == 0x0000) {
            at += 8;
        }
        if (f.has(at, 40) && f.u8(at) >>> 4 == 6) {
            frames.ip(at);
        }
    }

    /** RFC 2661: data messages carry PPP; control messages are clear by themselves. */
    private void l2tp(int at) {
        if (!f.has(at, 6)) {
            return;
        }
        int flags = f.u16(at);
        if ((flags & 0x000f) != 2 || (flags & 0x8000) != 0) {
            return;
        }
        int header = 6;
        if ((flags & 0x4000) != 0) {
            header += 2;
        }
        if ((flags & 0x0800) != 0) {
            header += 4;
        }
        if ((flags & 0x0200) != 0) {
            if (!f.has(at, header + 2)) {
                return;
            }
            header += 2 + f.u16(at + header);
        }
        if (f.has(at, header + 4)) {
            frames.ppp(at + header);
            if (f.trafficClass == TrafficClass.NON_IP) {
                f.trafficClass = TrafficClass.CLEAR;
            }
        }
    }

    void tcp(int at, int length) {
        if (!f.has(at, 4)) {
            return;
        }
        f.trafficClass = TrafficClass.CLEAR;
        f.sourcePort = f.u16(at);
        f.destinationPort = f.u16(at + 2);
        if ((f.sourcePort == NAT_TRAVERSAL_PORT || f.destinationPort == NAT_TRAVERSAL_PORT) && f.has(at, 20)) {
            int header = f.u8(at + 12) >>> 4 << 2;
            if (header >= 20) {
                encapsulated(at + header, length - header);
            }
        }
    }

    /**
     * RFC 8229: messages with a 16-bit length. A segment is recognised where one begins at its first byte and fills it, or
     * where it begins the stream.
     */
    private void encapsulated(int at, int size) {
        if (f.has(at, 6) && f.bytes.getInt(at) == 0x494b4554 && f.u16(at + 4) == 0x4350) {
            at += 6;
            size -= 6;
        }
        if (size < 6 || !f.has(at, 6) || f.u16(at) > size || f.u16(at) < 6) {
            return;
        }
        int message = f.u16(at) - 2;
        if (f.bytes.getInt(at + 2) == 0) {
            isakmp(at + 6, message - 4);
        } else if (message + 2 == size) {
            esp(at + 2, message, TrafficClass.ESP_TCP);
        }
    }
}
