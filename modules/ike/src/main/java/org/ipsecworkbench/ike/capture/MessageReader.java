package org.ipsecworkbench.ike.capture;

import java.util.List;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.Datagram;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.SeenMessage;
import org.ipsecworkbench.ike.isakmp.Dissector;
import org.jspecify.annotations.Nullable;

/** Finds the messages in datagrams and takes them apart. Without state: any thread may do any datagram. */
public final class MessageReader {
    private static final int TCP = 6;
    private static final int NAT_TRAVERSAL = 4500;
    private static final int ISAKMP = 500;
    private static final int NON_ESP_MARKER = 4;
    /** {@code IKETCP}, RFC 8229 section 4. */
    private static final Bytes STREAM_PREFIX = Bytes.wrap(new byte[] {'I', 'K', 'E', 'T', 'C', 'P'});

    /**
     * A message in its datagram.
     *
     * @param datagram without its payload, which is gone by now
     * @param bytes as far as they are there
     * @param length how many there should be by the header of UDP
     * @param seen what it says by itself; null where it ends before its header
     * @param piece the fragment that it is; null where it is none, or an ICMP error quotes it
     * @param isPlain whether nothing is to be told of it and it is no fragment
     */
    public record Found(
            Datagram datagram,
            Bytes bytes,
            int length,
            @Nullable SeenMessage seen,
            Payload.@Nullable Fragment piece,
            boolean isPlain) {
        /** Whether IP fragments of it were never seen. */
        boolean missesFragments() {
            return datagram.isFragmented() && !datagram.isComplete();
        }
    }

    private final IkeLimits limits;

    /** Takes apart within some limits. */
    public MessageReader(IkeLimits limits) {
        this.limits = limits;
    }

    /** Finds the messages of one datagram, in order. */
    public void read(Datagram datagram, Consumer<Found> into) {
        Bytes payload = Bytes.copyOf(datagram.payload());
        if (datagram.protocol() == TCP) {
            stream(datagram, payload, into);
        } else if (datagram.sourcePort() == NAT_TRAVERSAL || datagram.destinationPort() == NAT_TRAVERSAL) {
            // RFC 3948 section 2.2: without the marker it is ESP or a keepalive.
            if (payload.length() >= NON_ESP_MARKER && payload.i32(0) == 0) {
                Bytes bytes = payload.slice(NON_ESP_MARKER, payload.length());
                into.accept(found(datagram, bytes, datagram.length() - NON_ESP_MARKER));
            }
        } else if (datagram.sourcePort() == ISAKMP || datagram.destinationPort() == ISAKMP) {
            into.accept(found(datagram, payload, datagram.length()));
        }
    }

    /** RFC 8229 section 3: each message with its length before it, as far as this segment has whole ones. */
    private void stream(Datagram datagram, Bytes segment, Consumer<Found> into) {
        int at = segment.has(0, 6) && segment.slice(0, 6).equals(STREAM_PREFIX) ? 6 : 0;
        while (segment.has(at, 6)) {
            int length = segment.u16(at);
            if (length < 6 || !segment.has(at, length)) {
                return;
            }
            if (segment.i32(at + 2) == 0) {
                into.accept(found(datagram, segment.slice(at + 6, at + length), length - 6));
            }
            at += length;
        }
    }

    private Found found(Datagram datagram, Bytes bytes, int length) {
        if (bytes.length() < Dissector.HEADER) {
            return new Found(datagram, bytes, length, null, null, false);
        }
        IkeMessage message = Dissector.read(bytes, limits);
        boolean isQuoted = datagram.quote() != null;
        boolean missesFragments = datagram.isFragmented() && !datagram.isComplete();
        SeenMessage.Extent extent = missesFragments
                ? SeenMessage.Extent.FRAGMENTS_MISSING
                : message.length() <= bytes.length() ? SeenMessage.Extent.WHOLE : SeenMessage.Extent.CUT;
        SeenMessage seen = new SeenMessage(
                datagram.packet() + 1,
                numbers(datagram.packets()),
                datagram.time(),
                datagram.source(),
                datagram.sourcePort(),
                datagram.destination(),
                datagram.destinationPort(),
                message,
                extent,
                datagram.quote(),
                List.of(),
                null,
                bytes.checksum());
        Payload.Fragment piece = isQuoted ? null : piece(message);
        boolean isSound = message.isKnown() && (isQuoted || message.problems().isEmpty());
        return new Found(datagram, bytes, length, seen, piece, isSound && piece == null && !missesFragments);
    }

    private static List<Long> numbers(List<Long> indexes) {
        return indexes.size() == 1
                ? List.of(indexes.get(0) + 1)
                : indexes.stream().map(index -> index + 1).toList();
    }

    private static Payload.@Nullable Fragment piece(IkeMessage message) {
        for (Payload payload : message.payloads()) {
            if (payload instanceof Payload.Fragment fragment) {
                return fragment;
            }
        }
        return null;
    }
}
