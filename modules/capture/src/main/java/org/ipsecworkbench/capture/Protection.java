package org.ipsecworkbench.capture;

/** How a packet counts, in the order in which charts stack it: protected below, clear above, what does not count last. */
public enum Protection {
    /** In ESP, shown to be encrypted. */
    ENCRYPTED("encrypted", "Encrypted"),
    /** Protected against change, but readable. */
    INTEGRITY_ONLY("integrity-only", "Integrity only"),
    /** In ESP, encryption not proven. */
    UNPROVEN("unproven", "ESP, encryption not proven"),
    /** In clear though it counts. */
    CLEAR("clear", "In clear"),
    /** Negotiation of keys. */
    KEYING("keying", "IKE and keepalive"),
    /** In clear, but exempt. */
    EXEMPT("exempt", "Exempt or not eligible"),
    /** Not IP, or undecidable. */
    OTHER("other", "Not IP or undecidable");

    private final String key;
    private final String label;

    Protection(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The name in JSON and filters; never changes. */
    public String key() {
        return key;
    }

    /** The name for people, in English. */
    public String label() {
        return label;
    }
}
