package org.ipsecworkbench.capture.filter;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import org.ipsecworkbench.capture.decode.Frame;

/** Reads addresses and networks in CIDR notation. Names are never looked up. */
final class Networks {
    private static final Pattern FOUR = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final Pattern PREFIX = Pattern.compile("[0-9]{1,3}");

    private Networks() {}

    static boolean looksLikeFour(String text) {
        return FOUR.matcher(text).matches();
    }

    static boolean looksLikeSix(String text) {
        return SIX.matcher(text).matches() && text.indexOf(':') != text.lastIndexOf(':');
    }

    /** The addresses of one address or network; bits behind the prefix do not count. */
    static Range of(Field field, Token token) throws FilterException {
        String text = token.text();
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        boolean four = looksLikeFour(address);
        if (!four && !looksLikeSix(address)) {
            throw Values.wrong(field, token);
        }
        if (four && field.kind() == Kind.IPV6 || !four && field.kind() == Kind.IPV4) {
            throw new FilterException(
                    token,
                    "'" + text + "' is an IPv" + (four ? 4 : 6) + " address: write "
                            + field.key().replaceFirst("^ip(v6)?", four ? "ip" : "ipv6")
                            + " or host.");
        }
        long[] bits = four ? four(address) : six(address);
        if (bits.length == 0) {
            throw Values.wrong(field, token);
        }
        int max = four ? 32 : 128;
        int prefix = max;
        if (slash >= 0) {
            String digits = text.substring(slash + 1);
            prefix = PREFIX.matcher(digits).matches() ? Integer.parseInt(digits) : max + 1;
            if (prefix > max) {
                throw new FilterException(token, "Behind the slash stand 0 to " + max + " bits.");
            }
        }
        return network(bits[0], bits[1], four ? 96 + prefix : prefix);
    }

    private static Range network(long high, long low, int prefix) {
        // Shifts by 64 do nothing in Java, so the ends of each half are told apart.
        long highMask = prefix >= 64 ? -1 : prefix == 0 ? 0 : -1L << 64 - prefix;
        long lowMask = prefix <= 64 ? 0 : -1L << 128 - prefix;
        return new Range(high & highMask, low & lowMask, high | ~highMask, low | ~lowMask);
    }

    /** High and low half; empty where it is no address. */
    private static long[] four(String address) {
        long bits = 0;
        for (String part : address.split("\\.", -1)) {
            int value = Integer.parseInt(part);
            if (value > 255) {
                return new long[0];
            }
            bits = bits << 8 | value;
        }
        return new long[] {0, Frame.IPV4 | bits};
    }

    private static long[] six(String address) {
        try {
            // Text with two colons is never taken for a name, so nothing is asked of the network.
            ByteBuffer bytes = ByteBuffer.wrap(InetAddress.getByName(address).getAddress());
            return bytes.capacity() == 16
                    ? new long[] {bytes.getLong(), bytes.getLong()}
                    : new long[] {0, Frame.IPV4 | bytes.getInt() & 0xffffffffL};
        } catch (UnknownHostException e) {
            return new long[0];
        }
    }
}
