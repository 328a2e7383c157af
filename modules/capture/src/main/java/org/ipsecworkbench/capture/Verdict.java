package org.ipsecworkbench.capture;

/** What a capture says about the protection of a host pair, or of everything in it. */
public enum Verdict {
    /** Everything that counts is ESP, and nothing in it could be read. */
    ENCRYPTED("encrypted", "Encrypted"),
    /** Everything that counts is protected against change, but can be read: ESP-NULL or AH. */
    INTEGRITY_ONLY("integrity-only", "Integrity only: readable on the wire"),
    /** Everything that counts is ESP; whether it is encrypted cannot be told. */
    PROTECTED_UNKNOWN("protected-unknown", "Protected; encryption not proven"),
    /** Some is protected and some is not. */
    MIXED("mixed", "Partly in clear"),
    /** Next to nothing is protected. */
    CLEAR("clear", "In clear: not protected"),
    /** The hosts authenticate each other and then talk in clear by design. */
    AUTHENTICATED_ONLY("authenticated-only", "Authenticated, then in clear by design"),
    /** Too few packets that count. */
    INSUFFICIENT("insufficient", "Not enough traffic to tell"),
    /** There is traffic, but it cannot be judged from this capture. */
    INCONCLUSIVE("inconclusive", "Cannot be told from this capture");

    private final String key;
    private final String label;

    Verdict(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The name in the JSON schema {@code ipsecwb/coverage/1}; never changes. */
    public String key() {
        return key;
    }

    /** The verdict in words for people, in English. */
    public String label() {
        return label;
    }

    /** Whether somebody has to act or look closer. */
    public boolean needsAttention() {
        return this != ENCRYPTED;
    }
}
