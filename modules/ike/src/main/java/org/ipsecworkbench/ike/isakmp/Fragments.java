package org.ipsecworkbench.ike.isakmp;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Puts IKE fragments together: those of Microsoft and Cisco in IKEv1, whose pieces are readable, and those of RFC 7383 in
 * IKEv2, each of which is encrypted by itself. One thread.
 */
public final class Fragments {
    private static final int MAX_MESSAGES = 1024;

    /** Which message pieces belong to. */
    private record Key(Cookies cookies, String source, int exchange, int messageId, int id) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && messageId == key.messageId
                    && exchange == key.exchange
                    && id == key.id
                    && cookies.equals(key.cookies)
                    && source.equals(key.source);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * cookies.hashCode() + source.hashCode()) + messageId + exchange + id;
        }
    }

    /**
     * All pieces of one message.
     *
     * @param packets their packets' numbers, in the order of the pieces
     * @param pieces what they carry, in order
     * @param first in IKEv2 the type of the first payload inside
     */
    public record Whole(List<Long> packets, List<Bytes> pieces, int first) {
        /** The pieces in a row. */
        public Bytes joined() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            pieces.forEach(piece -> all.writeBytes(piece.toArray()));
            return Bytes.wrap(all.toByteArray());
        }
    }

    private record Piece(long packet, Bytes data, int first) {}

    private static final class Waiting {
        /** By their numbers, which begin at 1. */
        private @Nullable Piece[] pieces = new Piece[4];

        private int seen;
        int total;
        long bytes;

        /** Whether it was not there before. */
        boolean add(int number, Piece piece) {
            if (number > pieces.length) {
                pieces = Arrays.copyOf(pieces, Math.max(number, 2 * pieces.length));
            }
            if (pieces[number - 1] != null) {
                return false;
            }
            pieces[number - 1] = piece;
            seen++;
            return true;
        }

        boolean isWhole() {
            return total > 0 && seen >= total && upTo(total).size() == total;
        }

        /** Those that were seen up to a number, in order. */
        List<Piece> upTo(int last) {
            List<Piece> some = new ArrayList<>(seen);
            for (int i = 0; i < Math.min(last, pieces.length); i++) {
                Piece piece = pieces[i];
                if (piece != null) {
                    some.add(piece);
                }
            }
            return some;
        }
    }

    /**
     * A message some of whose pieces were never seen.
     *
     * @param cookies names of its IKE SA
     * @param source who sent it
     * @param exchange its exchange type
     * @param packets numbers of the packets of those that were seen
     * @param total how many there are; 0 where the last one, which says it, is missing
     * @param seen how many of them were seen
     */
    public record Incomplete(Cookies cookies, String source, int exchange, List<Long> packets, int total, int seen) {}

    private final int maxFragments;
    private final long maxBytes;
    private final Map<Key, Waiting> waiting = new LinkedHashMap<>();
    private final Set<Key> done = new LinkedHashSet<>();
    private final List<Incomplete> incomplete = new ArrayList<>();
    private long bytes;

    /** Keeps within some limits. */
    public Fragments(IkeLimits limits) {
        maxFragments = limits.maxFragments();
        maxBytes = limits.maxFragmentBytes();
    }

    /** Takes a piece; gives the message where it was the last one missing. */
    public @Nullable Whole add(IkeMessage message, Payload.Fragment piece, String source, long packet) {
        boolean isVersion2 = message.major() == 2;
        // In IKEv2 the number of the first payload differs between the pieces, and a response has the request's ID.
        int id = isVersion2 ? message.flags() & 0x20 : piece.id();
        Key key = new Key(message.cookies(), source, message.exchange(), message.messageId(), id);
        if (piece.number() < 1 || piece.number() > maxFragments) {
            return null;
        }
        Waiting pieces = waiting.computeIfAbsent(key, any -> new Waiting());
        if (pieces.add(piece.number(), new Piece(packet, piece.data(), piece.id()))) {
            pieces.bytes += piece.data().length();
            bytes += piece.data().length();
        }
        if (piece.total() > 0) {
            pieces.total = piece.total();
        }
        if (pieces.isWhole()) {
            waiting.remove(key);
            bytes -= pieces.bytes;
            remember(key);
            return whole(pieces);
        }
        while (waiting.size() > MAX_MESSAGES || bytes > maxBytes) {
            giveUp(waiting.keySet().iterator().next());
        }
        return null;
    }

    private static Whole whole(Waiting pieces) {
        List<Long> packets = new ArrayList<>();
        List<Bytes> data = new ArrayList<>();
        int first = 0;
        for (Piece piece : pieces.upTo(pieces.total)) {
            first = packets.isEmpty() ? piece.first() : first;
            packets.add(piece.packet());
            data.add(piece.data());
        }
        return new Whole(packets, data, first);
    }

    private void remember(Key key) {
        done.add(key);
        if (done.size() > MAX_MESSAGES) {
            done.remove(done.iterator().next());
        }
    }

    private void giveUp(Key key) {
        Waiting pieces = waiting.remove(key);
        if (pieces == null) {
            return;
        }
        bytes -= pieces.bytes;
        // Pieces of a repetition whose message was whole before are not missed.
        if (!done.contains(key) && incomplete.size() < MAX_MESSAGES) {
            List<Long> packets =
                    pieces.upTo(maxFragments).stream().map(Piece::packet).toList();
            incomplete.add(
                    new Incomplete(key.cookies(), key.source(), key.exchange(), packets, pieces.total, pieces.seen));
        }
    }

    /** No more pieces come: what stayed incomplete. */
    public List<Incomplete> finish() {
        for (Key key : List.copyOf(waiting.keySet())) {
            giveUp(key);
        }
        return List.copyOf(incomplete);
    }
}
