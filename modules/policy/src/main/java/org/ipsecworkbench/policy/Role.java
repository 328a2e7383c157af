package org.ipsecworkbench.policy;

/** What a host's policy makes of it for one flow. */
public enum Role {
    /** Traffic that IPsec never touches: multicast, IKE itself, default exemptions. */
    EXEMPT("exempt"),
    /** No rule matches. */
    NONE("no rule"),
    PERMIT("permits in clear"),
    BLOCK("blocks"),
    RESPOND("responds only"),
    NEGOTIATE("negotiates");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }
}
