package org.ipsecworkbench.policy;

import java.util.Locale;
import java.util.Map;

/** IP protocol numbers by the names that netsh takes (IANA, Assigned Internet Protocol Numbers). */
public final class Protocols {
    private static final Map<String, Integer> NUMBERS =
            Map.of("any", -1, "icmp", 1, "icmpv4", 1, "tcp", 6, "udp", 17, "icmpv6", 58, "gre", 47, "raw", 255);

    private static final int MAX = 255;
    private static final int UNREADABLE = -2;

    private Protocols() {}

    /** The number; -1 for every protocol, -2 for what is no protocol. */
    public static int number(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        int colon = plain.indexOf(':');
        if (colon > 0) {
            plain = plain.substring(0, colon);
        }
        if (plain.matches("\\d{1,3}")) {
            int number = Integer.parseInt(plain);
            return number > MAX ? UNREADABLE : number;
        }
        return NUMBERS.getOrDefault(plain, UNREADABLE);
    }

    /** For people. */
    public static String name(int number) {
        return switch (number) {
            case -1 -> "any";
            case 1 -> "ICMP";
            case 6 -> "TCP";
            case 17 -> "UDP";
            case 58 -> "ICMPv6";
            default -> String.valueOf(number);
        };
    }
}
