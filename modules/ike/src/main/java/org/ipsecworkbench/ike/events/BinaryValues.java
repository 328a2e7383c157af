package org.ipsecworkbench.ike.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Values of binary XML as the text that XML has for them (MS-EVEN6 section 2.2.12). */
final class BinaryValues {
    static final int NULL = 0;
    static final int STRING = 1;
    static final int BINARY_XML = 0x21;

    private static final int ARRAY = 0x80;
    private static final int MAX_ITEMS = 4096;
    /** From 1601 to 1970. */
    private static final long EPOCH_SECONDS = 11_644_473_600L;

    private static final long TICKS = 10_000_000L;

    private BinaryValues() {}

    static boolean isArray(int type) {
        return (type & ARRAY) != 0;
    }

    /** The items of an array, or the one value. */
    static List<String> texts(ChunkBytes bytes, int type, int at, int size) throws DamagedException {
        if (!isArray(type)) {
            return List.of(text(bytes, type, at, size));
        }
        List<String> items = new ArrayList<>();
        int item = type & ~ARRAY;
        if (item == STRING) {
            int begin = at;
            for (int i = at; i + 1 < at + size && items.size() < MAX_ITEMS; i += 2) {
                if (bytes.u16(i) == 0) {
                    items.add(bytes.utf16(begin, (i - begin) / 2));
                    begin = i + 2;
                }
            }
            if (begin < at + size - 1 && items.size() < MAX_ITEMS) {
                items.add(bytes.utf16(begin, (at + size - begin) / 2));
            }
            return items;
        }
        int width = width(item);
        for (int i = at; width > 0 && i + width <= at + size && items.size() < MAX_ITEMS; i += width) {
            items.add(text(bytes, item, i, width));
        }
        return items;
    }

    private static int width(int type) {
        return switch (type) {
            case 3, 4 -> 1;
            case 5, 6 -> 2;
            case 7, 8, 11, 13, 20 -> 4;
            case 9, 10, 12, 17, 21 -> 8;
            case 15, 18 -> 16;
            default -> 0;
        };
    }

    private static String text(ChunkBytes bytes, int type, int at, int size) throws DamagedException {
        bytes.need(at, size);
        if (size < width(type)) {
            throw new DamagedException("a value is shorter than its type");
        }
        return switch (type) {
            case NULL -> "";
            case STRING -> plain(bytes.utf16(at, size / 2));
            case 2 -> plain(bytes.latin1(at, size));
            case 3 -> Integer.toString((byte) bytes.u8(at));
            case 4 -> Integer.toString(bytes.u8(at));
            case 5 -> Integer.toString((short) bytes.u16(at));
            case 6 -> Integer.toString(bytes.u16(at));
            case 7 -> Integer.toString(bytes.i32(at));
            case 8 -> Long.toString(bytes.u32(at));
            case 9 -> Long.toString(bytes.i64(at));
            case 10 -> Long.toUnsignedString(bytes.i64(at));
            case 11 -> Float.toString(Float.intBitsToFloat(bytes.i32(at)));
            case 12 -> Double.toString(Double.longBitsToDouble(bytes.i64(at)));
            case 13 -> Boolean.toString(bytes.i32(at) != 0);
            case 15 -> guid(bytes, at);
            case 16 -> size == 4 ? "0x" + Integer.toHexString(bytes.i32(at)) : hex64(bytes, at, size);
            case 17 -> fileTime(bytes.i64(at));
            case 18 -> systemTime(bytes, at);
            case 19 -> sid(bytes, at, size);
            case 20 -> "0x" + Integer.toHexString(bytes.i32(at));
            case 21 -> "0x" + Long.toHexString(bytes.i64(at));
            default -> hex(bytes, at, size);
        };
    }

    private static String hex64(ChunkBytes bytes, int at, int size) throws DamagedException {
        return size == 8 ? "0x" + Long.toHexString(bytes.i64(at)) : hex(bytes, at, size);
    }

    private static String plain(String text) {
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private static String hex(ChunkBytes bytes, int at, int size) throws DamagedException {
        return bytes.hex(at, size);
    }

    private static String guid(ChunkBytes bytes, int at) throws DamagedException {
        String rest = hex(bytes, at + 8, 8);
        return String.format(
                Locale.ROOT,
                "{%08X-%04X-%04X-%s-%s}",
                bytes.i32(at),
                bytes.u16(at + 4),
                bytes.u16(at + 6),
                rest.substring(0, 4),
                rest.substring(4));
    }

    private static String fileTime(long ticks) {
        return Instant.ofEpochSecond(Math.floorDiv(ticks, TICKS) - EPOCH_SECONDS, Math.floorMod(ticks, TICKS) * 100)
                .toString();
    }

    private static String systemTime(ChunkBytes bytes, int at) throws DamagedException {
        try {
            return LocalDateTime.of(
                            bytes.u16(at),
                            bytes.u16(at + 2),
                            bytes.u16(at + 6),
                            bytes.u16(at + 8),
                            bytes.u16(at + 10),
                            bytes.u16(at + 12),
                            Math.min(999, bytes.u16(at + 14)) * 1_000_000)
                    .toInstant(ZoneOffset.UTC)
                    .toString();
        } catch (DateTimeException e) {
            throw new DamagedException("a date is none");
        }
    }

    private static String sid(ChunkBytes bytes, int at, int size) throws DamagedException {
        int count = size < 8 ? 0 : bytes.u8(at + 1);
        if (size < 8 || size < 8 + 4 * count) {
            return hex(bytes, at, size);
        }
        long authority = 0;
        for (int i = 2; i < 8; i++) {
            authority = authority << 8 | bytes.u8(at + i);
        }
        StringBuilder text =
                new StringBuilder("S-").append(bytes.u8(at)).append('-').append(authority);
        for (int i = 0; i < count; i++) {
            text.append('-').append(bytes.u32(at + 8 + 4 * i));
        }
        return text.toString();
    }
}
