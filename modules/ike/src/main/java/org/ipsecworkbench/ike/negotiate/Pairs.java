package org.ipsecworkbench.ike.negotiate;

/** Names of two hosts without an order. */
final class Pairs {
    private Pairs() {}

    static String name(String one, String other) {
        return one.compareTo(other) <= 0 ? one + " " + other : other + " " + one;
    }
}
