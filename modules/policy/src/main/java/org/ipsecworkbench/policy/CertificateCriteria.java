package org.ipsecworkbench.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * What a method asks of a certificate beside its authority (documentation of {@code netsh advfirewall consec add rule},
 * MSFT_NetIKECertAuthProposal, [MS-FASP] 2.2.59 and 2.2.61). What is empty is not asked.
 *
 * @param signing which kind of signature
 * @param isIntermediate whether the authority may be below the root ({@code catype})
 * @param isMapped whether the certificate is to lead to an account of the domain ({@code certmapping})
 * @param isAuthorityHidden whether requests for certificates leave the name of the authority out ({@code excludecaname})
 * @param purposes object identifiers of extended key usages that all must be named ({@code certeku})
 * @param thumbprint of the one certificate that counts ({@code certhash}), lower-case hex without blanks
 * @param followsRenewal whether a renewed certificate takes the place of that one ({@code followrenewal})
 * @param nameType which of its names has to be {@code name} ({@code certnametype})
 * @param name that the certificate must have ({@code certname})
 * @param use for which certificates thumbprint, purposes and name count ({@code certcriteriatype})
 */
public record CertificateCriteria(
        Signing signing,
        boolean isIntermediate,
        boolean isMapped,
        boolean isAuthorityHidden,
        List<String> purposes,
        String thumbprint,
        boolean followsRenewal,
        NameType nameType,
        String name,
        Use use) {
    /** Nothing is asked. */
    public static final CertificateCriteria NONE = new CertificateCriteria(
            Signing.UNSAID, false, false, false, List.of(), "", false, NameType.NONE, "", Use.BOTH);

    /** Copies the list. */
    public CertificateCriteria {
        purposes = List.copyOf(purposes);
    }

    /** Which kind of signature. */
    public enum Signing {
        UNSAID(""),
        RSA("RSA"),
        ECDSA_P256("ECDSA P-256"),
        ECDSA_P384("ECDSA P-384");

        private final String label;

        Signing(String label) {
            this.label = label;
        }

        /** For people; empty where it was not said. */
        public String label() {
            return label;
        }

        /** Whether one certificate may satisfy both. */
        public boolean agreesWith(Signing other) {
            return this == other || this == UNSAID || other == UNSAID;
        }
    }

    /** Names that a certificate has: alternative names of its subject, or parts of the subject. */
    public enum NameType {
        NONE("name"),
        DNS("DNS name"),
        UPN("user principal name"),
        EMAIL("e-mail address"),
        CN("CN"),
        OU("OU"),
        O("O"),
        DC("DC");

        private final String label;

        NameType(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /** For which certificates the criteria count. */
    public enum Use {
        /** The host's own, when it selects one. */
        SELECTION("when selecting"),
        /** Those of peers, when it validates them. */
        VALIDATION("when validating"),
        BOTH("");

        private final String label;

        Use(String label) {
            this.label = label;
        }

        /** For people; empty for both. */
        public String label() {
            return label;
        }
    }

    /** For people, what is asked beyond what is usual; empty for nothing: {@code ECDSA P-256, thumbprint 0a1b, renewals followed}. */
    public String label() {
        List<String> parts = new ArrayList<>();
        if (signing != Signing.UNSAID && signing != Signing.RSA) {
            parts.add(signing.label());
        }
        add(parts, isIntermediate, "intermediate authority");
        add(parts, isMapped, "mapped to an account");
        add(parts, isAuthorityHidden, "name of the authority not sent");
        add(parts, !purposes.isEmpty(), "for " + String.join(" and ", purposes));
        add(parts, !thumbprint.isEmpty(), "thumbprint " + thumbprint);
        add(parts, followsRenewal, "renewals followed");
        add(parts, !name.isEmpty(), nameType.label() + " " + name);
        add(parts, use != Use.BOTH, use.label());
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, boolean isAsked, String part) {
        if (isAsked) {
            parts.add(part);
        }
    }
}
