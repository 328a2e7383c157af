package org.ipsecworkbench.workbench;

import java.util.Comparator;

/** Orders addresses by their numbers: 10.0.0.9 before 10.0.0.10, IPv4 before IPv6. */
public final class Addresses implements Comparator<String> {
    @Override
    public int compare(String one, String other) {
        boolean v6 = one.indexOf(':') >= 0;
        if (v6 != other.indexOf(':') >= 0) {
            return v6 ? 1 : -1;
        }
        return v6 ? one.compareTo(other) : Long.compare(number(one), number(other));
    }

    private static long number(String dotted) {
        long number = 0;
        long part = 0;
        for (int i = 0; i < dotted.length(); i++) {
            char c = dotted.charAt(i);
            if (c == '.') {
                number = number << 8 | part;
                part = 0;
            } else {
                part = part * 10 + Character.digit(c, 10);
            }
        }
        return number << 8 | part;
    }
}
