package org.ipsecworkbench.ike.oakley;

import org.jspecify.annotations.Nullable;

/** How a log stores its characters, told by its byte order mark. */
enum LogEncoding {
    /** A byte each, or UTF-8 without a mark: ASCII is one byte in both. */
    ANSI(0),
    /** With its mark. */
    UTF_8(3),
    /** Two bytes each, the low one first. */
    UTF_16LE(2),
    /** Two bytes each, the high one first. */
    UTF_16BE(2);

    /** Bytes of its mark. */
    final int mark;

    LogEncoding(int mark) {
        this.mark = mark;
    }

    /**
     * By the first bytes of a log; null where they may still become a mark.
     *
     * @param count how many of them there are
     */
    static @Nullable LogEncoding of(byte[] head, int count) {
        if (count == 0) {
            return null;
        }
        int first = head[0] & 0xff;
        int second = count > 1 ? head[1] & 0xff : -1;
        if (first == 0xff || first == 0xfe) {
            boolean isMark = second == (first ^ 1);
            LogEncoding wide = first == 0xff ? UTF_16LE : UTF_16BE;
            return second < 0 ? null : isMark ? wide : ANSI;
        }
        boolean isNone = first != 0xef || second >= 0 && second != 0xbb || count > 2 && (head[2] & 0xff) != 0xbf;
        if (isNone) {
            return ANSI;
        }
        return count > 2 ? UTF_8 : null;
    }

    /** Whether a character has two bytes. */
    boolean isWide() {
        return mark == 2;
    }

    /** The character of two bytes. */
    char wide(byte first, byte second) {
        return (char) (this == UTF_16LE ? first & 0xff | (second & 0xff) << 8 : (first & 0xff) << 8 | second & 0xff);
    }
}
