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

    void take(MessageReader.Found found) {
        Datagram datagram = found.datagram();
        Bytes bytes = found.bytes();
        IkeMessage message = found.message();
        long packet = datagram.packet() + 1;
        boolean missesFragments = datagram.isFragmented() && !datagram.isComplete();
        if (missesFragments) {
            problems.add(
                    "packet " + packet,
                    "IP fragments of an IKE message are missing: " + bytes.length() + " of "
                            + found.length() + " bytes were seen from " + datagram.source() + " to "
                            + datagram.destination()
                            + ".");
        }
        if (message == null) {
            if (datagram.quote() == null && bytes.length() > 0) {
                problems.add(
                        "packet " + packet,
                        "A message of IKE ends before its header: " + bytes.length() + " of 28 bytes are there.");
            }
            return;
        }
        if (message.major() != 1 && message.major() != 2) {
            problems.add("packet " + packet, "The major version " + message.major() + " of a message is not known.");
            return;
        }
        boolean isQuoted = datagram.quote() != null;
        if (!isQuoted) {
            note(packet, message);
        }
        Payload.Fragment piece = isQuoted ? null : found.piece();
        Fragments.Whole whole = piece == null ? null : fragments.add(message, piece, datagram.source(), packet);
        SeenMessage.Extent extent = missesFragments
                ? SeenMessage.Extent.FRAGMENTS_MISSING
                : message.length() <= bytes.length() ? SeenMessage.Extent.WHOLE : SeenMessage.Extent.CUT;
        boolean isReadable = !isQuoted && extent == SeenMessage.Extent.WHOLE;
        IkeMessage reassembled = piece == null ? null : reassembled(found, message, piece, whole, isReadable);
        if (isReadable) {
            message = decrypter.open(message, bytes, datagram.source(), packet);
            noteInside(packet, message);
        }
        next.accept(new SeenMessage(
                packet,
                numbers(datagram.packets()),
                datagram.time(),
                datagram.source(),
                datagram.sourcePort(),
                datagram.destination(),
                datagram.destinationPort(),
                message,
                extent,
                datagram.quote(),
                whole == null ? List.of() : whole.packets(),
                reassembled,
                found.checksum()));
    }

    private static List<Long> numbers(List<Long> indexes) {
        return indexes.size() == 1
                ? List.of(indexes.get(0) + 1)
                : indexes.stream().map(index -> index + 1).toList();
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

    /** In IKEv1 the pieces are a message with a header of its own; in IKEv2 each is encrypted. */
    private @Nullable IkeMessage reassembled(
            MessageReader.Found found,
            IkeMessage last,
            Payload.Fragment piece,
            Fragments.@Nullable Whole whole,
            boolean isWhole) {
        String source = found.datagram().source();
        long packet = found.datagram().packet() + 1;
        IkeMessage message = last.major() == 1
                ? whole == null ? null : joined(whole, source, packet)
                : isWhole ? opened(found.bytes(), last, piece, source, packet) : null;
        if (message != null) {
            noteInside(packet, message);
        }
        return message;
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
