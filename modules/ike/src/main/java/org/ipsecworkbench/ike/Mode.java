package org.ipsecworkbench.ike;

/** The exchange that a negotiation begins with, as far as it was seen. */
public enum Mode {
    /** IKEv1 main mode, which ISAKMP calls identity protection. */
    MAIN("main", "main mode"),
    /** IKEv1 aggressive mode; Windows never begins it. */
    AGGRESSIVE("aggressive", "aggressive mode"),
    /** IKEv1 quick mode: the main mode was before. */
    QUICK("quick", "quick mode"),
    /** The first exchange of IKEv2. */
    IKE_SA_INIT("ike-sa-init", "IKE_SA_INIT"),
    /** The second exchange of IKEv2: the first was not seen. */
    IKE_AUTH("ike-auth", "IKE_AUTH"),
    /** A new child SA, or new keys, of an IKE SA whose beginning was not seen. */
    CREATE_CHILD_SA("create-child-sa", "CREATE_CHILD_SA"),
    /** Notifications and deletes alone. */
    INFORMATIONAL("informational", "informational exchange"),
    /** AuthIP, exchange 243. */
    AUTHIP_MAIN("authip-main", "AuthIP main mode"),
    /** AuthIP, exchange 244. */
    AUTHIP_QUICK("authip-quick", "AuthIP quick mode"),
    /** AuthIP, exchange 245: authenticates the user after the computer. */
    AUTHIP_EXTENDED("authip-extended", "AuthIP extended mode"),
    /** Another exchange, or none was seen. */
    UNKNOWN("unknown", "unknown exchange");

    private final String key;
    private final String label;

    Mode(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The name in the JSON schema {@code ipsecwb/ike/1}; never changes. */
    public String key() {
        return key;
    }

    /** The name for people, to stand inside a sentence. */
    public String label() {
        return label;
    }
}
