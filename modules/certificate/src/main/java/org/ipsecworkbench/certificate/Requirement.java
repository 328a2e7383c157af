package org.ipsecworkbench.certificate;

import java.util.List;
import java.util.Locale;

/**
 * What a rule asks of a certificate. What is empty is not asked.
 *
 * @param authority distinguished name of the authority that must have issued it, over others if need be
 * @param isIntermediate whether that authority may be below the root ({@code catype:intermediate})
 * @param purposes extended key usages that all must be named ({@code certeku})
 * @param thumbprint of the one certificate that counts ({@code certhash}), lower-case hex
 * @param followsRenewal whether a renewed certificate takes the place of that one
 * @param signing which kind of signature
 * @param identity a name that the certificate must have, as subject or alternative name ({@code certname})
 * @param isMapped whether the certificate is to lead to an account of the domain ({@code certmapping})
 */
public record Requirement(
        String authority,
        boolean isIntermediate,
        List<String> purposes,
        String thumbprint,
        boolean followsRenewal,
        Signing signing,
        String identity,
        boolean isMapped) {
    /** Nothing in particular. */
    public static final Requirement ANY = of("");

    /** Copies the list. */
    public Requirement {
        purposes = List.copyOf(purposes);
    }

    /** Which kind of signature, as rules name it. */
    public enum Signing {
        ANY("", 0),
        RSA("RSA", 0),
        ECDSA_P256("EC", 256),
        ECDSA_P384("EC", 384);

        private final String algorithm;
        private final int bits;

        Signing(String algorithm, int bits) {
            this.algorithm = algorithm;
            this.bits = bits;
        }

        /** Name of the key's algorithm; empty for any. */
        public String algorithm() {
            return algorithm;
        }

        /** Length of the key; 0 for any. */
        public int bits() {
            return bits;
        }

        /** The kind in a method such as {@code ComputerCertECDSAP256}. */
        public static Signing named(String method) {
            String plain = method.toLowerCase(Locale.ROOT);
            return plain.contains("ecdsap256") ? ECDSA_P256 : plain.contains("ecdsap384") ? ECDSA_P384 : ANY;
        }
    }

    /** A certificate of an authority, and nothing more. */
    public static Requirement of(String authority) {
        return new Requirement(authority, false, List.of(), "", false, Signing.ANY, "", false);
    }

    /** What to call the authority. */
    public String authorityLabel() {
        return authority.isEmpty() ? "any authority" : DistinguishedNames.label(authority);
    }
}
