package org.ipsecworkbench.ike.testing;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Packs bytes with LZX as cabinets have it (MS-PATCH section 2), not well but with all that the format has: the codes are of fixed lengths, matches are the
 * last place of three equal bytes, and the last three distances are repeated. What it packs is unpacked by cabextract, too.
 */
public final class SyntheticLzx {
    /** Of the smallest window that there is. */
    public static final int WINDOW_BITS = 15;

    /** Of blocks. */
    public enum Kind {
        /** Literals and matches. */
        VERBATIM,
        /** The same, with the lowest bits of distances in a code of their own. */
        ALIGNED,
        /** Not packed. */
        STORED,
        /** All of them in turn, of odd lengths, one across two frames, with addresses behind calls. */
        MIXED
    }

    private static final int FRAME = 32_768;
    private static final int MAIN = 256 + 8 * 30;
    private static final int MAX_MATCH = 257;
    private static final int[] PATTERN = {5001, 40_003, 20_000, 777, 33_001};

    private final byte[] data;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<Integer, Integer> places = new HashMap<>();
    private final int[] recent = {1, 1, 1};
    private boolean hasTrees;
    private int word;
    private int bits;

    /** Of some bytes. */
    public SyntheticLzx(byte[] data) {
        this.data = data.clone();
    }

    /** The blocks of a cabinet, each of which gives 32 kB. */
    public List<byte[]> pack(Kind kind) {
        List<byte[]> frames = new ArrayList<>();
        boolean translates = kind == Kind.MIXED;
        write(translates ? 1 : 0, 1);
        if (translates) {
            write(data.length >>> 16, 16);
            write(data.length & 0xffff, 16);
            translate();
        }
        int left = 0;
        int blocks = 0;
        Kind now = kind;
        boolean isOdd = false;
        for (int at = 0; at < data.length; ) {
            int frameEnd = Math.min(data.length, (at / FRAME + 1) * FRAME);
            while (at < frameEnd) {
                if (left == 0) {
                    now = kind == Kind.MIXED ? Kind.values()[blocks % 3] : kind;
                    left = Math.min(data.length - at, kind == Kind.MIXED ? PATTERN[blocks % PATTERN.length] : 60_000);
                    blocks++;
                    begin(now, left);
                    isOdd = left % 2 == 1;
                }
                int end = Math.min(frameEnd, at + left);
                left -= end - at;
                if (now == Kind.STORED) {
                    out.write(data, at, end - at);
                    if (left == 0 && isOdd) {
                        out.write(0);
                    }
                    remember(at, end);
                } else {
                    code(at, end, now == Kind.ALIGNED);
                }
                at = end;
            }
            flush();
            frames.add(out.toByteArray());
            out.reset();
        }
        return frames;
    }

    /** What a packer does to code of x86 so that equal calls look equal. */
    private void translate() {
        byte[] all = data;
        for (int frame = 0; frame < all.length; frame += FRAME) {
            int end = Math.min(all.length, frame + FRAME) - 10;
            for (int i = frame; i < end; i++) {
                if ((all[i] & 0xff) == 0xe8) {
                    int distance = number(all, i + 1);
                    if (distance >= -i && distance < all.length - i) {
                        put(all, i + 1, distance + i);
                    } else if (distance >= all.length - i && distance < all.length) {
                        put(all, i + 1, distance - all.length);
                    }
                    i += 4;
                }
            }
        }
    }

    private static int number(byte[] all, int at) {
        return all[at] & 0xff | (all[at + 1] & 0xff) << 8 | (all[at + 2] & 0xff) << 16 | (all[at + 3] & 0xff) << 24;
    }

    private static void put(byte[] all, int at, int value) {
        for (int i = 0; i < 4; i++) {
            all[at + i] = (byte) (value >> 8 * i);
        }
    }

    private void begin(Kind kind, int length) {
        write(kind == Kind.VERBATIM ? 1 : kind == Kind.ALIGNED ? 2 : 3, 3);
        write(length >>> 8, 16);
        write(length & 0xff, 8);
        if (kind == Kind.STORED) {
            if (bits == 0) {
                write(0, 16);
            }
            flush();
            for (int distance : recent) {
                for (int i = 0; i < 4; i++) {
                    out.write(distance >> 8 * i);
                }
            }
            return;
        }
        if (kind == Kind.ALIGNED) {
            for (int i = 0; i < 8; i++) {
                write(3, 3);
            }
        }
        lengths(mainLengths(), 0, 256);
        lengths(mainLengths(), 256, MAIN);
        lengths(matchLengths(), 0, 249);
        hasTrees = true;
    }

    /** 16 codes of 8 bits and 480 of 9, which leaves no code over. */
    private static int[] mainLengths() {
        int[] lengths = new int[MAIN];
        Arrays.fill(lengths, 0, 16, 8);
        Arrays.fill(lengths, 16, MAIN, 9);
        return lengths;
    }

    /** 7 codes of 7 bits and 242 of 8. */
    private static int[] matchLengths() {
        int[] lengths = new int[249];
        Arrays.fill(lengths, 0, 7, 7);
        Arrays.fill(lengths, 7, 249, 8);
        return lengths;
    }

    /** As differences from 0, and later from themselves, with a code of 2 bits each for 0, 8, 9 and 10, and where there are many, for rows. */
    private void lengths(int[] all, int from, int to) {
        List<Integer> used = hasTrees ? List.of(0, 18) : List.of(8, 9, 10, 19);
        for (int symbol = 0; symbol < 20; symbol++) {
            write(used.contains(symbol) ? (used.size() == 2 ? 1 : 2) : 0, 4);
        }
        for (int i = from; i < to; ) {
            if (hasTrees) {
                write(0, 1);
                i++;
                continue;
            }
            int symbol = (17 - all[i]) % 17;
            boolean isRow = i + 4 < to && Arrays.equals(all, i, i + 4, all, i + 1, i + 5);
            if (isRow) {
                write(3, 2);
                write(1, 1);
            }
            write(symbol - 8, 2);
            i += isRow ? 5 : 1;
        }
    }

    private void code(int from, int to, boolean isAligned) {
        int at = from;
        while (at < to) {
            Integer place = at + 2 < data.length ? places.get(triple(at)) : null;
            int length = 0;
            if (place != null && at - place < (1 << WINDOW_BITS) - 2) {
                while (length < MAX_MATCH && at + length < to && data[place + length] == data[at + length]) {
                    length++;
                }
            }
            if (place == null || length < 3) {
                symbol(data[at] & 0xff);
                length = 1;
            } else {
                match(length, at - place, isAligned);
            }
            remember(at, at + length);
            at += length;
        }
    }

    private void remember(int from, int to) {
        for (int i = from; i < to && i + 2 < data.length; i++) {
            places.put(triple(i), i);
        }
    }

    private int triple(int at) {
        return data[at] & 0xff | (data[at + 1] & 0xff) << 8 | (data[at + 2] & 0xff) << 16;
    }

    private void match(int length, int distance, boolean isAligned) {
        int slot = -1;
        for (int i = 2; i >= 0; i--) {
            slot = recent[i] == distance ? i : slot;
        }
        if (slot >= 0) {
            recent[slot] = recent[0];
            recent[0] = distance;
            header(length, slot);
            return;
        }
        recent[2] = recent[1];
        recent[1] = recent[0];
        recent[0] = distance;
        int formatted = distance + 2;
        // From 4 on two slots for each power of 2.
        slot = formatted < 4
                ? formatted
                : 2 * (31 - Integer.numberOfLeadingZeros(formatted))
                        + (formatted >>> 30 - Integer.numberOfLeadingZeros(formatted) & 1);
        header(length, slot);
        int extra = slot < 4 ? 0 : slot / 2 - 1;
        int rest = formatted & (1 << extra) - 1;
        if (isAligned && extra >= 3) {
            write(rest >>> 3, extra - 3);
            write(rest & 7, 3);
        } else {
            write(rest, extra);
        }
    }

    private void header(int length, int slot) {
        int some = Math.min(7, length - 2);
        symbol(256 + 8 * slot + some);
        if (some == 7) {
            int rest = length - 9;
            write(rest < 7 ? rest : rest + 7, rest < 7 ? 7 : 8);
        }
    }

    /** Canonical: the codes of 8 bits first. */
    private void symbol(int symbol) {
        write(symbol < 16 ? symbol : symbol + 16, symbol < 16 ? 8 : 9);
    }

    private void write(int value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            word = word << 1 | value >>> i & 1;
            if (++bits == 16) {
                out.write(word);
                out.write(word >>> 8);
                bits = 0;
                word = 0;
            }
        }
    }

    private void flush() {
        if (bits > 0) {
            write(0, 16 - bits);
        }
    }
}
