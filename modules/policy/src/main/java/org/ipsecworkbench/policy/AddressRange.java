package org.ipsecworkbench.policy;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * IP addresses from one to another, both included and of one family.
 *
 * @param bits 32 or 128
 * @param first lowest address as a number
 * @param last highest one
 */
public record AddressRange(int bits, BigInteger first, BigInteger last) {
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final int MAX_LITERAL = 45;
    private static final int IPV4 = 32;

    /**
     * {@code 10.0.0.1}, {@code 10.0.0.0/8}, {@code 10.0.0.0/255.0.0.0}, {@code 10.0.0.1-10.0.0.9}, and the same of IPv6;
     * null for anything else. No name is ever resolved.
     */
    public static @Nullable AddressRange parse(String text) {
        String plain = text.strip();
        int dash = plain.indexOf('-');
        if (dash > 0) {
            return between(single(plain.substring(0, dash)), single(plain.substring(dash + 1)));
        }
        int slash = plain.indexOf('/');
        if (slash < 0) {
            return single(plain);
        }
        AddressRange base = single(plain.substring(0, slash));
        return base == null ? null : base.masked(plain.substring(slash + 1).strip());
    }

    private static @Nullable AddressRange single(String text) {
        String plain = text.strip();
        int zone = plain.indexOf('%');
        String literal = zone < 0 ? plain : plain.substring(0, zone);
        if (literal.length() > MAX_LITERAL || !LITERAL.matcher(literal).matches()) {
            return null;
        }
        try {
            byte[] address = InetAddress.getByName(literal).getAddress();
            BigInteger number = new BigInteger(1, address);
            return new AddressRange(address.length * 8, number, number);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static @Nullable AddressRange between(@Nullable AddressRange from, @Nullable AddressRange to) {
        if (from == null || to == null || from.bits != to.bits || from.first.compareTo(to.first) > 0) {
            return null;
        }
        return new AddressRange(from.bits, from.first, to.first);
    }

    private @Nullable AddressRange masked(String mask) {
        int prefix;
        if (mask.matches("\\d{1,3}")) {
            prefix = Integer.parseInt(mask);
        } else {
            AddressRange numbers = single(mask);
            if (numbers == null || numbers.bits != bits) {
                return null;
            }
            prefix = numbers.first.bitCount();
            if (!numbers.first.equals(ones(prefix).shiftLeft(bits - prefix))) {
                return null;
            }
        }
        if (prefix > bits) {
            return null;
        }
        BigInteger host = ones(bits - prefix);
        return new AddressRange(bits, first.andNot(host), first.or(host));
    }

    private static BigInteger ones(int count) {
        return BigInteger.ONE.shiftLeft(count).subtract(BigInteger.ONE);
    }

    /** Whether all of another range lies in this one. */
    public boolean contains(AddressRange other) {
        return bits == other.bits && first.compareTo(other.first) <= 0 && last.compareTo(other.last) >= 0;
    }

    /** Leading bits that all its addresses share, scaled to 32, so that families can be compared. */
    public int specificity() {
        return (bits - first.xor(last).bitLength()) * IPV4 / bits;
    }

    /** Whether it is one unicast address that IPsec can protect: no multicast, broadcast or loopback one. */
    public boolean isUnicast() {
        int high = first.shiftRight(bits - 8).intValue();
        if (bits == IPV4) {
            return high != 127 && high < 224 && high != 0;
        }
        return high != 0xff && first.compareTo(BigInteger.ONE) > 0;
    }

    /** Canonical text: an address, or two with a dash. */
    public String text() {
        return first.equals(last) ? text(first) : text(first) + "-" + text(last);
    }

    private String text(BigInteger number) {
        if (bits == IPV4) {
            long value = number.longValue();
            return (value >> 24) + "." + (value >> 16 & 255) + "." + (value >> 8 & 255) + "." + (value & 255);
        }
        return Ipv6Text.of(number).toLowerCase(Locale.ROOT);
    }
}
