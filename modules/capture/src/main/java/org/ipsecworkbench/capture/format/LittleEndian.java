package org.ipsecworkbench.capture.format;

import java.nio.ByteBuffer;

/** Reads numbers whose lowest byte comes first from buffers that are big endian, as those of a capture source are. */
public final class LittleEndian {
    private LittleEndian() {}

    public static int u8(ByteBuffer bytes, int at) {
        return bytes.get(at) & 0xff;
    }

    public static int u16(ByteBuffer bytes, int at) {
        return Short.reverseBytes(bytes.getShort(at)) & 0xffff;
    }

    public static int i32(ByteBuffer bytes, int at) {
        return Integer.reverseBytes(bytes.getInt(at));
    }

    public static long u32(ByteBuffer bytes, int at) {
        return i32(bytes, at) & 0xffffffffL;
    }

    public static long i64(ByteBuffer bytes, int at) {
        return Long.reverseBytes(bytes.getLong(at));
    }
}
