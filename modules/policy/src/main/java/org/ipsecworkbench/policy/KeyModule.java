package org.ipsecworkbench.policy;

/** A protocol that negotiates keys. The bits of each are those of MSFT_NetConSecRule.KeyModule. */
public enum KeyModule {
    IKEV1("IKEv1", 1),
    AUTHIP("AuthIP", 2),
    IKEV2("IKEv2", 4);

    private final String label;
    private final int bit;

    KeyModule(String label, int bit) {
        this.label = label;
        this.bit = bit;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** Its bit in a number of several. */
    public int bit() {
        return bit;
    }
}
