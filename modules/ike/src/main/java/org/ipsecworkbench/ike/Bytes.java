package org.ipsecworkbench.ike;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** An immutable run of bytes: a part of an array that nobody writes to any more. Big endian. */
public final class Bytes {
    /** Nothing. */
    public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

    private static final HexFormat HEX = HexFormat.of();

    private static final VarHandle SHORTS = view(short[].class);
    private static final VarHandle INTS = view(int[].class);
    private static final VarHandle LONGS = view(long[].class);

    private final byte[] array;
    private final int offset;
    private final int length;

    private Bytes(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    private static VarHandle view(Class<?> numbers) {
        return MethodHandles.byteArrayViewVarHandle(numbers, ByteOrder.BIG_ENDIAN);
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
        return (short) SHORTS.get(array, index(at, 2)) & 0xffff;
    }

    /** The 32 bits at a place. */
    public int i32(int at) {
        return (int) INTS.get(array, index(at, 4));
    }

    /** The 64 bits at a place. */
    public long i64(int at) {
        return (long) LONGS.get(array, index(at, 8));
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
        long hash = length;
        int i = offset;
        int end = offset + length;
        for (; i <= end - 8; i += 8) {
            hash = mixed(hash, (long) LONGS.get(array, i));
        }
        for (; i < end; i++) {
            hash = mixed(hash, array[i]);
        }
        return (int) (hash >>> 32);
    }

    private static long mixed(long hash, long more) {
        return Long.rotateLeft(hash ^ more, 29) * 0x9e3779b97f4a7c15L;
    }

    @Override
    public String toString() {
        return hex();
    }
}
