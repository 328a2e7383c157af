package org.ipsecworkbench.capture;

/** How a packet counts, in the order in which charts stack it: protected below, clear above, what does not count last. */
public enum Protection {
    /** In ESP, shown to be encrypted. */
    ENCRYPTED("Encrypted"),
    /** Protected against change, but readable. */
    INTEGRITY_ONLY("Integrity only"),
    /** In ESP, encryption not proven. */
    UNPROVEN("ESP, encryption not proven"),
    /** In clear though it counts. */
    CLEAR("In clear"),
    /** Negotiation of keys. */
    KEYING("IKE and keepalive"),
    /** In clear, but exempt. */
    EXEMPT("Exempt or not eligible"),
    /** Not IP, or undecidable. */
    OTHER("Not IP or undecidable");

    private final String label;

    Protection(String label) {
        this.label = label;
    }

    /** The name for people, in English. */
    public String label() {
        return label;
    }
}
