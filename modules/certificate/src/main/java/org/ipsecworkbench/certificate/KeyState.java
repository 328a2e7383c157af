package org.ipsecworkbench.certificate;

/** Whether the owner of a certificate has its private key. */
public enum KeyState {
    PRESENT("private key present"),
    /** The certificate names a key that cannot be opened. */
    UNUSABLE("private key cannot be used"),
    /** Using it needs somebody to confirm or to enter a PIN, which a service cannot. */
    PROTECTED("private key asks for consent"),
    ABSENT("no private key"),
    /** The source does not say. */
    UNKNOWN("not told whether there is a private key");

    private final String label;

    KeyState(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }
}
