package org.ipsecworkbench.policy;

/** How much a rule asks for IPsec in one direction. */
public enum Demand {
    /** Clear is fine and nothing is negotiated. */
    NONE,
    /** IPsec where the peer can, else clear. */
    REQUEST,
    /** IPsec or nothing. */
    REQUIRE
}
