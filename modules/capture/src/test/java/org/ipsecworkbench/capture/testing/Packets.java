package org.ipsecworkbench.capture.testing;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/**
 * Builds packets from the inside out: each method puts one header in front of what it carries, with lengths and checksums
 * as they should be. What is wrong on purpose is cut or overwritten afterwards.
 *
 * <pre>{@code
 * byte[] frame = ethernet(IPV4, ipv4(UDP, "10.0.0.1", "10.0.0.2", udp(4500, 4500, esp(0xc0ffee00, 1, bytes(64)))));
 * }</pre>
 */
public final class Packets {
    /** EtherTypes. */
    public static final int IPV4 = 0x0800;

    public static final int ARP = 0x0806;
    public static final int BRIDGED = 0x6558;
    public static final int VLAN = 0x8100;
    public static final int SERVICE_VLAN = 0x88a8;
    public static final int IPV6 = 0x86dd;
    public static final int MPLS = 0x8847;
    public static final int PPPOE = 0x8864;

    /** IP protocol numbers. */
    public static final int HOP_BY_HOP = 0;

    public static final int ICMP = 1;
    public static final int IP_IN_IP = 4;
    public static final int TCP = 6;
    public static final int UDP = 17;
    public static final int IP6_IN_IP = 41;
    public static final int ROUTING = 43;
    public static final int FRAGMENT = 44;
    public static final int GRE = 47;
    public static final int ESP = 50;
    public static final int AH = 51;
    public static final int ICMPV6 = 58;
    public static final int DESTINATION = 60;
    public static final int IPCOMP = 108;

    private Packets() {}

    /** So many zero bytes. */
    public static byte[] bytes(int count) {
        return new byte[count];
    }

    /** So many bytes that look like ciphertext. */
    public static byte[] noise(int count, Random random) {
        byte[] noise = new byte[count];
        random.nextBytes(noise);
        return noise;
    }

    /** One after the other. */
    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** The first bytes of something. */
    public static byte[] cut(byte[] whole, int length) {
        return Arrays.copyOf(whole, length);
    }

    /** A copy with one byte overwritten. */
    public static byte[] with(byte[] whole, int at, int value) {
        byte[] copy = whole.clone();
        copy[at] = (byte) value;
        return copy;
    }

    /** The bytes of an address in text, without asking any name server. */
    public static byte[] address(String text) {
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Ethernet II between two hosts. */
    public static byte[] ethernet(int type, byte[] payload) {
        return header(14, payload)
                .put(new byte[] {0, 0x15, 0x5d, 0, 0, 2, 0, 0x15, 0x5d, 0, 0, 1})
                .putShort((short) type)
                .array();
    }

    /** Behind EtherType 0x8100, 0x88a8 or 0x9100: the tag, then the type of what follows. */
    public static byte[] vlan(int number, int type, byte[] payload) {
        return header(4, payload)
                .putShort((short) number)
                .putShort((short) type)
                .array();
    }

    /** One label of a stack. */
    public static byte[] mpls(int label, boolean bottom, byte[] payload) {
        return header(4, payload)
                .putInt(label << 12 | (bottom ? 0x100 : 0) | 64)
                .array();
    }

    /** A PPPoE session header with the PPP protocol in two bytes. */
    public static byte[] pppoe(int protocol, byte[] payload) {
        return header(8, payload)
                .put((byte) 0x11)
                .put((byte) 0)
                .putShort((short) 1)
                .putShort((short) (payload.length + 2))
                .putShort((short) protocol)
                .array();
    }

    /** IPv4 without options. */
    public static byte[] ipv4(int protocol, String source, String destination, byte[] payload) {
        return ipv4Fragment(protocol, source, destination, 0, 0, false, payload);
    }

    /** A fragment of an IPv4 datagram; {@code offset} in bytes, a multiple of 8. */
    public static byte[] ipv4Fragment(
            int protocol, String source, String destination, int datagram, int offset, boolean more, byte[] payload) {
        ByteBuffer packet = header(20, payload)
                .put((byte) 0x45)
                .put((byte) 0)
                .putShort((short) (20 + payload.length))
                .putShort((short) datagram)
                .putShort((short) ((more ? 0x2000 : 0) | offset >> 3))
                .put((byte) 64)
                .put((byte) protocol)
                .putShort((short) 0)
                .put(address(source))
                .put(address(destination));
        packet.putShort(10, (short) ~sum(packet.array(), 0, 20, 0));
        return packet.array();
    }

    /** IPv6; extension headers are part of the payload. */
    public static byte[] ipv6(int next, String source, String destination, byte[] payload) {
        return header(40, payload)
                .putInt(0x6000_0000)
                .putShort((short) payload.length)
                .put((byte) next)
                .put((byte) 64)
                .put(address(source))
                .put(address(destination))
                .array();
    }

    /** An IPv6 extension header of 8 bytes (hop by hop, routing, destination). */
    public static byte[] extension(int next, byte[] payload) {
        return header(8, payload).put((byte) next).array();
    }

    /** The IPv6 fragment header; {@code offset} in bytes, a multiple of 8. */
    public static byte[] fragment(int next, int datagram, int offset, boolean more, byte[] payload) {
        return header(8, payload)
                .put((byte) next)
                .put((byte) 0)
                .putShort((short) (offset | (more ? 1 : 0)))
                .putInt(datagram)
                .array();
    }

    /** UDP without a checksum. */
    public static byte[] udp(int source, int destination, byte[] payload) {
        return header(8, payload)
                .putShort((short) source)
                .putShort((short) destination)
                .putShort((short) (8 + payload.length))
                .putShort((short) 0)
                .array();
    }

    /** A TCP segment that acknowledges, without a checksum. */
    public static byte[] tcp(int source, int destination, byte[] payload) {
        return header(20, payload)
                .putShort((short) source)
                .putShort((short) destination)
                .putInt(0x1000_0001)
                .putInt(0x2000_0002)
                .putShort((short) 0x5018)
                .putShort((short) 8192)
                .array();
    }

    /** An ICMP echo request with its checksum. */
    public static byte[] echo(byte[] payload) {
        byte[] packet = header(8, payload)
                .put((byte) 8)
                .put((byte) 0)
                .putShort((short) 0)
                .array();
        ByteBuffer.wrap(packet).putShort(2, (short) ~sum(packet, 0, packet.length, 0));
        return packet;
    }

    /** Puts the right checksum into a UDP, TCP or ICMPv6 packet between two addresses. */
    public static byte[] checked(int protocol, String source, String destination, byte[] segment) {
        byte[] copy = segment.clone();
        int at = protocol == UDP ? 6 : protocol == TCP ? 16 : 2;
        copy[at] = 0;
        copy[at + 1] = 0;
        byte[] addresses = join(address(source), address(destination));
        int pseudo = sum(addresses, 0, addresses.length, protocol + segment.length);
        ByteBuffer.wrap(copy).putShort(at, (short) ~sum(copy, 0, copy.length, pseudo));
        return copy;
    }

    /** ESP around anything. */
    public static byte[] esp(int spi, int sequence, byte[] payload) {
        return header(8, payload).putInt(spi).putInt(sequence).array();
    }

    /**
     * ESP-NULL, or GMAC with a vector of 8 bytes: what it carries, padding to a multiple of four (RFC 4303 section 2.4),
     * trailer and check value.
     */
    public static byte[] espNull(int spi, int sequence, byte[] vector, int next, byte[] inner, byte[] checkValue) {
        int padding = (4 - (inner.length + 2) % 4) % 4;
        byte[] trailer = new byte[padding + 2];
        for (int i = 0; i < padding; i++) {
            trailer[i] = (byte) (i + 1);
        }
        trailer[padding] = (byte) padding;
        trailer[padding + 1] = (byte) next;
        return esp(spi, sequence, join(vector, inner, trailer, checkValue));
    }

    /** The Authentication Header with a check value of 12 bytes. */
    public static byte[] ah(int next, int spi, byte[] payload) {
        return header(24, payload)
                .put((byte) next)
                .put((byte) 4)
                .putShort((short) 0)
                .putInt(spi)
                .putInt(1)
                .array();
    }

    /** An ISAKMP header of the given version (0x10, 0x20) and exchange without payloads. */
    public static byte[] isakmp(int version, int exchange) {
        return header(28, bytes(0))
                .putLong(0x0123_4567_89ab_cdefL)
                .putLong(0)
                .put((byte) 0)
                .put((byte) version)
                .put((byte) exchange)
                .put((byte) 8)
                .putInt(0)
                .putInt(28)
                .array();
    }

    /** What stands before ISAKMP on UDP port 4500 (RFC 3948 section 2.2). */
    public static byte[] nonEspMarker(byte[] payload) {
        return header(4, payload).array();
    }

    /** GRE without options. */
    public static byte[] gre(int type, byte[] payload) {
        return header(4, payload).putShort((short) 0).putShort((short) type).array();
    }

    /** VXLAN around an Ethernet frame. */
    public static byte[] vxlan(int network, byte[] frame) {
        return header(8, frame).putInt(0x0800_0000).putInt(network << 8).array();
    }

    /** RFC 1071 over a part of some bytes, not complemented. */
    static int sum(byte[] bytes, int from, int length, int start) {
        long sum = start & 0xffffffffL;
        for (int i = 0; i < length; i++) {
            sum += (bytes[from + i] & 0xff) << (i % 2 == 0 ? 8 : 0);
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return (int) sum;
    }

    /** Room for a header with the payload behind it; filling begins at the header. */
    private static ByteBuffer header(int length, byte[] payload) {
        return ByteBuffer.allocate(length + payload.length).put(length, payload).position(0);
    }
}
