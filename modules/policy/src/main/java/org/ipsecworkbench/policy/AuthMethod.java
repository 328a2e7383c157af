package org.ipsecworkbench.policy;

/**
 * A way for a host or its user to prove who it is.
 *
 * @param kind which way
 * @param detail of a certificate the CA, else empty
 * @param keyDigest of a pre-shared key, by {@link KeyDigests}; empty where the key was not read
 * @param criteria of a certificate, else {@link CertificateCriteria#NONE}
 * @param place where it stands
 */
public record AuthMethod(Kind kind, String detail, String keyDigest, CertificateCriteria criteria, Place place) {
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

        /** Whether it is a certificate of some kind. */
        public boolean isCertificate() {
            return this == CERTIFICATE || this == HEALTH_CERTIFICATE || this == USER_CERTIFICATE;
        }
    }

    /** The same at another place. */
    public AuthMethod at(Place elsewhere) {
        return new AuthMethod(kind, detail, keyDigest, criteria, elsewhere);
    }

    /** The same with a key that was not read. */
    public AuthMethod withoutKey() {
        return new AuthMethod(kind, detail, "", criteria, place);
    }

    /** For people: {@code certificate (computer) of CN=Root, thumbprint 0a1b}. */
    public String label() {
        String asked = criteria.label();
        return kind.label() + (detail.isEmpty() ? "" : " of " + detail) + (asked.isEmpty() ? "" : ", " + asked);
    }
}
