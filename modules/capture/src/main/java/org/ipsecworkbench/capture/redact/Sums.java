package org.ipsecworkbench.capture.redact;

/** The Internet checksum (RFC 1071) in headers. What was cut of a payload counts as zeros. */
final class Sums {
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int ICMP = 1;
    private static final int ICMPV6 = 58;

    private Sums() {}

    /** Of an IPv4 header. */
    static void header(byte[] bytes, int at, int length) {
        put(bytes, at + 10, 0);
        put(bytes, at + 10, folded(sum(bytes, at, at + length)));
    }

    /**
     * Of a transport header, where it has one.
     *
     * @param addresses sum of the words of both addresses
     * @param end behind the last byte that is kept
     * @param length of header and payload by the IP header
     */
    static void transport(byte[] bytes, int at, int end, int protocol, long addresses, int length) {
        int place = at
                + switch (protocol) {
                    case TCP -> 16;
                    case UDP -> 6;
                    case ICMP, ICMPV6 -> 2;
                    default -> -1;
                };
        // A UDP checksum of zero says that there is none.
        if (place < at || place + 2 > end || protocol == UDP && u16(bytes, place) == 0) {
            return;
        }
        put(bytes, place, 0);
        long pseudo = protocol == ICMP ? 0 : addresses + protocol + (length & 0xffff) + (length >>> 16);
        int sum = folded(pseudo + sum(bytes, at, Math.min(end, at + length)));
        put(bytes, place, protocol == UDP && sum == 0 ? 0xffff : sum);
    }

    /** The words of bytes, added. */
    static long sum(byte[] bytes, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += (i - from & 1) == 0 ? (bytes[i] & 0xffL) << 8 : bytes[i] & 0xffL;
        }
        return sum;
    }

    private static int folded(long sum) {
        long folded = sum;
        while (folded >>> 16 != 0) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (int) (~folded & 0xffff);
    }

    static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    static void put(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >>> 8);
        bytes[at + 1] = (byte) value;
    }
}
