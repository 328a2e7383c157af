package org.ipsecworkbench.capture.scan;

import java.nio.ByteBuffer;
import org.ipsecworkbench.capture.decode.Frame;

/** Whether bytes inside ESP read as the packet that ESP-NULL would carry there. */
public final class InnerPacket {
    private static final int ICMP = 1;
    private static final int IPV4 = 4;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int IPV6 = 41;
    private static final int GRE = 47;
    private static final int ICMPV6 = 58;
    /** What may follow the inner packet: padding and its length, the next header, a check value. */
    private static final int MAX_TRAILER = 2 + 15 + 32;

    private InnerPacket() {}

    static boolean isPlausible(int protocol) {
        return switch (protocol) {
            case ICMP, IPV4, TCP, UDP, IPV6, GRE, ICMPV6 -> true;
            default -> false;
        };
    }

    /** 0 where it does not, 1 where its structure does, 2 where a checksum agrees as well. */
    public static int judge(Frame f, int protocol, int at, int length) {
        ByteBuffer bytes = f.bytes;
        return switch (protocol) {
            case TCP -> tcp(f, at, length);
            case UDP -> {
                if (length < 8 || (bytes.getShort(at + 4) & 0xffff) != length) {
                    yield 0;
                }
                // A checksum of 0 says that there is none; the length is all there is to agree.
                yield bytes.getShort(at + 6) != 0 && agrees(f, UDP, at, length) ? 2 : 1;
            }
            case ICMP -> length >= 8 && sum(bytes, at, length, 0) == 0xffff ? 2 : 0;
            case ICMPV6 -> length >= 8 && agrees(f, ICMPV6, at, length) ? 2 : 0;
            case IPV4 ->
                length >= 20
                                && bytes.get(at) >>> 4 == 4
                                && (bytes.getShort(at + 2) & 0xffff) == length
                                && sum(bytes, at, Math.min((bytes.get(at) & 0xf) << 2, length), 0) == 0xffff
                        ? 2
                        : 0;
            case IPV6 ->
                length >= 40 && (bytes.get(at) & 0xf0) == 0x60 && (bytes.getShort(at + 4) & 0xffff) == length - 40
                        ? 2
                        : 0;
            case GRE -> gre(bytes, at, length) ? 1 : 0;
            default -> 0;
        };
    }

    /**
     * Whether bytes may begin an inner packet of some protocol; 14 of them must be there.
     *
     * @param length bytes from there to the end of the outer packet, or a large number where that is unknown
     */
    public static boolean mayBegin(Frame f, int at, int length) {
        ByteBuffer bytes = f.bytes;
        int first = bytes.get(at) & 0xff;
        int second = bytes.get(at + 1) & 0xff;
        boolean tcp = tcpHeader(bytes, at, length);
        boolean udp = fits(bytes.getShort(at + 4) & 0xffff, length);
        boolean icmp =
                (first == 0 || first == 3 || first == 8 || first == 11 || first >= 128 && first <= 137) && second < 16;
        boolean ipv4 = first == 0x45 && fits(bytes.getShort(at + 2) & 0xffff, length);
        boolean ipv6 = first >>> 4 == 6 && fits((bytes.getShort(at + 4) & 0xffff) + 40, length);
        return tcp || udp || icmp || ipv4 || ipv6 || gre(bytes, at, length);
    }

    private static boolean fits(int claimed, int length) {
        return claimed >= 8
                && claimed <= length - 14
                && (length == Integer.MAX_VALUE || claimed >= length - MAX_TRAILER);
    }

    private static boolean gre(ByteBuffer bytes, int at, int length) {
        int type = bytes.getShort(at + 2) & 0xffff;
        return length >= 8
                && (bytes.getShort(at) & 0x4ff8) == 0
                && (type == 0x0800 || type == 0x86dd || type == 0x6558 || type == 0x880b);
    }

    private static int tcp(Frame f, int at, int length) {
        if (length < 20 || !tcpHeader(f.bytes, at, length)) {
            return 0;
        }
        return agrees(f, TCP, at, length) ? 2 : 1;
    }

    private static boolean tcpHeader(ByteBuffer bytes, int at, int length) {
        int header = (bytes.get(at + 12) & 0xf0) >>> 2;
        int flags = bytes.get(at + 13) & 0x3f;
        return length >= 20
                && header >= 20
                && header <= length
                && flags != 0
                // A connection does not begin and end in one segment.
                && (flags & 0x03) != 0x03
                && (bytes.get(at + 12) & 0x0e) == 0;
    }

    /** Whether the checksum agrees with the addresses of the packet around it, as in transport mode without NAT. */
    private static boolean agrees(Frame f, int protocol, int at, int length) {
        long pseudo = (long) protocol + length;
        pseudo += words(f.sourceHigh) + words(f.sourceLow & maskOf(f.sourceHigh, f.sourceLow));
        pseudo += words(f.destinationHigh) + words(f.destinationLow & maskOf(f.destinationHigh, f.destinationLow));
        return sum(f.bytes, at, length, pseudo) == 0xffff;
    }

    /** The marker of IPv4 addresses is not part of them. */
    private static long maskOf(long high, long low) {
        return high == 0 && low >>> 32 == 0xffff ? 0xffffffffL : -1;
    }

    private static long words(long value) {
        return (value >>> 48) + (value >>> 32 & 0xffff) + (value >>> 16 & 0xffff) + (value & 0xffff);
    }

    /** RFC 1071 over bytes, 0xffff where the checksum among them is right. */
    private static int sum(ByteBuffer bytes, int at, int length, long start) {
        long sum = start;
        int i = 0;
        for (; i + 1 < length; i += 2) {
            sum += bytes.getShort(at + i) & 0xffff;
        }
        if (i < length) {
            sum += (bytes.get(at + i) & 0xff) << 8;
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return (int) sum;
    }
}
