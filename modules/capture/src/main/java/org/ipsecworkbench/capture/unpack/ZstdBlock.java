package org.ipsecworkbench.capture.unpack;

import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the compressed blocks of one frame; keeps what a block may reuse from the one before. Source: RFC 8878, section
 * 3.1.1.3.
 */
final class ZstdBlock {
    /** No block is longer, neither packed nor unpacked. */
    static final int MAX_BLOCK = 1 << 17;

    private static final int LITERALS = 0;
    private static final int OFFSETS = 1;
    private static final int MATCHES = 2;
    private static final int[] MAX_ACCURACY = {9, 8, 9};
    private static final int[] MAX_SYMBOL = {35, 31, 52};

    private static final int[] LITERAL_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        16
    };
    private static final int[] MATCH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2,
        2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
    };
    private static final int[] LITERAL_BASES = bases(0, LITERAL_BITS);
    private static final int[] MATCH_BASES = bases(3, MATCH_BITS);
    private static final FseTable[] PREDEFINED = predefined();

    private final @Nullable FseTable[] tables = new FseTable[3];
    private @Nullable HuffmanTable huffman;
    private final byte[] literals = new byte[MAX_BLOCK];
    private int literalCount;
    private int first = 1;
    private int second = 4;
    private int third = 8;

    /** Each code begins where the values of the one before end. */
    private static int[] bases(int base, int[] bits) {
        int[] bases = new int[bits.length];
        for (int i = 0; i < bits.length; i++) {
            bases[i] = base;
            base += 1 << bits[i];
        }
        return bases;
    }

    private static FseTable[] predefined() {
        try {
            return new FseTable[] {
                FseTable.of(
                        6, 4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1,
                        1, -1, -1, -1, -1),
                FseTable.of(
                        5, 1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1),
                FseTable.of(
                        6, 1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
                        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1)
            };
        } catch (ZipException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Decodes a block.
     *
     * @param in the block, followed by {@link BackwardBits#SPARE} bytes
     * @param out holds what was unpacked before, in which offsets are looked up; has room for a block
     * @param at behind what was unpacked before
     * @return behind what is unpacked now
     */
    int decode(byte[] in, int length, byte[] out, int at) throws ZipException {
        int next = literals(in, length);
        if (next >= length) {
            throw new ZipException("a block that is cut off");
        }
        int count = in[next++] & 0xff;
        if (count >= 128) {
            if (length - next < 2) {
                throw new ZipException("a block that is cut off");
            }
            if (count == 255) {
                count = (in[next] & 0xff) + ((in[next + 1] & 0xff) << 8) + 0x7f00;
                next += 2;
            } else {
                count = (count - 128 << 8) + (in[next++] & 0xff);
            }
        }
        if (count == 0) {
            if (next != length) {
                throw new ZipException("bytes behind the end of a block");
            }
            System.arraycopy(literals, 0, out, at, literalCount);
            return at + literalCount;
        }
        if (next >= length) {
            throw new ZipException("a block that is cut off");
        }
        int modes = in[next++];
        if ((modes & 3) != 0) {
            throw new ZipException("a mode that is reserved");
        }
        next = table(LITERALS, modes >>> 6 & 3, in, next, length);
        next = table(OFFSETS, modes >>> 4 & 3, in, next, length);
        next = table(MATCHES, modes >>> 2 & 3, in, next, length);
        return sequences(new BackwardBits(in, next, length), count, out, at);
    }

    private int table(int kind, int mode, byte[] in, int next, int length) throws ZipException {
        switch (mode) {
            case 0 -> tables[kind] = PREDEFINED[kind];
            case 1 -> {
                if (next >= length || (in[next] & 0xff) > MAX_SYMBOL[kind]) {
                    throw new ZipException("a table that is cut off");
                }
                tables[kind] = FseTable.always(in[next++]);
            }
            case 2 -> {
                FseTable.Described described = FseTable.read(in, next, length, MAX_ACCURACY[kind], MAX_SYMBOL[kind]);
                tables[kind] = described.table();
                return described.end();
            }
            default -> {
                if (tables[kind] == null) {
                    throw new ZipException("a table to be used again that was never there");
                }
            }
        }
        return next;
    }

    private FseTable table(int kind) throws ZipException {
        FseTable table = tables[kind];
        if (table == null) {
            throw new ZipException("no table");
        }
        return table;
    }

    private int sequences(BackwardBits bits, int count, byte[] out, int start) throws ZipException {
        FseTable literalTable = table(LITERALS);
        FseTable offsetTable = table(OFFSETS);
        FseTable matchTable = table(MATCHES);
        int literalState = (int) bits.read(literalTable.accuracy);
        int offsetState = (int) bits.read(offsetTable.accuracy);
        int matchState = (int) bits.read(matchTable.accuracy);
        int at = start;
        int literal = 0;
        for (int i = 0; i < count; i++) {
            int offsetCode = offsetTable.symbol(offsetState);
            int literalCode = literalTable.symbol(literalState);
            int matchCode = matchTable.symbol(matchState);
            long offsetValue = (1L << offsetCode) + bits.read(offsetCode);
            int match = MATCH_BASES[matchCode] + (int) bits.read(MATCH_BITS[matchCode]);
            int length = LITERAL_BASES[literalCode] + (int) bits.read(LITERAL_BITS[literalCode]);
            int offset = offset(offsetValue, length == 0);
            if (length > literalCount - literal
                    || match > MAX_BLOCK - (at - start) - length
                    || offset <= 0
                    || offset > at + length
                    || bits.left() < 0) {
                throw new ZipException("a sequence that cannot be");
            }
            System.arraycopy(literals, literal, out, at, length);
            literal += length;
            at += length;
            copy(out, at, offset, match);
            at += match;
            if (i < count - 1) {
                literalState = literalTable.next(literalState, bits);
                matchState = matchTable.next(matchState, bits);
                offsetState = offsetTable.next(offsetState, bits);
            }
        }
        if (bits.left() != 0 || literalCount - literal > MAX_BLOCK - (at - start)) {
            throw new ZipException("sequences that do not end with their bits");
        }
        System.arraycopy(literals, literal, out, at, literalCount - literal);
        return at + literalCount - literal;
    }

    /** The distance of a match, from its value or from one of the last three distances. */
    private int offset(long value, boolean noLiterals) throws ZipException {
        if (value > 3) {
            if (value - 3 > Integer.MAX_VALUE) {
                throw new ZipException("a distance that cannot be");
            }
            third = second;
            second = first;
            first = (int) (value - 3);
            return first;
        }
        int which = (int) value - (noLiterals ? 0 : 1);
        int offset = switch (which) {
            case 0 -> first;
            case 1 -> second;
            case 2 -> third;
            default -> first - 1;
        };
        if (which > 0) {
            third = which > 1 ? second : third;
            second = first;
            first = offset;
        }
        return offset;
    }

    private static void copy(byte[] out, int at, int offset, int count) {
        if (offset >= count) {
            System.arraycopy(out, at - offset, out, at, count);
        } else {
            for (int i = at; i < at + count; i++) {
                out[i] = out[i - offset];
            }
        }
    }

    /** Reads the literals; returns where the sequences begin. */
    private int literals(byte[] in, int length) throws ZipException {
        if (length < 1) {
            throw new ZipException("a block that is cut off");
        }
        int type = in[0] & 3;
        int format = in[0] >>> 2 & 3;
        if (type < 2) {
            return plainLiterals(in, length, type == 1, format);
        }
        int header = format < 2 ? 3 : format + 2;
        if (length < header) {
            throw new ZipException("a block that is cut off");
        }
        int sizeBits = format < 2 ? 10 : format == 2 ? 14 : 18;
        long fields = 0;
        for (int i = 0; i < header; i++) {
            fields |= (in[i] & 0xffL) << 8 * i;
        }
        literalCount = (int) (fields >>> 4 & (1 << sizeBits) - 1);
        int packed = (int) (fields >>> 4 + sizeBits & (1 << sizeBits) - 1);
        int end = header + packed;
        if (literalCount > MAX_BLOCK || end > length) {
            throw new ZipException("literals that are cut off");
        }
        int next = header;
        HuffmanTable table = huffman;
        if (type == 2) {
            table = HuffmanTable.read(in, header, end);
            huffman = table;
            next = table.end;
        }
        if (table == null) {
            throw new ZipException("a table to be used again that was never there");
        }
        if (format == 0) {
            table.decode(in, next, end, literals, 0, literalCount);
        } else {
            fourStreams(table, in, next, end);
        }
        return end;
    }

    private void fourStreams(HuffmanTable table, byte[] in, int next, int end) throws ZipException {
        int quarter = (literalCount + 3) / 4;
        if (end - next < 6 || 3 * quarter > literalCount) {
            throw new ZipException("literals that are cut off");
        }
        int from = next + 6;
        for (int stream = 0; stream < 4; stream++) {
            int size = stream == 3
                    ? end - from
                    : (in[next + 2 * stream] & 0xff) + ((in[next + 2 * stream + 1] & 0xff) << 8);
            if (size > end - from) {
                throw new ZipException("literals that are cut off");
            }
            int count = stream == 3 ? literalCount - 3 * quarter : quarter;
            table.decode(in, from, from + size, literals, stream * quarter, count);
            from += size;
        }
    }

    private int plainLiterals(byte[] in, int length, boolean repeated, int format) throws ZipException {
        int header = format == 1 ? 2 : format == 3 ? 3 : 1;
        if (length < header) {
            throw new ZipException("a block that is cut off");
        }
        int size = switch (header) {
            case 1 -> (in[0] & 0xff) >>> 3;
            case 2 -> (in[0] & 0xff) >>> 4 | (in[1] & 0xff) << 4;
            default -> (in[0] & 0xff) >>> 4 | (in[1] & 0xff) << 4 | (in[2] & 0xff) << 12;
        };
        int end = header + (repeated ? 1 : size);
        if (size > MAX_BLOCK || end > length) {
            throw new ZipException("literals that are cut off");
        }
        literalCount = size;
        if (repeated) {
            Arrays.fill(literals, 0, size, in[header]);
        } else {
            System.arraycopy(in, header, literals, 0, size);
        }
        return end;
    }
}
