package org.ipsecworkbench.ike;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** An immutable run of bytes: a part of an array that nobody writes to any more. Big endian. */
public final class Bytes {
    /** Nothing. */
    public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

    private static final HexFormat HEX = HexFormat.of();

    private final byte[] array;
    private final int offset;
    private final int length;

    private Bytes(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    /** Takes an array over: the caller must not write to it any more. */
    public static Bytes wrap(byte[] array) {
        return new Bytes(array, 0, array.length);
    }

    /** A copy of what remains in a buffer, which stays as it is. */
    public static Bytes copyOf(ByteBuffer buffer) {
        byte[] copy = new byte[buffer.remaining()];
        buffer.get(buffer.position(), copy);
        return wrap(copy);
    }

    /** How many there are. */
    public int length() {
        return length;
    }

    /** Whether so many can be read from a place on. */
    public boolean has(int at, int count) {
        return at >= 0 && count >= 0 && count <= length - at;
    }

    /**
     * A part, which shares the memory.
     *
     * @throws IndexOutOfBoundsException if it is not inside
     */
    public Bytes slice(int from, int to) {
        if (from < 0 || from > to || to > length) {
            throw new IndexOutOfBoundsException(from + " to " + to + " of " + length + " bytes");
        }
        return from == to ? EMPTY : new Bytes(array, offset + from, to - from);
    }

    /** The unsigned byte at a place. */
    public int u8(int at) {
        return array[index(at, 1)] & 0xff;
    }

    /** The unsigned 16 bits at a place. */
    public int u16(int at) {
        int i = index(at, 2);
        return (array[i] & 0xff) << 8 | array[i + 1] & 0xff;
    }

    /** The 32 bits at a place. */
    public int i32(int at) {
        int i = index(at, 4);
        return (array[i] & 0xff) << 24 | (array[i + 1] & 0xff) << 16 | (array[i + 2] & 0xff) << 8 | array[i + 3] & 0xff;
    }

    /** The 64 bits at a place. */
    public long i64(int at) {
        return (long) i32(at) << 32 | i32(at + 4) & 0xffffffffL;
    }

    private int index(int at, int count) {
        if (!has(at, count)) {
            throw new IndexOutOfBoundsException(at + " of " + length + " bytes");
        }
        return offset + at;
    }

    /** A copy. */
    public byte[] toArray() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    /** A checksum that tells repeated messages from others. */
    public int checksum() {
        CRC32C checksum = new CRC32C();
        checksum.update(array, offset, length);
        return (int) checksum.getValue();
    }

    /** Lower-case hexadecimal digits without spaces. */
    public String hex() {
        return HEX.formatHex(array, offset, offset + length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes
                && Arrays.equals(
                        array, offset, offset + length, bytes.array, bytes.offset, bytes.offset + bytes.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + array[offset + i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return hex();
    }
}
