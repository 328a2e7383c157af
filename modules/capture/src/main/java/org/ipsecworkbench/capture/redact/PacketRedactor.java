package org.ipsecworkbench.capture.redact;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.ipsecworkbench.capture.AddressMap;
import org.ipsecworkbench.capture.decode.Frame;
import org.ipsecworkbench.capture.decode.FrameDecoder;

/**
 * Redacts packets where they lie: replaces addresses in every header that it walks through, and says how many bytes may be kept.
 * Whatever it does not know is not kept. Hostile packets cost no more than others. Not safe for several threads.
 */
public final class PacketRedactor {
    private static final int ETHERNET = 1;
    private static final int ETHERNET_HEADER = 14;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int ARP = 28;
    private static final byte NO_OPERATION = 1;
    private static final int MAX_DEPTH = 12;

    private final AddressMap addresses;
    private final FrameDecoder decoder = new FrameDecoder();
    private final TransportRedactor transports;
    private byte[] bytes = {};
    private int depth;

    /** With the map of the session and its noise. */
    public PacketRedactor(AddressMap addresses, Noise noise) {
        this.addresses = addresses;
        transports = new TransportRedactor(this, noise);
    }

    /**
     * Redacts a packet.
     *
     * @param packet all of it that was captured; changed
     * @param linkType number of the tcpdump registry
     * @return how many of its bytes may be kept; what is behind them is not redacted
     */
    public int redact(byte[] packet, int linkType) {
        bytes = packet;
        depth = 0;
        ByteBuffer original = ByteBuffer.wrap(packet.clone());
        decoder.decode(original, 0, packet.length, linkType);
        transports.begin(packet, decoder.frame);
        return switch (linkType) {
            case ETHERNET -> ethernet(0, packet.length);
            case 12, 14, 101, 228, 229 -> ip(0, packet.length);
            case 0, 108 -> ip(4, packet.length);
            case 113 -> cooked(16, 6, 14);
            case 276 -> cooked(20, 12, 0);
            default -> 0;
        };
    }

    /** What the decoder made of the packet as it was. */
    Frame frame() {
        return decoder.frame;
    }

    /** Linux' cooked captures: an address, and an EtherType somewhere. */
    private int cooked(int header, int address, int type) {
        if (bytes.length < header) {
            return 0;
        }
        Arrays.fill(bytes, address, address + 8, (byte) 0);
        return etherType(header, bytes.length, Sums.u16(bytes, type));
    }

    int ethernet(int at, int to) {
        if (to - at < ETHERNET_HEADER) {
            return at;
        }
        adapter(at);
        adapter(at + 6);
        return etherType(at + ETHERNET_HEADER, to, Sums.u16(bytes, at + 12));
    }

    private int etherType(int at, int to, int type) {
        return switch (type) {
            case 0x0800, 0x86dd -> ip(at, to);
            case 0x0806 -> arp(at, to);
            case 0x8100, 0x88a8, 0x9100, 0x9200 ->
                to - at < 4 || ++depth > MAX_DEPTH ? Math.min(at, to) : etherType(at + 4, to, Sums.u16(bytes, at + 2));
            case 0x8847, 0x8848 -> mpls(at, to);
            case 0x8864 ->
                to - at >= 8 && (Sums.u16(bytes, at + 6) == 0x21 || Sums.u16(bytes, at + 6) == 0x57)
                        ? ip(at + 8, to)
                        : Math.min(at, to);
            default -> Math.min(at, to);
        };
    }

    /** RFC 3032: labels up to the one that says it is the last. */
    private int mpls(int at, int to) {
        int label = at;
        while (to - label >= 4 && (bytes[label + 2] & 1) == 0) {
            label += 4;
        }
        return ip(Math.min(label + 4, to), to);
    }

    /** RFC 826, for IPv4 over Ethernet; of others only the kind. */
    private int arp(int at, int to) {
        if (to - at < ARP || Sums.u16(bytes, at + 4) != 0x0604) {
            return Math.min(at + 8, to);
        }
        adapter(at + 8);
        replace(at + 14, 4);
        adapter(at + 18);
        replace(at + 24, 4);
        return at + ARP;
    }

    /** A packet of either version; of what is neither nothing is kept. */
    int ip(int at, int to) {
        if (at >= to || ++depth > MAX_DEPTH) {
            return Math.min(at, to);
        }
        int version = bytes[at] >>> 4 & 0xf;
        return version == 4 ? ipv4(at, to) : version == 6 ? ipv6(at, to) : at;
    }

    private int ipv4(int at, int to) {
        int header = (bytes[at] & 0xf) * 4;
        if (header < IPV4_HEADER || to - at < header) {
            return at;
        }
        replace(at + 12, 4);
        replace(at + 16, 4);
        // Options may tell the way that a packet took.
        Arrays.fill(bytes, at + IPV4_HEADER, at + header, NO_OPERATION);
        Sums.header(bytes, at, header);
        int total = Sums.u16(bytes, at + 2);
        // Segmentation that the adapter does leaves it to the capture how long the packet is.
        int length = (total == 0 ? to - at : total) - header;
        int end = (int) Math.min(to, (long) at + header + Math.max(0, length));
        boolean isLater = (Sums.u16(bytes, at + 6) & 0x1fff) != 0;
        long sum = Sums.sum(bytes, at + 12, at + 20);
        int protocol = bytes[at + 9] & 0xff;
        return isLater
                ? transports.fragment(protocol, at + header, end)
                : transports.redact(protocol, at + header, end, sum, length);
    }

    private int ipv6(int at, int to) {
        if (to - at < IPV6_HEADER) {
            return at;
        }
        replace(at + 8, 16);
        replace(at + 24, 16);
        int payload = Sums.u16(bytes, at + 4);
        int length = payload == 0 ? to - at - IPV6_HEADER : payload;
        int end = Math.min(to, at + IPV6_HEADER + length);
        long sum = Sums.sum(bytes, at + 8, at + IPV6_HEADER);
        return transports.redact(bytes[at + 6] & 0xff, at + IPV6_HEADER, end, sum, length);
    }

    /** Replaces an address of 4 or 16 bytes. */
    void replace(int at, int length) {
        byte[] other = addresses.ip(Arrays.copyOfRange(bytes, at, at + length));
        System.arraycopy(other, 0, bytes, at, length);
    }

    private void adapter(int at) {
        byte[] other = addresses.adapter(Arrays.copyOfRange(bytes, at, at + 6));
        System.arraycopy(other, 0, bytes, at, 6);
    }
}
