package org.ipsecworkbench.policy.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of a listing, put together again where the console had broken it.
 *
 * @param number of its first line in the file, from 1
 * @param text without line end
 */
record Line(int number, String text) {
    /** The width at which netsh breaks lines, in the middle of a word too. */
    private static final int CONSOLE = 80;

    private static final Pattern LABELLED = Pattern.compile("\\p{L}[^:]{0,60}:(\\s{2,}|\\s*$)");

    /** The lines of a text. Those that fill the console are joined with the next one, if no line is wider. */
    static List<Line> of(String text) {
        String[] raw = text.split("\r\n|\n|\r", -1);
        boolean isWrapped = true;
        for (String line : raw) {
            isWrapped &= width(line) <= CONSOLE;
        }
        List<Line> lines = new ArrayList<>(raw.length);
        StringBuilder joined = new StringBuilder();
        int first = 1;
        for (int i = 0; i < raw.length; i++) {
            joined.append(raw[i]);
            boolean isCaret = raw[i].endsWith("^");
            boolean isFull = isWrapped && width(raw[i]) == CONSOLE && !isRuler(raw[i]);
            boolean goesOn = isCaret || isFull && i + 1 < raw.length && !beginsAnew(raw[i + 1]);
            if (isCaret) {
                joined.setLength(joined.length() - 1);
            }
            if (!goesOn || i == raw.length - 1) {
                lines.add(new Line(first, unquoted(joined.toString())));
                joined.setLength(0);
                first = i + 2;
            }
        }
        return lines;
    }

    /** A value may also fill the console by itself; then a label with its padding follows, or nothing. */
    private static boolean beginsAnew(String next) {
        return next.isBlank() || LABELLED.matcher(next).lookingAt();
    }

    /** Columns on a console, where ideographs and kana take two. */
    private static int width(String line) {
        int width = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            width += c >= 0x1100
                            && (c <= 0x115f
                                    || c >= 0x2e80 && c <= 0xd7a3
                                    || c >= 0xf900 && c <= 0xfaff
                                    || c >= 0xff00 && c <= 0xff60)
                    ? 2
                    : 1;
        }
        return width;
    }

    /** Whether it only separates. */
    static boolean isRuler(String text) {
        String plain = text.strip();
        return plain.length() >= 2 && plain.chars().allMatch(c -> c == '-' || c == '=' || c == '_' || c == ' ');
    }

    /** Marks that mail and wikis put before what they quote. */
    private static String unquoted(String text) {
        String plain = text.stripLeading();
        if (plain.startsWith("> ") || plain.equals(">")) {
            return text.substring(0, text.length() - plain.length())
                    + plain.substring(1).strip();
        }
        return text;
    }

    int indent() {
        return text.length() - text.stripLeading().length();
    }
}
