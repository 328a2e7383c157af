package org.ipsecworkbench.lab.model;

import java.util.Locale;

/**
 * A range of IPv4 addresses as rules and filters name it: {@code any}, {@code me}, an address, {@code a.b.c.d/24} or
 * {@code a.b.c.d-e.f.g.h}.
 */
public record Endpoint(String text, long first, long last) {

    public static final Endpoint ANY = new Endpoint("Any", 0, 0xffff_ffffL);

    /** The host that has the filter; what it stands for is known only there. */
    public static final Endpoint ME = new Endpoint("Me", -1, -1);

    /** Whether this holds an address, on the host that has the other one. */
    public boolean contains(long address, long me) {
        return equals(ME) ? address == me : first <= address && address <= last;
    }

    /** How many addresses it holds: the fewer, the more specific. */
    public long size() {
        return equals(ME) ? 1 : last - first + 1;
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
            int bits = number(plain.substring(slash + 1), 32);
            long address = address(plain.substring(0, slash));
            long size = 1L << (32 - bits);
            long first = address / size * size;
            return new Endpoint(plain, first, first + size - 1);
        }
        int dash = plain.indexOf('-');
        if (dash >= 0) {
            long first = address(plain.substring(0, dash));
            long last = address(plain.substring(dash + 1));
            if (first > last) {
                throw new IllegalArgumentException("no range of addresses: " + text);
            }
            return new Endpoint(plain, first, last);
        }
        long address = address(plain);
        return new Endpoint(plain, address, address);
    }

    /** The number of an IPv4 address in its usual form. */
    public static long address(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("no IPv4 address: " + text);
        }
        long address = 0;
        for (String part : parts) {
            address = address << 8 | number(part, 255);
        }
        return address;
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
