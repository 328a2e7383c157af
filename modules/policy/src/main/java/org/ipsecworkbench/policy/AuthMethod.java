package org.ipsecworkbench.policy;

/**
 * A way for a host or its user to prove who it is.
 *
 * @param kind which way
 * @param detail of a certificate the CA, else empty
 * @param keyDigest of a pre-shared key, by {@link KeyDigests}; empty where the key was not read
 * @param place where it stands
 */
public record AuthMethod(Kind kind, String detail, String keyDigest, Place place) {
    /** Which way. */
    public enum Kind {
        KERBEROS("Kerberos (computer)"),
        NTLM("NTLM (computer)"),
        CERTIFICATE("certificate (computer)"),
        HEALTH_CERTIFICATE("health certificate"),
        PRESHARED_KEY("pre-shared key"),
        USER_KERBEROS("Kerberos (user)"),
        USER_NTLM("NTLM (user)"),
        USER_CERTIFICATE("certificate (user)"),
        ANONYMOUS("anonymous"),
        UNKNOWN("unknown");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /** For people: {@code certificate (computer) of CN=Root}. */
    public String label() {
        return kind.label() + (detail.isEmpty() ? "" : " of " + detail);
    }
}
