package org.ipsecworkbench.policy.read;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Binary data of a policy, read from its beginning; numbers are little-endian. Beyond its end every method throws {@link
 * BufferUnderflowException}. For one thread.
 */
final class Octets {
    /** Bytes of a GUID. */
    static final int GUID = 16;

    private final ByteBuffer bytes;

    Octets(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Bytes as {@code hex:0a,1b} of an export or {@code 0A1B} of a query; an odd or foreign character ends them. */
    static byte[] parse(String text) {
        String plain = text.strip().replaceFirst("(?i)^hex(\\([0-9a-f]\\))?:", "");
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.digit(c, 16) >= 0 && c < 0x80) {
                digits.append(c);
            } else if (c != ',' && c != ' ' && c != '\\') {
                break;
            }
        }
        return HexFormat.of().parseHex(digits.substring(0, digits.length() & ~1));
    }

    int remaining() {
        return bytes.remaining();
    }

    int octet() {
        return bytes.get() & 0xff;
    }

    int word() {
        return bytes.getShort() & 0xffff;
    }

    long number() {
        return bytes.getInt() & 0xffff_ffffL;
    }

    byte[] take(long count) {
        if (count > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] taken = new byte[(int) count];
        bytes.get(taken);
        return taken;
    }

    void skip(int count) {
        take(count);
    }

    /** A text in UTF-16 behind its length in bytes, without the NUL at its end. */
    String text() {
        return string(take(number()));
    }

    /** A text in UTF-16 without the NUL at its end. */
    static String string(byte[] utf16) {
        String text = new String(utf16, 0, utf16.length & ~1, StandardCharsets.UTF_16LE);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    /** An address of IPv4, in the order of the network. */
    static String ipv4(byte[] bytes) {
        return (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + "." + (bytes[3] & 0xff);
    }

    /** An address of IPv6, in the order of the network. */
    static String ipv6(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 2) {
            text.append(i == 0 ? "" : ":").append(Integer.toHexString((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff));
        }
        return text.toString();
    }

    /** An identifier as text, lower case without braces. */
    String guid() {
        return String.format(
                        Locale.ROOT,
                        "%08x-%04x-%04x-%s",
                        number(),
                        word(),
                        word(),
                        HexFormat.of().formatHex(take(8)))
                .replaceFirst("(?<=^.{23})", "-");
    }

    /** What stands behind a mark that may be anywhere from here on; the end of the data where it is not. */
    Octets behind(byte[] mark) {
        byte[] rest = Arrays.copyOfRange(bytes.array(), bytes.position(), bytes.limit());
        for (int i = 0; i + mark.length <= rest.length; i++) {
            if (Arrays.equals(rest, i, i + mark.length, mark, 0, mark.length)) {
                return new Octets(Arrays.copyOfRange(rest, i + mark.length, rest.length));
            }
        }
        return new Octets(new byte[0]);
    }
}
