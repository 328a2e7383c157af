package org.ipsecworkbench.ike.isakmp;

import java.nio.charset.StandardCharsets;
import javax.security.auth.x500.X500Principal;
import org.ipsecworkbench.ike.Bytes;

/** Texts that messages carry, made fit to be shown. */
final class Texts {
    /** Longer names are of no use to people, and a name fills a line. */
    private static final int MAX_LENGTH = 1000;

    private Texts() {}

    /** UTF-8, of which ASCII is a part; control characters become {@code \xNN}. */
    static String utf8(Bytes bytes) {
        return printable(new String(
                bytes.slice(0, Math.min(bytes.length(), MAX_LENGTH)).toArray(), StandardCharsets.UTF_8));
    }

    /** UTF-16, little endian as Windows has it in its memory. */
    static String utf16(Bytes bytes) {
        Bytes some = bytes.slice(0, Math.min(bytes.length(), 2 * MAX_LENGTH));
        String text = new String(some.toArray(), StandardCharsets.UTF_16LE);
        int zero = text.indexOf(0);
        return printable(zero < 0 ? text : text.substring(0, zero));
    }

    private static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                shown.append(String.format("\\x%02x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** An X.500 name in DER by RFC 2253; hex where it is none. */
    static String distinguishedName(Bytes der) {
        try {
            return printable(new X500Principal(der.toArray()).getName());
        } catch (IllegalArgumentException e) {
            // Not a name: the bytes are shown as they are.
            return der.hex();
        }
    }
}
