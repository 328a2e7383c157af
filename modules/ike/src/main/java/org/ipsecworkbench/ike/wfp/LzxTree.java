package org.ipsecworkbench.ike.wfp;

import java.util.Arrays;

/**
 * A canonical prefix code of LZX, whose codes follow from their lengths (MS-PATCH section 2.4): shorter ones first, those of one
 * length in the order of their symbols. Building it costs no more than reading its lengths did, so that many small blocks are
 * no burden.
 */
final class LzxTree {
    private static final int LONGEST = 16;
    /** Symbols of the code in which the lengths of another one are written. */
    private static final int LENGTH_SYMBOLS = 20;

    private static final int SHORT_ZEROS = 17;
    private static final int LONG_ZEROS = 18;
    private static final int SAME = 19;

    private final byte[] lengths;
    /** How many codes have each length. */
    private final int[] counts = new int[LONGEST + 1];
    /** The symbols in the order of their codes. */
    private final short[] symbols;

    /** So many symbols, none of which has a code yet. */
    LzxTree(int size) {
        lengths = new byte[size];
        symbols = new short[size];
    }

    /** How many symbols there are. */
    int size() {
        return lengths.length;
    }

    /** Sets the length of a symbol's code; 0 where it has none. */
    void length(int symbol, int length) {
        lengths[symbol] = (byte) length;
    }

    /**
     * Reads the lengths of some symbols as differences from those that they had (MS-PATCH section 2.6).
     *
     * @param to behind the last one
     */
    void readLengths(LzxBits bits, int from, int to) throws DamagedException {
        LzxTree written = new LzxTree(LENGTH_SYMBOLS);
        for (int i = 0; i < LENGTH_SYMBOLS; i++) {
            written.length(i, bits.read(4));
        }
        written.build();
        int at = from;
        while (at < to) {
            int symbol = written.read(bits);
            int count = 1;
            int length = 0;
            if (symbol == SHORT_ZEROS) {
                count = 4 + bits.read(4);
            } else if (symbol == LONG_ZEROS) {
                count = 20 + bits.read(5);
            } else {
                if (symbol == SAME) {
                    count = 4 + bits.read(1);
                    symbol = written.read(bits);
                }
                if (symbol >= SHORT_ZEROS) {
                    throw new DamagedException("The lengths of codes of a block are damaged.");
                }
                length = (lengths[at] - symbol + SHORT_ZEROS) % SHORT_ZEROS;
            }
            if (count > to - at) {
                throw new DamagedException("A block has more lengths of codes than it has codes.");
            }
            Arrays.fill(lengths, at, at + count, (byte) length);
            at += count;
        }
    }

    /** Makes the code of the lengths. */
    void build() throws DamagedException {
        Arrays.fill(counts, 0);
        for (byte length : lengths) {
            counts[length]++;
        }
        counts[0] = 0;
        int[] places = new int[LONGEST + 1];
        int room = 1;
        for (int length = 1; length <= LONGEST; length++) {
            places[length] = places[length - 1] + counts[length - 1];
            room = 2 * room - counts[length];
            if (room < 0) {
                throw new DamagedException("A block has more codes than fit into their lengths.");
            }
        }
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (lengths[symbol] > 0) {
                symbols[places[lengths[symbol]]++] = (short) symbol;
            }
        }
    }

    /** The next symbol. */
    int read(LzxBits bits) throws DamagedException {
        int code = 0;
        int first = 0;
        int place = 0;
        for (int length = 1; length <= LONGEST; length++) {
            code |= bits.read(1);
            int count = counts[length];
            if (code - first < count) {
                return symbols[place + code - first];
            }
            place += count;
            first = first + count << 1;
            code <<= 1;
        }
        throw new DamagedException("A block has a code that stands for nothing.");
    }
}
