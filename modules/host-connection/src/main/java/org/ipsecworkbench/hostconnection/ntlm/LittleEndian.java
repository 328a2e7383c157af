package org.ipsecworkbench.hostconnection.ntlm;

/** Numbers in arrays of bytes, lowest byte first, as NTLM has them. */
final class LittleEndian {
    private LittleEndian() {}

    static int getShort(byte[] from, int at) {
        return from[at] & 0xff | (from[at + 1] & 0xff) << 8;
    }

    static int getInt(byte[] from, int at) {
        return getShort(from, at) | getShort(from, at + 2) << 16;
    }

    static long getLong(byte[] from, int at) {
        return getInt(from, at) & 0xffffffffL | (long) getInt(from, at + 4) << 32;
    }

    static void putShort(byte[] to, int at, int value) {
        to[at] = (byte) value;
        to[at + 1] = (byte) (value >> 8);
    }

    static void putInt(byte[] to, int at, int value) {
        putShort(to, at, value);
        putShort(to, at + 2, value >> 16);
    }

    static void putLong(byte[] to, int at, long value) {
        putInt(to, at, (int) value);
        putInt(to, at + 4, (int) (value >> 32));
    }
}
