package org.ipsecworkbench.capture.decode;

import java.nio.ByteBuffer;
import org.ipsecworkbench.capture.Exemption;
import org.ipsecworkbench.capture.TrafficClass;

/**
 * What decoding found in one frame. Reused from frame to frame, one per thread, so that nothing is allocated per packet.
 *
 * <p>Fields are public because every packet of a capture passes through them. Addresses are 128 bits in two longs; IPv4
 * stands in them as in {@code ::ffff:0:0/96}. Places are indexes in {@link #bytes}; -1 is nowhere.
 */
public final class Frame {
    /** The high half of an IPv4 address' low long. */
    public static final long IPV4 = 0xffff_0000_0000L;

    /** Where the frame's bytes are; big endian, absolute indexes only. */
    public ByteBuffer bytes = ByteBuffer.allocate(0);
    /** Behind the last captured byte. */
    public int end;

    /** What the frame shows. */
    public TrafficClass trafficClass = TrafficClass.UNDECIDABLE;
    /** Why it is not held against its hosts. */
    public Exemption exemption = Exemption.NONE;
    /** Whether headers contradict themselves. */
    public boolean malformed;

    /** Whether the frame has IP addresses. */
    public boolean hasAddresses;
    /** Whether the link layer says that everybody or a group receives it. */
    public boolean toGroup;
    /** Sender's and receiver's addresses, of the innermost IP header that was reached. */
    public long sourceHigh;

    public long sourceLow;
    public long destinationHigh;
    public long destinationLow;
    /**
     * The VLANs around it: the count in bits 24 and 25, the outermost number in bits 12 to 23, the innermost in bits 0 to
     * 11. More than two are told apart by the outermost and the innermost.
     */
    public int network;

    /** IP protocol of the class-giving header, after extension headers; -1 without IP. */
    public int protocol;
    /** Identification of the IPv4 packet. */
    public int identification;
    /** Ports of UDP and TCP, else -1. */
    public int sourcePort;

    public int destinationPort;
    /** Where the header of {@link #protocol} begins, or ARP. */
    public int transport;
    /** Security parameters index of ESP or AH, 0 where it is not there. */
    public int spi;
    /** Sequence number of ESP or AH; means something where {@link #spi} is not 0. */
    public int sequence;
    /** Where the ESP header begins. */
    public int esp;
    /** Bytes from the ESP header to the end of its packet by the IP header, captured or not; -1 where unknown. */
    public int espLength;
    /** Where ISAKMP begins. */
    public int isakmp;
    /** Whether it is the first of several fragments. */
    public boolean firstFragment;
    /** Whether it is a later fragment, whose class is that of its datagram. */
    public boolean laterFragment;
    /** Identification of the fragmented datagram. */
    public int datagram;
    /** Place of the fragment's bytes in its datagram; this and what follows mean something in fragments only. */
    public int fragmentOffset;
    /** Whether the datagram goes on behind the fragment. */
    public boolean moreFragments;
    /** Where the fragment's bytes begin, behind the headers that every fragment has. */
    public int fragmentPayload;
    /** IP protocol of the fragmented datagram. */
    public int datagramProtocol;
    /** Addresses of the fragmented datagram, which may carry a packet with others. */
    public long datagramSourceHigh;

    public long datagramSourceLow;
    public long datagramDestinationHigh;
    public long datagramDestinationLow;

    void reset(ByteBuffer bytes, int end) {
        this.bytes = bytes;
        this.end = end;
        trafficClass = TrafficClass.UNDECIDABLE;
        exemption = Exemption.NONE;
        malformed = false;
        hasAddresses = false;
        toGroup = false;
        sourceHigh = 0;
        sourceLow = 0;
        destinationHigh = 0;
        destinationLow = 0;
        network = 0;
        protocol = -1;
        sourcePort = -1;
        destinationPort = -1;
        transport = -1;
        spi = 0;
        sequence = 0;
        esp = -1;
        espLength = -1;
        isakmp = -1;
        identification = 0;
        firstFragment = false;
        laterFragment = false;
        datagram = 0;
    }

    /** What tells the packet from others of its flow: a copy of it has the same. */
    public long identity() {
        long number = (long) identification << 32 ^ sequence;
        return transport >= 0 && has(transport, 12) ? bytes.getLong(transport + 4) ^ number : number;
    }

    int u8(int at) {
        return bytes.get(at) & 0xff;
    }

    int u16(int at) {
        return bytes.getShort(at) & 0xffff;
    }

    /** Whether so many bytes were captured from a place on. */
    public boolean has(int at, int count) {
        return end - at >= count;
    }
}
