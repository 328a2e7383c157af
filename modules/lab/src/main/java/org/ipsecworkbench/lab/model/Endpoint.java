package org.ipsecworkbench.lab.model;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * A range of addresses as rules and filters name it: {@code any}, {@code me}, an address, {@code a.b.c.d/24} or
 * {@code a.b.c.d-e.f.g.h}, and the same of IPv6.
 *
 * @param first as a number of 128 bits; IPv4 addresses are those that IPv6 maps them to (RFC 4291, 2.5.5.2)
 */
public record Endpoint(String text, BigInteger first, BigInteger last) {
    private static final BigInteger MAPPED = BigInteger.valueOf(0xffff_0000_0000L);
    private static final int BITS = 128;
    private static final int BITS_OF_4 = 32;
    private static final BigInteger NONE = BigInteger.ONE.negate();

    public static final Endpoint ANY =
            new Endpoint("Any", BigInteger.ZERO, BigInteger.ONE.shiftLeft(BITS).subtract(BigInteger.ONE));

    /** The host that has the filter; what it stands for is known only there. */
    public static final Endpoint ME = new Endpoint("Me", NONE, NONE);

    /** Whether this holds an address, on the host that has the other one. */
    public boolean contains(BigInteger address, BigInteger me) {
        return equals(ME) ? address.equals(me) : first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
    }

    /** How many addresses it holds: the fewer, the more specific. */
    public double size() {
        return equals(ME) ? 1 : last.subtract(first).add(BigInteger.ONE).doubleValue();
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is of none of these forms
     */
    public static Endpoint parse(String text) {
        String plain = text.trim().toLowerCase(Locale.ROOT);
        if (plain.equals("any")) {
            return ANY;
        }
        if (plain.equals("me")) {
            return ME;
        }
        int slash = plain.indexOf('/');
        if (slash >= 0) {
            BigInteger address = address(plain.substring(0, slash));
            int size = isSix(plain) ? BITS : BITS_OF_4;
            int free = size - number(plain.substring(slash + 1), size);
            BigInteger first = address.shiftRight(free).shiftLeft(free);
            return new Endpoint(
                    plain, first, first.add(BigInteger.ONE.shiftLeft(free)).subtract(BigInteger.ONE));
        }
        int dash = plain.indexOf('-');
        if (dash >= 0) {
            BigInteger first = address(plain.substring(0, dash));
            BigInteger last = address(plain.substring(dash + 1));
            if (first.compareTo(last) > 0 || isSix(plain.substring(0, dash)) != isSix(plain.substring(dash + 1))) {
                throw new IllegalArgumentException("no range of addresses: " + text);
            }
            return new Endpoint(plain, first, last);
        }
        BigInteger address = address(plain);
        return new Endpoint(plain, address, address);
    }

    /** Whether an address in its usual form, or a range that begins with one, is of IPv6. */
    public static boolean isSix(String text) {
        return text.indexOf(':') >= 0;
    }

    /**
     * The number of an address in its usual form.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static BigInteger address(String text) {
        if (isSix(text)) {
            return six(text);
        }
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("no address: " + text);
        }
        long address = 0;
        for (String part : parts) {
            address = address << 8 | number(part, 255);
        }
        return MAPPED.add(BigInteger.valueOf(address));
    }

    /** The length of the prefix that a mask of IPv4 stands for. */
    public static int prefix(String mask) {
        return address(mask).subtract(MAPPED).bitCount();
    }

    private static BigInteger six(String text) {
        // With a colon in it nothing is looked up.
        if (text.length() > 45 || !text.matches("[0-9a-fA-F:.]+")) {
            throw new IllegalArgumentException("no address: " + text);
        }
        try {
            byte[] bytes = InetAddress.getByName(text).getAddress();
            BigInteger number = new BigInteger(1, bytes);
            return bytes.length == 4 ? MAPPED.add(number) : number;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address: " + text, e);
        }
    }

    private static int number(String text, int limit) {
        if (text.isEmpty() || text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("no number: " + text);
        }
        int number = Integer.parseInt(text);
        if (number > limit) {
            throw new IllegalArgumentException("too large a number: " + text);
        }
        return number;
    }
}
