package org.ipsecworkbench.captureviewer.details;

import java.util.Locale;

/** Bytes as text, 16 in a line. */
final class HexDump {
    private static final int PER_LINE = 16;
    private static final String DIGITS = "0123456789abcdef";

    private HexDump() {}

    /** Two digits. */
    static String hex(byte value) {
        return "" + DIGITS.charAt(value >> 4 & 0xf) + DIGITS.charAt(value & 0xf);
    }

    /** The character of ASCII, a dot where it cannot be printed. */
    static char text(byte value) {
        return value >= 0x20 && value < 0x7f ? (char) value : '.';
    }

    /** Bytes from one offset to before another: offset, digits, characters. */
    static String of(byte[] bytes, int from, int to) {
        StringBuilder dump = new StringBuilder();
        for (int start = from; start < to; start += PER_LINE) {
            dump.append(String.format(Locale.ROOT, "%04x  ", start));
            StringBuilder text = new StringBuilder();
            for (int i = start; i < start + PER_LINE; i++) {
                dump.append(i < to ? hex(bytes[i]) + " " : "   ");
                if (i < to) {
                    text.append(text(bytes[i]));
                }
            }
            dump.append(' ').append(text).append('\n');
        }
        return dump.toString();
    }
}
