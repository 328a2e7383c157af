package org.ipsecworkbench.capture.filter;

/** What sort of value a field has, which says how it is written. */
enum Kind {
    NUMBER("a number, such as 1500 or 0x5dc", true),
    SECONDS("seconds, such as 1.5", true),
    IPV4("an IPv4 address or network, such as 10.0.0.1 or 10.0.0.0/8", true),
    IPV6("an IPv6 address or network, such as fe80::1 or 2001:db8::/32", true),
    ADDRESS("an address or network, such as 10.0.0.1, 10.0.0.0/8 or fe80::1", false),
    PAIR("two addresses or networks with a comma between them, such as 10.0.0.1,10.0.0.2", false),
    MAC("an Ethernet address, such as 00:15:5d:00:00:01", true),
    COOKIE("16 hexadecimal digits, such as 0123456789abcdef", false),
    FLAG("1 or 0", false),
    TRAFFIC_CLASS("a class, such as esp-udp or clear", false),
    PROTECTION("one of encrypted, integrity-only, unproven, clear, keying, exempt, other", false);

    private final String form;
    private final boolean ordered;

    Kind(String form, boolean ordered) {
        this.form = form;
        this.ordered = ordered;
    }

    /** How a value is written, in words. */
    String form() {
        return form;
    }

    /** Whether one value can be less than another. */
    boolean isOrdered() {
        return ordered;
    }
}
