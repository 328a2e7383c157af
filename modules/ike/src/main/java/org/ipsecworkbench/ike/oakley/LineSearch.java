package org.ipsecworkbench.ike.oakley;

import java.util.Locale;

/** Finds words in lines, whatever their case. Most lines are only looked at as bytes. One thread. */
final class LineSearch {
    private final String words;
    private final boolean isAscii;
    private final byte[] lower;
    private final byte[] upper;

    /** @param words not empty */
    LineSearch(String words) {
        this.words = words.toLowerCase(Locale.ROOT);
        isAscii = words.chars().allMatch(c -> c < 0x80);
        int length = this.words.length();
        lower = new byte[length];
        upper = new byte[length];
        for (int i = 0; i < length; i++) {
            lower[i] = (byte) this.words.charAt(i);
            upper[i] = (byte) Character.toUpperCase(this.words.charAt(i));
        }
    }

    /** Whether a line, as it is shown, has them. */
    boolean isIn(byte[] bytes, int start, int end) {
        boolean mayBe = isAscii ? has(bytes, start, end) : hasOthers(bytes, start, end);
        return mayBe
                && Words.withoutSecret(LogLine.text(bytes, start, end))
                        .toLowerCase(Locale.ROOT)
                        .contains(words);
    }

    private boolean has(byte[] bytes, int start, int end) {
        int last = end - lower.length;
        for (int at = start; at <= last; at++) {
            int i = 0;
            while (i < lower.length && (bytes[at + i] == lower[i] || bytes[at + i] == upper[i])) {
                i++;
            }
            if (i == lower.length) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasOthers(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] < 0) {
                return true;
            }
        }
        return false;
    }
}
