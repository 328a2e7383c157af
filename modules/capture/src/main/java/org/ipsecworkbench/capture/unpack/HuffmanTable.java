package org.ipsecworkbench.capture.unpack;

import java.util.zip.ZipException;

/** A decoding table of the literals. Source: RFC 8878, section 4.2. */
final class HuffmanTable {
    private static final int MAX_BITS = 11;
    private static final int MAX_WEIGHT_ACCURACY = 6;
    private static final int MAX_SYMBOLS = 256;

    /** Where the description of the table ended. */
    final int end;

    private final int bits;
    private final byte[] symbols;
    private final byte[] lengths;

    private HuffmanTable(int[] weights, int count, int end) throws ZipException {
        this.end = end;
        int sum = 0;
        for (int i = 0; i < count; i++) {
            if (weights[i] > MAX_BITS) {
                throw new ZipException("a code that is too long");
            }
            sum += weights[i] == 0 ? 0 : 1 << weights[i] - 1;
        }
        bits = 32 - Integer.numberOfLeadingZeros(sum);
        if (sum == 0 || bits > MAX_BITS) {
            throw new ZipException("codes that do not add up");
        }
        // The last weight is not written, since it fills up what is left.
        int left = (1 << bits) - sum;
        if (Integer.bitCount(left) != 1) {
            throw new ZipException("codes that do not add up");
        }
        weights[count] = 32 - Integer.numberOfLeadingZeros(left);
        symbols = new byte[1 << bits];
        lengths = new byte[1 << bits];
        int at = 0;
        for (int weight = 1; weight <= bits; weight++) {
            for (int symbol = 0; symbol <= count; symbol++) {
                if (weights[symbol] == weight) {
                    int until = at + (1 << weight - 1);
                    while (at < until) {
                        symbols[at] = (byte) symbol;
                        lengths[at++] = (byte) (bits + 1 - weight);
                    }
                }
            }
        }
    }

    /** Reads a description between two indexes. */
    static HuffmanTable read(byte[] bytes, int from, int to) throws ZipException {
        if (from >= to) {
            throw new ZipException("a table that is cut off");
        }
        int[] weights = new int[MAX_SYMBOLS];
        int header = bytes[from] & 0xff;
        int at = from + 1;
        if (header < 128) {
            int end = at + header;
            if (end > to) {
                throw new ZipException("a table that is cut off");
            }
            return new HuffmanTable(weights, compressed(bytes, at, end, weights), end);
        }
        int count = header - 127;
        int end = at + (count + 1) / 2;
        if (end > to) {
            throw new ZipException("a table that is cut off");
        }
        for (int i = 0; i < count; i++) {
            weights[i] = bytes[at + i / 2] >>> ((i & 1) == 0 ? 4 : 0) & 15;
        }
        return new HuffmanTable(weights, count, end);
    }

    /** Weights from two states that take turns, until the bits end. */
    private static int compressed(byte[] bytes, int from, int to, int[] weights) throws ZipException {
        FseTable.Described described = FseTable.read(bytes, from, to, MAX_WEIGHT_ACCURACY, MAX_BITS + 1);
        FseTable table = described.table();
        BackwardBits in = new BackwardBits(bytes, described.end(), to);
        int state = (int) in.read(table.accuracy);
        int other = (int) in.read(table.accuracy);
        int count = 0;
        while (count < MAX_SYMBOLS - 2) {
            weights[count++] = table.symbol(state);
            state = table.next(state, in);
            if (in.left() < 0) {
                weights[count++] = table.symbol(other);
                return count;
            }
            int turn = state;
            state = other;
            other = turn;
        }
        throw new ZipException("too many symbols");
    }

    /** Decodes a stream between two indexes. */
    void decode(byte[] bytes, int from, int to, byte[] out, int at, int count) throws ZipException {
        BackwardBits in = new BackwardBits(bytes, from, to);
        for (int i = at; i < at + count; i++) {
            int code = (int) in.peek(bits);
            out[i] = symbols[code];
            in.skip(lengths[code]);
        }
        if (in.left() != 0) {
            throw new ZipException("literals that do not end with their bits");
        }
    }
}
