package org.ipsecworkbench.ike.capture;

import java.util.List;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.Datagram;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.SeenMessage;
import org.ipsecworkbench.ike.isakmp.Dissector;
import org.ipsecworkbench.ike.isakmp.Fragments;
import org.jspecify.annotations.Nullable;

/** Takes datagrams and hands on the messages in them. One thread. */
public final class CaptureMessages implements Consumer<Datagram> {
    private static final int TCP = 6;
    private static final int NAT_TRAVERSAL = 4500;
    private static final int ISAKMP = 500;
    private static final int NON_ESP_MARKER = 4;
    /** {@code IKETCP}, RFC 8229 section 4. */
    private static final Bytes STREAM_PREFIX = Bytes.wrap(new byte[] {'I', 'K', 'E', 'T', 'C', 'P'});

    private final IkeLimits limits;
    private final Consumer<SeenMessage> next;
    private final Fragments fragments;
    private final ProblemLog problems;

    /** Hands every message on. */
    public CaptureMessages(IkeLimits limits, Consumer<SeenMessage> next) {
        this.limits = limits;
        this.next = next;
        fragments = new Fragments(limits);
        problems = new ProblemLog(limits.maxProblems());
    }

    @Override
    public void accept(Datagram datagram) {
        Bytes payload = Bytes.copyOf(datagram.payload());
        if (datagram.protocol() == TCP) {
            stream(datagram, payload);
        } else if (datagram.sourcePort() == NAT_TRAVERSAL || datagram.destinationPort() == NAT_TRAVERSAL) {
            // RFC 3948 section 2.2: without the marker it is ESP or a keepalive.
            if (payload.length() >= NON_ESP_MARKER && payload.i32(0) == 0) {
                message(datagram, payload.slice(NON_ESP_MARKER, payload.length()), datagram.length() - NON_ESP_MARKER);
            }
        } else if (datagram.sourcePort() == ISAKMP || datagram.destinationPort() == ISAKMP) {
            message(datagram, payload, datagram.length());
        }
    }

    /** RFC 8229 section 3: each message with its length before it, as far as this segment has whole ones. */
    private void stream(Datagram datagram, Bytes segment) {
        int at = segment.has(0, 6) && segment.slice(0, 6).equals(STREAM_PREFIX) ? 6 : 0;
        while (segment.has(at, 6)) {
            int length = segment.u16(at);
            if (length < 6 || !segment.has(at, length)) {
                return;
            }
            if (segment.i32(at + 2) == 0) {
                message(datagram, segment.slice(at + 6, at + length), length - 6);
            }
            at += length;
        }
    }

    private void message(Datagram datagram, Bytes bytes, int length) {
        long packet = datagram.packet() + 1;
        boolean missesFragments = datagram.isFragmented() && !datagram.isComplete();
        if (missesFragments) {
            problems.add(
                    "packet " + packet,
                    "IP fragments of an IKE message are missing: " + bytes.length() + " of " + length
                            + " bytes were seen from " + datagram.source() + " to " + datagram.destination() + ".");
        }
        if (bytes.length() < Dissector.HEADER) {
            if (datagram.quote() == null && !bytes.equals(Bytes.EMPTY)) {
                problems.add(
                        "packet " + packet,
                        "A message of IKE ends before its header: " + bytes.length() + " of 28 bytes are there.");
            }
            return;
        }
        IkeMessage message = Dissector.read(bytes, limits);
        if (message.major() != 1 && message.major() != 2) {
            problems.add("packet " + packet, "The major version " + message.major() + " of a message is not known.");
            return;
        }
        if (datagram.quote() == null) {
            note(packet, message);
        }
        Fragments.Whole whole = null;
        Payload.Fragment piece = piece(message);
        if (piece != null && datagram.quote() == null) {
            whole = fragments.add(message, piece, datagram.source(), packet);
        }
        next.accept(new SeenMessage(
                packet,
                datagram.packets().stream().map(index -> index + 1).toList(),
                datagram.time(),
                datagram.source(),
                datagram.sourcePort(),
                datagram.destination(),
                datagram.destinationPort(),
                message,
                missesFragments
                        ? SeenMessage.Extent.FRAGMENTS_MISSING
                        : message.length() <= bytes.length() ? SeenMessage.Extent.WHOLE : SeenMessage.Extent.CUT,
                datagram.quote(),
                whole == null ? List.of() : whole.packets(),
                whole == null ? null : reassembled(whole, message, packet),
                null,
                bytes.checksum()));
    }

    private void note(long packet, IkeMessage message) {
        for (Problem problem : message.problems()) {
            problems.add("packet " + packet + ", " + problem.where() + " of the message", problem.what());
        }
    }

    private static Payload.@Nullable Fragment piece(IkeMessage message) {
        for (Payload payload : message.payloads()) {
            if (payload instanceof Payload.Fragment fragment) {
                return fragment;
            }
        }
        return null;
    }

    /** In IKEv1 the pieces are a message with a header of its own; in IKEv2 each is encrypted. */
    private @Nullable IkeMessage reassembled(Fragments.Whole whole, IkeMessage last, long packet) {
        if (last.major() != 1) {
            return null;
        }
        Bytes bytes = whole.joined();
        if (bytes.length() < Dissector.HEADER) {
            problems.add("packet " + packet, "The fragments of a message are shorter than its header together.");
            return null;
        }
        IkeMessage message = Dissector.read(bytes, limits);
        note(packet, message);
        return message;
    }

    /** No more datagrams come: messages some of whose fragments were never seen. */
    public List<Fragments.Incomplete> finish() {
        return fragments.finish();
    }

    /** What could not be read. */
    public List<Problem> problems() {
        return problems.problems();
    }
}
