package org.ipsecworkbench.capture.detail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.ipsecworkbench.capture.judge.Addresses;

/** Values as people read them. */
final class Words {
    /** So many characters of a text are shown. */
    static final int MAX_TEXT = 256;
    /** So many bytes are shown in hexadecimal; the bytes themselves stand beside the tree. */
    static final int MAX_HEX = 32;

    private Words() {}

    static String bytes(long count) {
        return count(count, "byte");
    }

    static String count(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    static String hex(long value, int digits) {
        String text = Long.toHexString(value);
        return "0x" + "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    /** Bytes one after the other, the first ones of many. */
    static String hex(Layer layer, int from, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(count, MAX_HEX); i++) {
            text.append(String.format(Locale.ROOT, "%02x", layer.byteAt(from + i)));
        }
        return count > MAX_HEX ? text + "… (" + bytes(count) + ")" : text.toString();
    }

    /** Six bytes with colons. */
    static String mac(long value) {
        StringBuilder text = new StringBuilder(17);
        for (int shift = 40; shift >= 0; shift -= 8) {
            text.append(String.format(Locale.ROOT, shift == 0 ? "%02x" : "%02x:", value >>> shift & 0xff));
        }
        return text.toString();
    }

    static String ipv4(long value) {
        return Addresses.text(0, 0xffff_0000_0000L | value & 0xffffffffL);
    }

    static String ipv6(long high, long low) {
        if (high == 0 && low >>> 32 == 0xffff) {
            return "::ffff:" + ipv4(low);
        }
        String text = Addresses.text(high, low);
        return text.isEmpty() ? "::" : text;
    }

    /** UTF-8 without what could disturb a line: control characters become their number. */
    static String text(byte[] bytes) {
        String all = new String(bytes, StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all.length() && text.length() < MAX_TEXT; i++) {
            char c = all.charAt(i);
            boolean odd = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || c == '\ufffd';
            text.append(odd ? "\\x" + String.format(Locale.ROOT, "%02x", (int) c) : String.valueOf(c));
        }
        return all.length() > MAX_TEXT ? text + "…" : text.toString();
    }

    /** The names of the bits that are set, from the lowest. */
    static String flags(long bits, String... names) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            if ((bits >>> i & 1) != 0 && !names[i].isEmpty()) {
                text.append(text.length() == 0 ? "" : ", ").append(names[i]);
            }
        }
        return text.toString();
    }

    /** A number with words behind it in brackets, or without. */
    static String with(String number, String words) {
        return words.isEmpty() ? number : number + " (" + words + ")";
    }
}
