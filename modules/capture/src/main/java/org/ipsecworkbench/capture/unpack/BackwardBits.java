package org.ipsecworkbench.capture.unpack;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.ZipException;

/**
 * Bits that are read from the last one to the first. Reading beyond the first bit gives zeros, and {@link #left} tells.
 * Source: RFC 8878, section 4.
 */
final class BackwardBits {
    /** So many bytes have to be readable behind the bits, in the array that holds them. */
    static final int SPARE = 8;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int from;
    private int left;

    /** Over the bytes from one index to another, of which the last holds a 1 above its bits. */
    BackwardBits(byte[] bytes, int from, int to) throws ZipException {
        if (to <= from || bytes[to - 1] == 0) {
            throw new ZipException("bits without an end");
        }
        this.bytes = bytes;
        this.from = from;
        left = (to - from) * 8 - Integer.numberOfLeadingZeros(bytes[to - 1] & 0xff) + 23;
    }

    /** How many bits were not read yet; negative after reading beyond the first. */
    int left() {
        return left;
    }

    /** The next bits, at most 32, without reading them. */
    long peek(int count) {
        int low = left - count;
        if (low >= 0) {
            long word = (long) LONG.get(bytes, from + (low >> 3));
            return word >>> (low & 7) & (1L << count) - 1;
        }
        return left <= 0 ? 0 : ((long) LONG.get(bytes, from) & (1L << left) - 1) << -low;
    }

    void skip(int count) {
        left -= count;
    }

    /** Reads at most 32 bits. */
    long read(int count) {
        long value = peek(count);
        left -= count;
        return value;
    }
}
