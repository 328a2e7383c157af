package org.ipsecworkbench.capture.unpack;

import java.util.zip.ZipException;

/** A decoding table of finite state entropy. Source: RFC 8878, section 4.1. */
final class FseTable {
    final int accuracy;
    private final byte[] symbols;
    private final byte[] bits;
    private final short[] bases;

    private FseTable(int accuracy) {
        this.accuracy = accuracy;
        symbols = new byte[1 << accuracy];
        bits = new byte[1 << accuracy];
        bases = new short[1 << accuracy];
    }

    /** A table with which every state means one symbol. */
    static FseTable always(int symbol) {
        FseTable table = new FseTable(0);
        table.symbols[0] = (byte) symbol;
        return table;
    }

    /** From probabilities in units of 2^-accuracy, where -1 is a symbol that is less probable than that. */
    static FseTable of(int accuracy, int... probabilities) throws ZipException {
        FseTable table = new FseTable(accuracy);
        int size = 1 << accuracy;
        int[] next = new int[probabilities.length];
        int high = size;
        for (int symbol = 0; symbol < probabilities.length; symbol++) {
            next[symbol] = Math.abs(probabilities[symbol]);
            if (probabilities[symbol] == -1) {
                table.symbols[--high] = (byte) symbol;
            }
        }
        int at = 0;
        int step = (size >> 1) + (size >> 3) + 3;
        for (int symbol = 0; symbol < probabilities.length; symbol++) {
            for (int i = 0; i < probabilities[symbol]; i++) {
                table.symbols[at] = (byte) symbol;
                do {
                    at = at + step & size - 1;
                } while (at >= high);
            }
        }
        if (at != 0) {
            throw new ZipException("probabilities that do not add up");
        }
        for (int state = 0; state < size; state++) {
            int value = next[table.symbols[state]]++;
            int count = accuracy - (31 - Integer.numberOfLeadingZeros(value));
            table.bits[state] = (byte) count;
            table.bases[state] = (short) ((value << count) - size);
        }
        return table;
    }

    /** A table as it is described in a file. */
    record Described(FseTable table, int end) {}

    /** Reads a description between two indexes; {@code bytes} goes on for {@link BackwardBits#SPARE} bytes behind. */
    static Described read(byte[] bytes, int from, int to, int maxAccuracy, int maxSymbol) throws ZipException {
        ForwardBits in = new ForwardBits(bytes, from, to);
        int accuracy = in.read(4) + 5;
        if (accuracy > maxAccuracy) {
            throw new ZipException("a table that is too large");
        }
        int[] probabilities = new int[maxSymbol + 1];
        int left = 1 << accuracy;
        int symbol = 0;
        while (left > 0) {
            if (symbol > maxSymbol) {
                throw new ZipException("too many symbols");
            }
            int count = 32 - Integer.numberOfLeadingZeros(left + 1);
            int value = in.peek(count);
            int mask = (1 << count - 1) - 1;
            // The values that are not needed make the low ones a bit shorter.
            int shorter = (1 << count) - 1 - (left + 1);
            if ((value & mask) < shorter) {
                value &= mask;
                in.skip(count - 1);
            } else {
                value -= value > mask ? shorter : 0;
                in.skip(count);
            }
            probabilities[symbol++] = value - 1;
            left -= Math.abs(value - 1);
            if (value == 1) {
                int zeros;
                do {
                    zeros = in.read(2);
                    symbol += zeros;
                } while (zeros == 3 && symbol <= maxSymbol);
            }
        }
        if (left < 0 || symbol > maxSymbol + 1) {
            throw new ZipException("probabilities that do not add up");
        }
        return new Described(of(accuracy, probabilities), in.end());
    }

    int symbol(int state) {
        return symbols[state];
    }

    /** The state that follows, by the next bits. */
    int next(int state, BackwardBits in) {
        return bases[state] + (int) in.read(bits[state]);
    }

    /** The bits of a table's description, read from the first one on. */
    private static final class ForwardBits {
        private final byte[] bytes;
        private final int from;
        private final int to;
        private int at;

        ForwardBits(byte[] bytes, int from, int to) {
            this.bytes = bytes;
            this.from = from;
            this.to = to;
        }

        int peek(int count) throws ZipException {
            int first = from + (at >> 3);
            if (first >= to) {
                throw new ZipException("a table that is cut off");
            }
            int word = (bytes[first] & 0xff) | (bytes[first + 1] & 0xff) << 8 | (bytes[first + 2] & 0xff) << 16;
            return word >>> (at & 7) & (1 << count) - 1;
        }

        void skip(int count) {
            at += count;
        }

        int read(int count) throws ZipException {
            int value = peek(count);
            at += count;
            return value;
        }

        int end() throws ZipException {
            int end = from + (at + 7 >> 3);
            if (end > to) {
                throw new ZipException("a table that is cut off");
            }
            return end;
        }
    }
}
