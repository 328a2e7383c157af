package org.ipsecworkbench.certificate;

/** Whose store a certificate is in, or which other source it is from. IKE uses those of the computer alone. */
public enum StoreLocation {
    COMPUTER("the computer's store", true, ""),
    ENTERPRISE("the store that the domain fills", true, ""),
    GROUP_POLICY("the store that group policy fills", true, ""),
    /** A listing of certutil whose command line is not there. */
    UNSTATED("a store, taken for the computer's", true, ""),
    USER("a user's store", false, "It is in the store of a user. IKE runs as the computer and does not look there."),
    SERVICE(
            "a service's store",
            false,
            "It is in the store of a service. IKE looks only in the store of the computer."),
    FILE("a file", false, "It is in a file, not in a store of the computer, so IKE does not know it."),
    WIRE("an IKE message", false, "It was seen in an IKE message; that tells nothing of the store that it came from.");

    private final String label;
    private final boolean counts;
    private final String whyNot;

    StoreLocation(String label, boolean counts, String whyNot) {
        this.label = label;
        this.counts = counts;
        this.whyNot = whyNot;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** Whether IKE looks there. */
    public boolean counts() {
        return counts;
    }

    /** Why it does not count, as a sentence; empty where it does. */
    public String whyNot() {
        return whyNot;
    }
}
