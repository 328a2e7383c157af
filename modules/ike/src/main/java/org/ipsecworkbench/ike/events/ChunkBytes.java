package org.ipsecworkbench.ike.events;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** The bytes of one chunk of a binary log; numbers are little endian, places count from the chunk's beginning. */
final class ChunkBytes {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final byte[] bytes;

    ChunkBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    int length() {
        return bytes.length;
    }

    /** Asks that so many bytes lie at a place. */
    void need(int at, int count) throws DamagedException {
        if (at < 0 || count < 0 || at > bytes.length - count) {
            throw new DamagedException("something lies outside of its chunk");
        }
    }

    int u8(int at) throws DamagedException {
        need(at, 1);
        return bytes[at] & 0xff;
    }

    int u16(int at) throws DamagedException {
        return u8(at) | u8(at + 1) << 8;
    }

    int i32(int at) throws DamagedException {
        return u16(at) | u16(at + 2) << 16;
    }

    long u32(int at) throws DamagedException {
        return i32(at) & 0xffff_ffffL;
    }

    long i64(int at) throws DamagedException {
        return u32(at) | (long) i32(at + 4) << 32;
    }

    /** A number that is a place or a size in this chunk. */
    int size(int at) throws DamagedException {
        int size = i32(at);
        if (size < 0 || size > bytes.length) {
            throw new DamagedException("a size or place is larger than a chunk");
        }
        return size;
    }

    /** UTF-16 text of so many characters. */
    String utf16(int at, int characters) throws DamagedException {
        need(at, 2 * characters);
        return new String(bytes, at, 2 * characters, StandardCharsets.UTF_16LE);
    }

    String latin1(int at, int count) throws DamagedException {
        need(at, count);
        return new String(bytes, at, count, StandardCharsets.ISO_8859_1);
    }

    /** Bytes as upper-case hex, which is how Windows writes them. */
    String hex(int at, int count) throws DamagedException {
        need(at, count);
        return HEX.formatHex(bytes, at, at + count);
    }

    /** CRC-32 of one or two ranges. */
    long crc(int from, int to, int secondFrom, int secondTo) throws DamagedException {
        need(from, to - from);
        need(secondFrom, secondTo - secondFrom);
        CRC32 crc = new CRC32();
        crc.update(bytes, from, to - from);
        crc.update(bytes, secondFrom, secondTo - secondFrom);
        return crc.getValue();
    }
}
