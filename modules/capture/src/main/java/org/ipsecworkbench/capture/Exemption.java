package org.ipsecworkbench.capture;

/**
 * Why a packet in clear is not held against its hosts: IPsec does not negotiate for it, or Windows exempts it.
 *
 * <p>Only what a packet shows by itself is told here. Exemptions of a policy (domain controllers, boundary hosts) need the
 * policy.
 */
public enum Exemption {
    /** Nothing exempts it: it counts. */
    NONE("counts"),
    /** To a multicast or broadcast address, for which IPsec negotiates nothing. */
    MULTICAST("multicast or broadcast"),
    /** Inside one host, or between link-local addresses of a neighbourhood protocol. */
    LOCAL("loopback or unspecified address"),
    /** Dynamic host configuration: a host without an address cannot negotiate. */
    DHCP("DHCP"),
    /** ICMP, which the default policies permit in clear. */
    ICMP("ICMP");

    private final String label;

    Exemption(String label) {
        this.label = label;
    }

    /** The reason for people, in English. */
    public String label() {
        return label;
    }
}
