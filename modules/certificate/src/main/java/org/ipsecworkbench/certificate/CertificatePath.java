package org.ipsecworkbench.certificate;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The chain of a certificate as the JDK builds it (RFC 5280 section 6) from what is known of a host.
 *
 * @param links from the certificate to the root, as far as they could be built
 * @param outcome whether it holds
 * @param why in words; empty where it is trusted
 */
public record CertificatePath(List<Link> links, Outcome outcome, String why) {
    /** Whether a chain holds. */
    public enum Outcome {
        /** It ends at a root that the host trusts. */
        TRUSTED,
        /** It ends at a root that the host does not trust. */
        UNTRUSTED_ROOT,
        /** An issuer is missing. */
        PARTIAL,
        /** A signature, a constraint or an algorithm forbids it. */
        INVALID,
        /** It leads to a root, but the roots that the host trusts were not read; or the certificate itself is not there. */
        UNKNOWN
    }

    /** Copies the list. */
    public CertificatePath {
        links = List.copyOf(links);
    }

    /**
     * One certificate of the chain.
     *
     * @param revocation whether it was revoked
     * @param revocationWhy in words, with the source
     * @param certificate which one
     */
    public record Link(X509Certificate certificate, Revocation revocation, String revocationWhy) {}

    /** Whether something was revoked. */
    public enum Revocation {
        GOOD("not revoked"),
        REVOKED("revoked"),
        /** No list or answer that holds now is there. */
        UNKNOWN("revocation unknown"),
        /** Nobody can revoke it: it is trusted by itself. */
        NOT_APPLICABLE("trusted by itself");

        private final String label;

        Revocation(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /** Whether any link was revoked. */
    public boolean isRevoked() {
        return links.stream().anyMatch(link -> link.revocation() == Revocation.REVOKED);
    }

    /** Whether it is told of every link that it was not revoked. */
    public boolean isCleared() {
        return !links.isEmpty()
                && links.stream()
                        .allMatch(link ->
                                link.revocation() == Revocation.GOOD || link.revocation() == Revocation.NOT_APPLICABLE);
    }
}
