package org.ipsecworkbench.ike;

/** The protocol that negotiates; Windows calls it the keying module. */
public enum KeyModule {
    /** ISAKMP with the Internet Key Exchange, RFC 2407 to 2409. */
    IKEV1("1.0", "IKEv1"),
    /** RFC 7296. */
    IKEV2("2.0", "IKEv2"),
    /** Microsoft's Authenticated IP: ISAKMP 1.0 with the exchange types 243 to 246 (MS-AIPS). */
    AUTHIP("1.0", "AuthIP"),
    /** Not told by what was seen. */
    UNKNOWN("", "IKE");

    private final String version;
    private final String label;

    KeyModule(String version, String label) {
        this.version = version;
        this.label = label;
    }

    /** The version that its headers carry, such as {@code 2.0}; empty where it is not known. */
    public String version() {
        return version;
    }

    /** The name for people. */
    public String label() {
        return label;
    }
}
