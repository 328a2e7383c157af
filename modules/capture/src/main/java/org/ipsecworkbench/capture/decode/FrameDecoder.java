package org.ipsecworkbench.capture.decode;

import java.nio.ByteBuffer;
import org.ipsecworkbench.capture.Exemption;
import org.ipsecworkbench.capture.TrafficClass;

/**
 * Decodes the link layer of a frame and hands what it carries to the network layer.
 *
 * <p>Not safe for several threads: each has its own, with the {@link Frame} that it fills.
 */
public final class FrameDecoder {
    /** So many headers inside one another are followed; real tunnels nest two or three deep. */
    static final int MAX_DEPTH = 12;

    private static final int IPV4 = 0x0800;
    private static final int ARP = 0x0806;
    private static final int IPV6 = 0x86dd;
    private static final int TRANSPARENT_ETHERNET = 0x6558;
    private static final int CISCO_METADATA = 0x8909;

    /** What the last call of {@link #decode} found. */
    public final Frame frame = new Frame();

    private final NetworkDecoder network = new NetworkDecoder(this, frame);
    private int depth;

    /**
     * Decodes one frame into {@link #frame}.
     *
     * @param bytes where it lies; big endian
     * @param at its first byte
     * @param captured how many bytes of it are there
     * @param linkType its link layer
     */
    public void decode(ByteBuffer bytes, int at, int captured, int linkType) {
        Frame f = frame;
        f.reset(bytes, at + captured);
        depth = 0;
        if (linkType == LinkTypes.ETHERNET) {
            // Nearly all captures; the compiler does not take the switch over all others into its caller.
            ethernet(at);
        } else {
            link(at, linkType);
        }
        if (f.laterFragment) {
            return;
        }
        if (f.hasAddresses && (f.trafficClass == TrafficClass.ARP || f.trafficClass == TrafficClass.NON_IP)) {
            // An IP tunnel carried it, so the frame is an IP packet without protection.
            f.trafficClass = TrafficClass.CLEAR;
        }
        if (f.trafficClass == TrafficClass.CLEAR || f.trafficClass == TrafficClass.IPCOMP) {
            Exemptions.judge(f);
        } else if (f.trafficClass == TrafficClass.ICMP || f.trafficClass == TrafficClass.ICMPV6) {
            f.exemption = Exemption.ICMP;
        }
    }

    private void link(int at, int linkType) {
        Frame f = frame;
        switch (linkType) {
            case LinkTypes.ETHERNET -> ethernet(at);
            case LinkTypes.RAW, LinkTypes.RAW_BSD, LinkTypes.RAW_OPENBSD, LinkTypes.IPV4, LinkTypes.IPV6 -> ip(at);
            case LinkTypes.NULL, LinkTypes.LOOP -> loopback(at);
            case LinkTypes.LINUX_SLL -> {
                if (f.has(at, 16)) {
                    f.toGroup = f.u16(at) == 1 || f.u16(at) == 2;
                    etherType(at + 16, f.u16(at + 14));
                }
            }
            case LinkTypes.LINUX_SLL2 -> {
                if (f.has(at, 20)) {
                    f.toGroup = f.u8(at + 10) == 1 || f.u8(at + 10) == 2;
                    etherType(at + 20, f.u16(at));
                }
            }
            case LinkTypes.PPP, LinkTypes.PPP_HDLC -> ppp(at);
            case LinkTypes.PPP_ETHER -> ppp(at + 6);
            case LinkTypes.C_HDLC -> {
                if (f.has(at, 4)) {
                    etherType(at + 4, f.u16(at + 2));
                }
            }
            case LinkTypes.IEEE802_11 -> wireless(at);
            case LinkTypes.RADIOTAP -> {
                if (f.has(at, 4)) {
                    wireless(at + (Short.reverseBytes((short) f.u16(at + 2)) & 0xffff));
                }
            }
            case LinkTypes.PPI -> {
                if (f.has(at, 8) && ++depth < MAX_DEPTH) {
                    int type = Integer.reverseBytes(f.bytes.getInt(at + 4));
                    link(at + (Short.reverseBytes((short) f.u16(at + 2)) & 0xffff), type);
                }
            }
            case LinkTypes.NFLOG -> netfilter(at);
            default -> f.trafficClass = TrafficClass.NON_IP;
        }
    }

    void ethernet(int at) {
        Frame f = frame;
        if (!f.has(at, 14)) {
            return;
        }
        f.toGroup = (f.bytes.get(at) & 1) != 0;
        int type = f.u16(at + 12);
        if (type < 0x600) {
            llc(at + 14);
        } else {
            etherType(at + 14, type);
        }
    }

    /** IEEE 802.2, of which only SNAP carries IP. */
    private void llc(int at) {
        Frame f = frame;
        if (!f.has(at, 8)) {
            f.trafficClass = TrafficClass.NON_IP;
        } else if (f.u16(at) == 0xaaaa && f.bytes.getInt(at + 2) >>> 8 == 0x030000) {
            etherType(at + 8, f.u16(at + 6));
        } else {
            f.trafficClass = TrafficClass.NON_IP;
        }
    }

    /** What an EtherType says; {@code at} is behind it. */
    void etherType(int at, int type) {
        Frame f = frame;
        while (true) {
            switch (type) {
                case IPV4, IPV6 -> {
                    ip(at);
                    return;
                }
                case ARP -> {
                    f.trafficClass = TrafficClass.ARP;
                    f.transport = at;
                    return;
                }
                case 0x8100, 0x88a8, 0x9100, 0x9200 -> {
                    if (!f.has(at, 4) || ++depth >= MAX_DEPTH) {
                        return;
                    }
                    tag(f.u16(at) & 0xfff);
                    type = f.u16(at + 2);
                    at += 4;
                    if (type < 0x600) {
                        llc(at);
                        return;
                    }
                }
                case 0x8847, 0x8848 -> {
                    mpls(at);
                    return;
                }
                case 0x8864 -> {
                    ppp(at + 6);
                    return;
                }
                case CISCO_METADATA -> {
                    if (!f.has(at, 8) || ++depth >= MAX_DEPTH) {
                        return;
                    }
                    type = f.u16(at + 6);
                    at += 8;
                }
                case TRANSPARENT_ETHERNET -> {
                    if (++depth < MAX_DEPTH) {
                        ethernet(at);
                    }
                    return;
                }
                default -> {
                    f.trafficClass = TrafficClass.NON_IP;
                    return;
                }
            }
        }
    }

    private void tag(int vlan) {
        int network = frame.network;
        int count = network >>> 24;
        frame.network = switch (count) {
            case 0 -> 1 << 24 | vlan << 12 | vlan;
            case 1, 2 -> 2 << 24 | network & 0xfff000 | vlan;
            default -> network & ~0xfff | vlan;
        };
    }

    void mpls(int at) {
        Frame f = frame;
        boolean bottom = false;
        while (!bottom) {
            if (!f.has(at, 4) || ++depth >= MAX_DEPTH) {
                return;
            }
            bottom = (f.bytes.get(at + 2) & 1) != 0;
            at += 4;
        }
        if (!f.has(at, 1)) {
            return;
        }
        switch (f.u8(at) >>> 4) {
            case 4, 6 -> ip(at);
            // RFC 4385: a pseudowire with a control word; what it carries is most often Ethernet.
            case 0 -> {
                if (f.has(at, 18)) {
                    ethernet(at + 4);
                } else {
                    f.trafficClass = TrafficClass.NON_IP;
                }
            }
            default -> f.trafficClass = TrafficClass.NON_IP;
        }
    }

    /** RFC 1661 and 1662: with or without address and control, protocol in one or two bytes. */
    void ppp(int at) {
        Frame f = frame;
        if (!f.has(at, 2)) {
            return;
        }
        if (f.u16(at) == 0xff03) {
            at += 2;
        }
        if (!f.has(at, 2)) {
            return;
        }
        int protocol = f.u8(at);
        if ((protocol & 1) != 0) {
            at += 1;
        } else {
            protocol = f.u16(at);
            at += 2;
        }
        switch (protocol) {
            case 0x0021, 0x0057 -> ip(at);
            case 0x0281, 0x0283 -> mpls(at);
            default -> f.trafficClass = TrafficClass.NON_IP;
        }
    }

    /** BSD loopback: an address family in the byte order of whoever captured. */
    private void loopback(int at) {
        Frame f = frame;
        if (!f.has(at, 4)) {
            return;
        }
        int family = f.bytes.getInt(at);
        if ((family & 0xffff0000) != 0) {
            family = Integer.reverseBytes(family);
        }
        switch (family) {
            case 2, 10, 23, 24, 28, 30 -> ip(at + 4);
            default -> f.trafficClass = TrafficClass.NON_IP;
        }
    }

    /** IEEE 802.11: only data frames that are not encrypted carry something readable. */
    private void wireless(int at) {
        Frame f = frame;
        if (!f.has(at, 24)) {
            f.trafficClass = TrafficClass.NON_IP;
            return;
        }
        int control = f.u8(at);
        int flags = f.u8(at + 1);
        boolean data = (control & 0x0c) == 0x08;
        boolean carries = (control & 0x40) == 0;
        if (!data || !carries || (flags & 0x40) != 0) {
            f.trafficClass = TrafficClass.NON_IP;
            return;
        }
        int header = 24;
        if ((flags & 0x03) == 0x03) {
            header += 6;
        }
        if ((control & 0x80) != 0) {
            header += (flags & 0x80) != 0 ? 6 : 2;
        }
        int receiver = (flags & 0x01) != 0 ? at + 16 : at + 4;
        f.toGroup = (f.bytes.get(receiver) & 1) != 0;
        llc(at + header);
    }

    /** Linux NFLOG: attributes of type, length and value in the byte order of the host; the packet is attribute 9. */
    private void netfilter(int at) {
        Frame f = frame;
        at += 4;
        f.trafficClass = TrafficClass.NON_IP;
        while (f.has(at, 4)) {
            int length = Short.reverseBytes((short) f.u16(at)) & 0xffff;
            int type = Short.reverseBytes((short) f.u16(at + 2)) & 0xffff;
            if (length < 4 || !f.has(at, length)) {
                f.malformed = true;
                return;
            }
            if (type == 9) {
                f.end = at + length;
                f.trafficClass = TrafficClass.UNDECIDABLE;
                ip(at + 4);
                return;
            }
            at += (length + 3) & ~3;
        }
    }

    /** An IP packet of either version. Depth bounds what tunnels may nest. */
    void ip(int at) {
        if (++depth > MAX_DEPTH) {
            frame.malformed = true;
            return;
        }
        network.ip(at);
    }
}
