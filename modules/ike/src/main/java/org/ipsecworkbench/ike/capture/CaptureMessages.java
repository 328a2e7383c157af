package org.ipsecworkbench.ike.capture;

import java.util.List;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.Datagram;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.SeenMessage;
import org.ipsecworkbench.ike.decrypt.Decrypter;
import org.ipsecworkbench.ike.isakmp.Dissector;
import org.ipsecworkbench.ike.isakmp.Fragments;
import org.jspecify.annotations.Nullable;

/** Puts IKE fragments together, opens what there are keys for, notes what is wrong, and hands every message on. In the order of
 * the capture; one thread. */
public final class CaptureMessages {
    private final IkeLimits limits;
    private final Consumer<SeenMessage> next;
    private final Fragments fragments;
    /** Of IKEv2, with what keys opened in the place of what is encrypted. */
    private final Fragments openedFragments;

    private final ProblemLog problems;
    private final Decrypter decrypter;

    /** Hands every message on. */
    public CaptureMessages(DecryptionKeys keys, IkeLimits limits, Consumer<SeenMessage> next) {
        this.limits = limits;
        this.next = next;
        fragments = new Fragments(limits);
        openedFragments = new Fragments(limits);
        problems = new ProblemLog(limits.maxProblems());
        decrypter = new Decrypter(keys, limits, problems);
    }

    /** Takes the next message. */
    public void take(MessageReader.Found found) {
        SeenMessage seen = found.isPlain() ? found.seen() : told(found);
        if (seen == null) {
            return;
        }
        boolean isReadable = seen.quote() == null && seen.extent() == SeenMessage.Extent.WHOLE;
        if (found.piece() != null) {
            seen = withPieces(seen, found.bytes(), found.piece(), isReadable);
        }
        if (isReadable) {
            IkeMessage opened = decrypter.open(seen.message(), found.bytes(), seen.source(), seen.packet());
            if (opened.decrypted() != null) {
                noteInside(seen.packet(), opened);
                seen = seen.opened(opened);
            }
        }
        next.accept(seen);
    }

    /** Notes what is wrong; gives the message where it is one. */
    private @Nullable SeenMessage told(MessageReader.Found found) {
        Datagram datagram = found.datagram();
        Bytes bytes = found.bytes();
        String where = "packet " + (datagram.packet() + 1);
        if (found.missesFragments()) {
            problems.add(
                    where,
                    "IP fragments of an IKE message are missing: " + bytes.length() + " of "
                            + found.length() + " bytes were seen from " + datagram.source() + " to "
                            + datagram.destination()
                            + ".");
        }
        SeenMessage seen = found.seen();
        if (seen == null) {
            if (datagram.quote() == null && bytes.length() > 0) {
                problems.add(
                        where,
                        "A message of IKE ends before its header: " + bytes.length() + " of 28 bytes are there.");
            }
            return null;
        }
        IkeMessage message = seen.message();
        if (!message.isKnown()) {
            problems.add(where, "The major version " + message.major() + " of a message is not known.");
            return null;
        }
        if (datagram.quote() == null) {
            note(seen.packet(), message);
        }
        return seen;
    }

    private SeenMessage withPieces(SeenMessage seen, Bytes bytes, Payload.Fragment piece, boolean isReadable) {
        IkeMessage last = seen.message();
        String source = seen.source();
        long packet = seen.packet();
        Fragments.Whole whole = fragments.add(last, piece, source, packet);
        // In IKEv1 the pieces are a message with a header of its own; in IKEv2 each is encrypted.
        IkeMessage reassembled = last.major() == 1
                ? whole == null ? null : joined(whole, source, packet)
                : isReadable ? opened(bytes, last, piece, source, packet) : null;
        if (reassembled != null) {
            noteInside(packet, reassembled);
        }
        return whole == null && reassembled == null
                ? seen
                : seen.with(whole == null ? List.of() : whole.packets(), reassembled);
    }

    private void note(long packet, IkeMessage message) {
        for (Problem problem : message.problems()) {
            problems.add("packet " + packet + ", " + problem.where() + " of the message", problem.what());
        }
    }

    private void noteInside(long packet, IkeMessage message) {
        if (message.decrypted() != null) {
            for (Problem problem : message.decrypted().problems()) {
                problems.add("packet " + packet + ", " + problem.where() + " of what was decrypted", problem.what());
            }
        }
    }

    private @Nullable IkeMessage joined(Fragments.Whole whole, String source, long packet) {
        Bytes bytes = whole.joined();
        if (bytes.length() < Dissector.HEADER) {
            problems.add("packet " + packet, "The fragments of a message are shorter than its header together.");
            return null;
        }
        IkeMessage message = Dissector.read(bytes, limits);
        note(packet, message);
        return decrypter.open(message, bytes, source, packet);
    }

    private @Nullable IkeMessage opened(
            Bytes bytes, IkeMessage last, Payload.Fragment piece, String source, long packet) {
        Bytes inside = decrypter.piece(last, bytes, piece, source, packet);
        if (inside == null) {
            return null;
        }
        Payload.Fragment opened =
                new Payload.Fragment(piece.header(), piece.id(), piece.number(), piece.total(), inside);
        Fragments.Whole whole = openedFragments.add(last, opened, source, packet);
        if (whole == null) {
            return null;
        }
        IkeMessage message = decrypter.whole(last, whole.joined(), whole.first(), source, packet);
        return message.decrypted() == null ? null : message;
    }

    /** No more datagrams come: messages some of whose fragments were never seen. */
    public List<Fragments.Incomplete> finish() {
        decrypter.finish();
        return fragments.finish();
    }

    /** What could not be read. */
    public List<Problem> problems() {
        return problems.problems();
    }
}
