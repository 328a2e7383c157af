package org.ipsecworkbench.capture.datagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts IP fragments together, in whatever order they come (RFC 791 section 3.2, RFC 8200 section 4.5). One thread.
 *
 * <p>Where fragments overlap, the one that came first counts. What waits beyond a limit or too long is given up, the oldest
 * first.
 */
final class Reassembly {
    /** RFC 8200 section 4.5 gives a datagram 60 seconds; the time is that of the capture. */
    private static final long PATIENCE = 60_000_000_000L;

    /** All bytes that wait: some thousand of the largest datagrams. */
    static final long MAX_BYTES = 64L << 20;

    /** Fragments of one datagram: 64 KiB in the smallest ones. */
    private static final int MAX_FRAGMENTS = 8192;

    // Not compared: only a carrier.
    @SuppressWarnings("ArrayRecordComponent")
    private record Piece(int offset, byte[] bytes) {
        int end() {
            return offset + bytes.length;
        }
    }

    /** Fragments of one datagram. */
    static final class Pieces {
        final List<Long> packets = new ArrayList<>(4);
        final long time;
        final int protocol;
        int flow = -1;
        private final List<Piece> pieces = new ArrayList<>(4);
        private int length = -1;
        private int bytes;

        Pieces(long time, int protocol) {
            this.time = time;
            this.protocol = protocol;
        }

        /** Bytes behind the IP header; -1 where the last fragment is missing. */
        int length() {
            return length;
        }

        /** The beginning without a gap; empty where the first fragment is missing. */
        byte[] head() {
            pieces.sort(Comparator.comparingInt(Piece::offset));
            byte[] all = new byte[bytes];
            int filled = 0;
            for (Piece piece : pieces) {
                if (piece.offset() > filled) {
                    break;
                }
                int skip = filled - piece.offset();
                if (skip < piece.bytes().length) {
                    System.arraycopy(piece.bytes(), skip, all, filled, piece.bytes().length - skip);
                    filled = piece.end();
                }
            }
            return Arrays.copyOf(all, filled);
        }

        private boolean isWhole() {
            if (length < 0 || bytes < length) {
                return false;
            }
            pieces.sort(Comparator.comparingInt(Piece::offset));
            int filled = 0;
            for (Piece piece : pieces) {
                if (piece.offset() > filled) {
                    return false;
                }
                filled = Math.max(filled, piece.end());
            }
            return filled >= length;
        }
    }

    private final int limit;
    private final Map<Fragment.Key, Pieces> waiting = new LinkedHashMap<>();
    private final List<Pieces> givenUp = new ArrayList<>();
    private long bytes;

    /** Awaits fragments of so many datagrams at the same time. */
    Reassembly(int limit) {
        this.limit = limit;
    }

    /** Takes a fragment; gives the datagram where it was the last one missing. */
    @Nullable
    Pieces add(Fragment fragment) {
        Fragment.Key key = fragment.key();
        Pieces pieces = waiting.get(key);
        if (pieces != null && Math.abs(fragment.time() - pieces.time) > PATIENCE) {
            giveUp(key);
            pieces = null;
        }
        while (waiting.size() >= limit || bytes >= MAX_BYTES) {
            giveUp(waiting.keySet().iterator().next());
            pieces = waiting.get(key);
        }
        if (pieces == null) {
            pieces = new Pieces(fragment.time(), key.protocol());
            waiting.put(key, pieces);
        }
        if (pieces.pieces.size() >= MAX_FRAGMENTS) {
            return null;
        }
        int size = fragment.bytes().length;
        pieces.pieces.add(new Piece(fragment.offset(), fragment.bytes()));
        pieces.packets.add(fragment.packet());
        pieces.bytes += size;
        bytes += size;
        if (fragment.isFirst()) {
            pieces.flow = fragment.flow();
        }
        if (fragment.isLast()) {
            pieces.length = fragment.offset() + size;
        }
        if (!pieces.isWhole()) {
            return null;
        }
        waiting.remove(key);
        bytes -= pieces.bytes;
        return pieces;
    }

    private void giveUp(Fragment.Key key) {
        Pieces pieces = waiting.remove(key);
        if (pieces != null) {
            bytes -= pieces.bytes;
            givenUp.add(pieces);
        }
    }

    /** Those that were given up since the last call. */
    List<Pieces> givenUp() {
        if (givenUp.isEmpty()) {
            return List.of();
        }
        List<Pieces> some = List.copyOf(givenUp);
        givenUp.clear();
        return some;
    }

    /** No more fragments come. */
    List<Pieces> finish() {
        for (Fragment.Key key : List.copyOf(waiting.keySet())) {
            giveUp(key);
        }
        return givenUp();
    }
}
