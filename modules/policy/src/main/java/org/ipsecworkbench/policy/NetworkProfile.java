package org.ipsecworkbench.policy;

/** The firewall profile of a network. */
public enum NetworkProfile {
    /** A network where the host reaches its domain controller. */
    DOMAIN,
    /** A network that somebody called private. */
    PRIVATE,
    /** Any other. */
    PUBLIC
}
