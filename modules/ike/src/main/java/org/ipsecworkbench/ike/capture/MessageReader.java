package org.ipsecworkbench.ike.capture;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.Datagram;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.isakmp.Dissector;
import org.jspecify.annotations.Nullable;

/** Finds the messages in datagrams and takes them apart. Without state: any thread may do any datagram. */
final class MessageReader {
    private static final int TCP = 6;
    private static final int NAT_TRAVERSAL = 4500;
    private static final int ISAKMP = 500;
    private static final int NON_ESP_MARKER = 4;
    /** {@code IKETCP}, RFC 8229 section 4. */
    private static final Bytes STREAM_PREFIX = Bytes.wrap(new byte[] {'I', 'K', 'E', 'T', 'C', 'P'});

    /**
     * A message in its datagram.
     *
     * @param bytes as far as they are there
     * @param length how many there should be by the header of UDP
     * @param message null where it ends before its header
     * @param piece the fragment that it is; null where it is none
     * @param checksum of the bytes
     */
    record Found(
            Datagram datagram,
            Bytes bytes,
            int length,
            @Nullable IkeMessage message,
            Payload.@Nullable Fragment piece,
            int checksum) {}

    private final IkeLimits limits;

    MessageReader(IkeLimits limits) {
        this.limits = limits;
    }

    /** The messages of some datagrams, in order. */
    List<Found> read(List<Datagram> datagrams) {
        List<Found> found = new ArrayList<>(datagrams.size());
        for (Datagram datagram : datagrams) {
            read(datagram, found);
        }
        return found;
    }

    private void read(Datagram datagram, List<Found> into) {
        Bytes payload = Bytes.copyOf(datagram.payload());
        if (datagram.protocol() == TCP) {
            stream(datagram, payload, into);
        } else if (datagram.sourcePort() == NAT_TRAVERSAL || datagram.destinationPort() == NAT_TRAVERSAL) {
            // RFC 3948 section 2.2: without the marker it is ESP or a keepalive.
            if (payload.length() >= NON_ESP_MARKER && payload.i32(0) == 0) {
                Bytes bytes = payload.slice(NON_ESP_MARKER, payload.length());
                into.add(found(datagram, bytes, datagram.length() - NON_ESP_MARKER));
            }
        } else if (datagram.sourcePort() == ISAKMP || datagram.destinationPort() == ISAKMP) {
            into.add(found(datagram, payload, datagram.length()));
        }
    }

    /** RFC 8229 section 3: each message with its length before it, as far as this segment has whole ones. */
    private void stream(Datagram datagram, Bytes segment, List<Found> into) {
        int at = segment.has(0, 6) && segment.slice(0, 6).equals(STREAM_PREFIX) ? 6 : 0;
        while (segment.has(at, 6)) {
            int length = segment.u16(at);
            if (length < 6 || !segment.has(at, length)) {
                return;
            }
            if (segment.i32(at + 2) == 0) {
                into.add(found(datagram, segment.slice(at + 6, at + length), length - 6));
            }
            at += length;
        }
    }

    private Found found(Datagram datagram, Bytes bytes, int length) {
        IkeMessage message = bytes.length() < Dissector.HEADER ? null : Dissector.read(bytes, limits);
        return new Found(datagram, bytes, length, message, message == null ? null : piece(message), bytes.checksum());
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
