package org.ipsecworkbench.capture;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a UDP or TCP header carries: the payload of one packet, or of the IP fragments that make up one datagram.
 *
 * @param packets indexes of the packets that it was read from, from 0; more than one where IP had fragmented it. The last
 *     one completed it
 * @param time when the last of them was captured; null where the file does not say
 * @param source sender's address in canonical text
 * @param sourcePort sender's port
 * @param destination receiver's address
 * @param destinationPort receiver's port
 * @param network the VLANs around it, such as {@code VLAN 42}; empty where there are none
 * @param trafficClass what its packets show
 * @param protocol 17 for UDP, 6 for TCP
 * @param payload what was captured of it, from its first byte on; read-only, big endian
 * @param length how many bytes it has by its header. Of a cut TCP segment, only that it is more than was captured
 * @param isFragmented whether IP had fragmented it
 * @param quote the ICMP error that quotes it; null where it was sent itself
 */
public record Datagram(
        List<Long> packets,
        @Nullable Instant time,
        String source,
        int sourcePort,
        String destination,
        int destinationPort,
        String network,
        TrafficClass trafficClass,
        int protocol,
        ByteBuffer payload,
        int length,
        boolean isFragmented,
        @Nullable Quote quote) {
    /** Keeps a copy of the indexes. */
    public Datagram {
        packets = List.copyOf(packets);
    }

    /**
     * An ICMP error (RFC 792, RFC 4443): somebody had no use for the datagram and sends its beginning back.
     *
     * @param reporter address of who sent the error
     * @param isVersion6 whether it is ICMPv6
     * @param type 3 is unreachable in ICMP, 1 in ICMPv6
     * @param code with type 3 or 1, which thing is: 3 or 4 is the port
     */
    public record Quote(String reporter, boolean isVersion6, int type, int code) {
        /** Whether nobody listens on the port. */
        public boolean isPortUnreachable() {
            return isVersion6 ? type == 1 && code == 4 : type == 3 && code == 3;
        }

        /** Whether a packet was too long for the path. */
        public boolean isTooBig() {
            return isVersion6 ? type == 2 : type == 3 && code == 4;
        }
    }

    /** The same with a payload in memory of its own, whatever happens to the file. */
    public Datagram copy() {
        ByteBuffer copy = ByteBuffer.allocate(payload.remaining());
        copy.put(0, payload, payload.position(), payload.remaining());
        return new Datagram(
                packets,
                time,
                source,
                sourcePort,
                destination,
                destinationPort,
                network,
                trafficClass,
                protocol,
                copy.asReadOnlyBuffer(),
                length,
                isFragmented,
                quote);
    }

    /** Index of the packet that completed it. */
    public long packet() {
        return packets.get(packets.size() - 1);
    }

    /** Whether all of it is there: no fragment is missing and no packet was cut when it was captured. */
    public boolean isComplete() {
        return payload.remaining() >= length;
    }
}
