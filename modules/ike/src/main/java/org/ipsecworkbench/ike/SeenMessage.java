package org.ipsecworkbench.ike;

import java.time.Instant;
import java.util.List;
import org.ipsecworkbench.capture.Datagram;
import org.jspecify.annotations.Nullable;

/**
 * A message as a capture shows it.
 *
 * @param packet number of the packet that completed it, from 1
 * @param packets numbers of all packets that it was read from; several where IP had fragmented it
 * @param time when it was seen; null where the file does not say
 * @param source sender's address in canonical text
 * @param sourcePort sender's port
 * @param destination receiver's address
 * @param destinationPort receiver's port
 * @param message what it says
 * @param extent how much of it is there
 * @param quote the ICMP error that quotes it; null where it was sent itself
 * @param pieces where it is the last IKE fragment of a message: numbers of the packets of all; else empty
 * @param reassembled the message that those pieces make up; null where there are none, and in IKEv2, where each is
 *     encrypted by itself, without a key
 * @param checksum of its bytes: that of a repeated message is the same
 */
public record SeenMessage(
        long packet,
        List<Long> packets,
        @Nullable Instant time,
        String source,
        int sourcePort,
        String destination,
        int destinationPort,
        IkeMessage message,
        Extent extent,
        Datagram.@Nullable Quote quote,
        List<Long> pieces,
        @Nullable IkeMessage reassembled,
        int checksum) {
    /** Keeps copies of the lists. */
    public SeenMessage {
        packets = List.copyOf(packets);
        pieces = List.copyOf(pieces);
    }

    /** The same with what a key opened of the message. */
    public SeenMessage opened(IkeMessage opened) {
        return copy(opened, pieces, reassembled);
    }

    /** The same as the last IKE fragment of a message. */
    public SeenMessage with(List<Long> packetsOfPieces, @Nullable IkeMessage whole) {
        return copy(message, packetsOfPieces, whole);
    }

    private SeenMessage copy(IkeMessage other, List<Long> packetsOfPieces, @Nullable IkeMessage whole) {
        return new SeenMessage(
                packet,
                packets,
                time,
                source,
                sourcePort,
                destination,
                destinationPort,
                other,
                extent,
                quote,
                packetsOfPieces,
                whole,
                checksum);
    }

    /** How much of a message is there. */
    public enum Extent {
        /** All that its header announces. */
        WHOLE,
        /** Its beginning: the capture or an ICMP error holds no more, or its header announces too much. */
        CUT,
        /** Its beginning, since IP fragments of it were never seen. */
        FRAGMENTS_MISSING
    }
}
