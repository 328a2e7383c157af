package org.ipsecworkbench.ike.events;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.ike.isakmp.AddressText;
import org.jspecify.annotations.Nullable;

/** Values that Windows writes as text. What cannot be read is none; nothing here throws for content. */
public final class Values {
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final Pattern COOKIE = Pattern.compile("[0-9a-fA-F]{16}");

    private Values() {}

    /** An address in canonical text; as it is where it is none. */
    public static String address(String text) {
        String plain = text.strip();
        int zone = plain.indexOf('%');
        String address = zone < 0 ? plain : plain.substring(0, zone);
        if (address.indexOf(':') < 0 || !IPV6.matcher(address).matches()) {
            return plain;
        }
        try {
            // Of digits and colons alone: no name is looked up.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return AddressText.of(Bytes.wrap(bytes));
        } catch (UnknownHostException e) {
            return plain;
        }
    }

    /** A number, decimal or hexadecimal behind 0x, with a unit or another form behind it; 0 where there is none. */
    public static long number(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        boolean isHex = plain.startsWith("0x");
        int begin = isHex ? 2 : 0;
        int end = begin;
        while (end < plain.length() && Character.digit(plain.charAt(end), isHex ? 16 : 10) >= 0) {
            end++;
        }
        try {
            return end == begin ? 0 : Long.parseUnsignedLong(plain.substring(begin, end), isHex ? 16 : 10);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Two cookies, 16 hexadecimal digits each; null where the first one is none. */
    public static @Nullable Cookies cookies(String initiator, String responder) {
        if (!COOKIE.matcher(initiator.strip()).matches()) {
            return null;
        }
        boolean isAnswer = COOKIE.matcher(responder.strip()).matches();
        return new Cookies(
                Long.parseUnsignedLong(initiator.strip(), 16),
                isAnswer ? Long.parseUnsignedLong(responder.strip(), 16) : 0);
    }
}
