package org.ipsecworkbench.certificate;

import java.util.List;
import org.ipsecworkbench.certificate.describe.Fields;

/**
 * One line of what a certificate says, as the Certificates console of Windows lists it.
 *
 * @param kind where it stands in the certificate
 * @param name as that console calls it; an object identifier where it has no name
 * @param value in one line
 * @param detail in full, with line breaks; the same as the value where there is no more
 */
public record CertificateField(Kind kind, String name, String value, String detail) {
    /** Where a field stands. */
    public enum Kind {
        VERSION_1("Version 1 fields"),
        EXTENSION("Extensions"),
        CRITICAL_EXTENSION("Critical extensions"),
        /** Not in the certificate but said of it: its hash, its private key. */
        PROPERTY("Properties");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** For people, in the plural. */
        public String label() {
            return label;
        }
    }

    /**
     * All fields of a certificate in the order of that console. Never throws for content: an extension that cannot be decoded is
     * shown in hex. Of a listing only what it has.
     */
    public static List<CertificateField> of(StoredCertificate certificate, CertificateLimits limits) {
        return Fields.of(certificate, limits);
    }
}
