package org.ipsecworkbench.capture.filter;

import java.util.SplittableRandom;

/** Writes filters at random, with values that occur in the lab captures. The same seed gives the same filters. */
final class RandomFilters {
    private static final String[] PROTOCOLS = {
        "esp",
        "ah",
        "isakmp",
        "ip",
        "ipv6",
        "arp",
        "icmp",
        "icmpv6",
        "tcp",
        "udp",
        "ipcomp",
        "vlan",
        "dns",
        "dhcp",
        "kerberos",
        "smb"
    };
    private static final String[] ADDRESSES = {
        "10.10.1.11",
        "10.10.1.12",
        "10.10.1.0/24",
        "10.10.0.0/16",
        "10.0.0.0/8",
        "192.168.0.0/16",
        "0.0.0.0/0",
        "224.0.0.0/4"
    };
    private static final String[] SIXES = {"fe80::/10", "fd00::/8", "2001:db8::/32", "ff02::1", "::/0"};
    private static final String[] PORTS = {"88", "445", "500", "4500", "53", "80", "49152", "0"};
    private static final String[] SMALL = {"0", "1", "2", "8", "17", "50", "51", "6", "32", "34", "128", "135"};
    private static final String[] SIZES = {"42", "60", "98", "118", "200", "590", "1000", "1514"};
    private static final String[] SPIS = {"0x1000", "0x80000000", "0xc0000000", "0xffffffff", "0"};
    private static final String[] SIGNS = {"==", "!=", "<", ">", "<=", ">=", "===", "!=="};
    private static final String[] EQUALS = {"==", "!=", "===", "!=="};

    private final SplittableRandom random;

    RandomFilters(long seed) {
        random = new SplittableRandom(seed);
    }

    String next() {
        return next(random.nextInt(4));
    }

    private String next(int depth) {
        if (depth == 0) {
            return term();
        }
        return switch (random.nextInt(4)) {
            case 0 -> "not (" + next(depth - 1) + ")";
            case 1 -> next(depth - 1) + " and " + next(depth - 1);
            case 2 -> "(" + next(depth - 1) + ") or " + next(depth - 1);
            default -> "(" + next(depth - 1) + ") and not " + term();
        };
    }

    private String term() {
        if (random.nextInt(4) == 0) {
            return any(PROTOCOLS);
        }
        Field field = Field.named().get(random.nextInt(Field.named().size()));
        String key = field.key();
        if (field.kind() == Kind.PAIR) {
            return key + (random.nextBoolean() ? " == " : " != ") + any(ADDRESSES) + "," + any(ADDRESSES);
        }
        if (random.nextInt(8) == 0 && field.kind() != Kind.FLAG) {
            return key;
        }
        if (random.nextInt(6) == 0) {
            return key + (random.nextBoolean() ? " in {" : " not in {") + value(field) + ", " + value(field) + "}";
        }
        String value = value(field);
        boolean ordered = field.kind().isOrdered() && !value.contains("/");
        return key + " " + any(ordered ? SIGNS : EQUALS) + " " + value;
    }

    private String value(Field field) {
        return switch (field.kind()) {
            case NUMBER ->
                field.key().contains("port")
                        ? any(PORTS)
                        : field.max() > 0xffff ? field.key().contains("spi") ? any(SPIS) : any(SIZES) : any(SMALL);
            case SECONDS -> random.nextInt(-1, 12) + "." + random.nextInt(1000);
            case IPV4 -> any(ADDRESSES);
            case IPV6 -> any(SIXES);
            case ADDRESS, PAIR -> random.nextBoolean() ? any(ADDRESSES) : any(SIXES);
            case MAC -> random.nextBoolean() ? "00:15:5d:00:00:01" : "ff:ff:ff:ff:ff:ff";
            case COOKIE -> "0000000000000000";
            case FLAG -> random.nextBoolean() ? "1" : "0";
            case TRAFFIC_CLASS -> any(Suggestions.classes().toArray(new String[0]));
            case PROTECTION -> any(Suggestions.protections().toArray(new String[0]));
        };
    }

    private String any(String[] choice) {
        return choice[random.nextInt(choice.length)];
    }
}
