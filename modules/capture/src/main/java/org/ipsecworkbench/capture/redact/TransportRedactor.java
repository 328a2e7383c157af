package org.ipsecworkbench.capture.redact;

import java.util.Arrays;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.decode.Frame;

/** Redacts what IP carries: keeps headers and cuts payloads, except those of IKE and ESP, which keep their length. */
final class TransportRedactor {
    private static final int UDP_HEADER = 8;
    private static final int TCP_HEADER = 20;
    private static final int VXLAN = 4789;
    private static final int IKE = 500;
    private static final int IKE_BEHIND_NAT = 4500;

    /** Copies of a packet are told by its first bytes, so that so many of a payload become noise instead of being cut. */
    private static final int FINGERPRINT = 4;

    private final PacketRedactor packets;
    private final Noise noise;
    private final EspRedactor esp;
    private byte[] bytes = {};
    private Frame frame;

    TransportRedactor(PacketRedactor packets, Noise noise) {
        this.packets = packets;
        this.noise = noise;
        esp = new EspRedactor(this, noise);
        frame = packets.frame();
    }

    void begin(byte[] packet, Frame decoded) {
        bytes = packet;
        frame = decoded;
        esp.begin(packet, decoded);
    }

    /**
     * Redacts the payload of an IP packet.
     *
     * @param to behind its last byte
     * @param addresses words of the addresses of the header around it, added
     * @param length as the header around it says
     * @return behind the last byte that may be kept
     */
    int redact(int protocol, int at, int to, long addresses, int length) {
        if (at >= to) {
            return Math.min(at, to);
        }
        int kept = switch (protocol) {
            case 0, 43, 60 -> extension(at, to, addresses, length);
            case 44 -> fragmentHeader(at, to, addresses, length);
            case 4, 41 -> packets.ip(at, to);
            case 47 -> gre(at, to);
            case 50 -> esp.redact(at, to, addresses);
            case 51 -> authentication(at, to, addresses, length);
            case 108 -> Math.min(at + 4, to);
            case 17 -> udp(at, to, addresses);
            case 6 -> tcp(at, to, addresses);
            case 1 -> icmp(at, to);
            case 58 -> icmpv6(at, to);
            default -> fingerprint(at, to);
        };
        Sums.transport(bytes, at, kept, protocol, addresses, length);
        return kept;
    }

    /** A later fragment. IKE is put together from those of UDP, so that they keep their length. */
    int fragment(int protocol, int at, int to) {
        if (protocol != 17 || at >= to) {
            return Math.min(at, to);
        }
        Arrays.fill(bytes, at, to, (byte) 0);
        return to;
    }

    /** Options and routes of IPv6: kept by their length alone. */
    private int extension(int at, int to, long addresses, int length) {
        if (to - at < 8) {
            return at;
        }
        int size = ((bytes[at + 1] & 0xff) + 1) * 8;
        Arrays.fill(bytes, at + 2, Math.min(to, at + size), (byte) 0);
        return redact(bytes[at] & 0xff, at + size, to, addresses, length - size);
    }

    private int fragmentHeader(int at, int to, long addresses, int length) {
        if (to - at < 8) {
            return at;
        }
        int protocol = bytes[at] & 0xff;
        return Sums.u16(bytes, at + 2) >>> 3 != 0
                ? fragment(protocol, at + 8, to)
                : redact(protocol, at + 8, to, addresses, length - 8);
    }

    /** RFC 4302. */
    private int authentication(int at, int to, long addresses, int length) {
        if (to - at < 12) {
            return to;
        }
        int size = ((bytes[at + 1] & 0xff) + 2) * 4;
        noise.fill(bytes, at + 12, Math.min(to, at + size));
        return redact(bytes[at] & 0xff, at + Math.max(12, size), to, addresses, length - size);
    }

    /** RFC 2784 and RFC 2890. */
    private int gre(int at, int to) {
        if (to - at < 4) {
            return to;
        }
        int flags = Sums.u16(bytes, at);
        int inner = at
                + 4
                + ((flags & 0x8000) != 0 ? 4 : 0)
                + ((flags & 0x2000) != 0 ? 4 : 0)
                + ((flags & 0x1000) != 0 ? 4 : 0);
        if ((flags & 7) != 0 || inner >= to) {
            return Math.min(at + 4, to);
        }
        return switch (Sums.u16(bytes, at + 2)) {
            case 0x0800, 0x86dd -> packets.ip(inner, to);
            case 0x6558 -> packets.ethernet(inner, to);
            default -> inner;
        };
    }

    private int udp(int at, int to, long addresses) {
        int body = at + UDP_HEADER;
        if (to <= body) {
            return to;
        }
        int ike = ike(at, body, to);
        if (ike >= 0) {
            new IkeRedactor(packets, noise, bytes, to).redact(ike);
            return to;
        }
        if (frame.esp >= body && frame.esp < to) {
            return esp.redact(frame.esp, to, addresses);
        }
        if (frame.trafficClass == TrafficClass.NAT_KEEPALIVE && to - body == 1) {
            return to;
        }
        if (Sums.u16(bytes, at + 2) == VXLAN && to - body > 8) {
            return packets.ethernet(body + 8, to);
        }
        return fingerprint(body, to);
    }

    /** Where IKE begins, also in what an ICMP error quotes; -1 where there is none. */
    private int ike(int at, int body, int to) {
        if (frame.isakmp >= body && frame.isakmp < to) {
            return frame.isakmp;
        }
        int source = Sums.u16(bytes, at);
        int destination = Sums.u16(bytes, at + 2);
        if (source == IKE || destination == IKE) {
            return body;
        }
        boolean isMarked = (source == IKE_BEHIND_NAT || destination == IKE_BEHIND_NAT)
                && to - body >= 4
                && Sums.u16(bytes, body) == 0
                && Sums.u16(bytes, body + 2) == 0;
        return isMarked ? body + 4 : -1;
    }

    private int tcp(int at, int to, long addresses) {
        if (to - at < TCP_HEADER) {
            return to;
        }
        int header = Math.max(TCP_HEADER, (bytes[at + 12] >>> 4 & 0xf) * 4);
        int body = at + header;
        if (frame.esp >= body && frame.esp < to) {
            return esp.redact(frame.esp, to, addresses);
        }
        if (frame.isakmp >= body && frame.isakmp < to) {
            new IkeRedactor(packets, noise, bytes, to).redact(frame.isakmp);
            return to;
        }
        return Math.min(body, to);
    }

    /** RFC 792: errors quote the packet that they are about, and a redirection names a gateway. */
    private int icmp(int at, int to) {
        int type = bytes[at] & 0xff;
        boolean isError = type == 3 || type == 4 || type == 5 || type == 11 || type == 12;
        if (!isError || to - at <= 8) {
            return fingerprint(at + 8, to);
        }
        if (type == 5) {
            packets.replace(at + 4, 4);
        }
        return packets.ip(at + 8, to);
    }

    /** RFC 4443 and RFC 4861. */
    private int icmpv6(int at, int to) {
        int type = bytes[at] & 0xff;
        if (type >= 1 && type <= 4 && to - at > 8) {
            return packets.ip(at + 8, to);
        }
        int targets = type == 135 || type == 136 ? 1 : type == 137 ? 2 : 0;
        if (targets == 0 || to - at < 8 + 16 * targets) {
            return type == 134 ? Math.min(at + 16, to) : fingerprint(at + 8, to);
        }
        for (int i = 0; i < targets; i++) {
            packets.replace(at + 8 + 16 * i, 16);
        }
        return at + 8 + 16 * targets;
    }

    private int fingerprint(int at, int to) {
        int end = Math.min(at + FINGERPRINT, to);
        if (at < end) {
            Noise.fill(bytes, at, end, noise.of(bytes, at, to));
        }
        return end;
    }
}
