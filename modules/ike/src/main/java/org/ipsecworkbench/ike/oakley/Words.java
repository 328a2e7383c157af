package org.ipsecworkbench.ike.oakley;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds names, numbers and addresses in the text of a line. */
final class Words {
    private static final int LONGEST_ADDRESS = 60;

    private Words() {}

    /** An address with the port behind its last dot; port 0 where there is none. */
    record Endpoint(String address, int port) {}

    /** Where a word stands, whatever its letter case; -1 where it does not. The word is in lower case. */
    static int indexOf(String text, String word, int from) {
        int first = word.charAt(0) | 0x20;
        int last = text.length() - word.length();
        for (int i = from; i <= last; i++) {
            if ((text.charAt(i) | 0x20) == first && text.regionMatches(true, i, word, 0, word.length())) {
                return i;
            }
        }
        return -1;
    }

    static int skip(String text, int from, String any) {
        int at = from;
        while (at < text.length() && any.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    static int hexEnd(String text, int from) {
        int at = from;
        while (at < text.length() && isHex(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isHex(char one) {
        return one >= '0' && one <= '9' || one >= 'a' && one <= 'f' || one >= 'A' && one <= 'F';
    }

    /** Up to 10 decimal digits at a place; -1 where there are none or more. */
    static long decimal(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end == from || end - from > 10 ? -1 : Long.parseLong(text, from, end, 10);
    }

    /** The decimal number behind a name, with blanks, a colon, an equals sign or a bracket between; -1 where there is none. */
    static long after(String text, String name) {
        int at = indexOf(text, name, 0);
        return at < 0 ? -1 : decimal(text, skip(text, at + name.length(), " :=[(#"));
    }

    /** The cookie that a text ends with; 0 where it is not whole, as in a line that is still being written. */
    static long cookie(String text) {
        String word = text.strip();
        int from = word.lastIndexOf(' ') + 1;
        return word.length() - from == 16 && hexEnd(word, from) == word.length()
                ? Long.parseUnsignedLong(word, from, word.length(), 16)
                : 0;
    }

    /** The hexadecimal number behind a name; 0 where there is none. */
    static long hexAfter(String text, String name) {
        int at = indexOf(text, name, 0);
        return at < 0 ? 0 : hex(text, at + name.length());
    }

    private static long hex(String text, int from) {
        int at = skip(text, from, " :=\t");
        if (text.startsWith("0x", at) || text.startsWith("0X", at)) {
            at += 2;
        }
        int end = hexEnd(text, at);
        return end == at || end - at > 16 ? 0 : Long.parseUnsignedLong(text, at, end, 16);
    }

    /** The pointer that names an SA: {@code SA = 0x00144F60}, {@code sa:000F3A30}; 0 where there is none. */
    static long pointer(String text) {
        for (int at = 0; at < text.length() - 2; at++) {
            boolean isSa = (text.charAt(at) | 0x20) == 's'
                    && (text.charAt(at + 1) | 0x20) == 'a'
                    && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
            if (isSa) {
                int sign = skip(text, at + 2, " ");
                if (sign < text.length() && (text.charAt(sign) == ':' || text.charAt(sign) == '=')) {
                    return hex(text, sign);
                }
            }
        }
        return 0;
    }

    /** The address behind a name, such as {@code src = 10.0.0.1.0500}; null where there is none. */
    static @Nullable Endpoint endpoint(String text, String name) {
        int at = indexOf(text, name, 0);
        if (at < 0) {
            return null;
        }
        int from = skip(text, at + name.length(), " :=\t");
        int end = from;
        while (end < text.length() && (isHex(text.charAt(end)) || text.charAt(end) == '.' || text.charAt(end) == ':')) {
            end++;
        }
        while (end > from && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == ':')) {
            end--;
        }
        if (end - from > LONGEST_ADDRESS) {
            return null;
        }
        return endpoint(text.substring(from, end).toLowerCase(Locale.ROOT));
    }

    private static @Nullable Endpoint endpoint(String text) {
        if (text.indexOf(':') >= 0) {
            int dot = text.lastIndexOf('.');
            long port = dot < 0 ? 0 : decimal(text, dot + 1);
            return new Endpoint(dot < 0 ? text : text.substring(0, dot), (int) Math.max(0, Math.min(65_535, port)));
        }
        StringBuilder address = new StringBuilder(15);
        int at = 0;
        for (int i = 0; i < 4; i++) {
            long part = decimal(text, at);
            int end = text.indexOf('.', at);
            end = end < 0 ? text.length() : end;
            boolean isPart = part >= 0 && part <= 255 && end - at <= 3 && (i == 3 || end < text.length());
            if (!isPart) {
                return null;
            }
            address.append(i == 0 ? "" : ".").append(part);
            at = end + 1;
        }
        long port = at < text.length() ? decimal(text, at) : 0;
        return new Endpoint(address.toString(), (int) Math.max(0, Math.min(65_535, port)));
    }

    /** A line without the length of a pre-shared key, which is nobody's business. */
    static String withoutSecret(String text) {
        int secret = indexOf(text, "keylen", 0);
        return secret < 0 ? text : text.substring(0, secret).stripTrailing();
    }
}
