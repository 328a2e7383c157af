package org.ipsecworkbench.certificate;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What Windows finds wrong with a chain. The bits are those of {@code CERT_TRUST_STATUS.dwErrorStatus} (wincrypt.h), which
 * certutil prints in hex in every language; the names are those of {@code X509ChainStatusFlags}.
 */
public enum TrustError {
    NOT_TIME_VALID(0x1, "NotTimeValid", "a certificate of the chain is not valid at this time"),
    REVOKED(0x4, "Revoked", "a certificate of the chain was revoked"),
    NOT_SIGNATURE_VALID(0x8, "NotSignatureValid", "a signature of the chain is wrong"),
    NOT_VALID_FOR_USAGE(0x10, "NotValidForUsage", "the chain does not allow the purpose"),
    UNTRUSTED_ROOT(0x20, "UntrustedRoot", "the root is not trusted"),
    REVOCATION_STATUS_UNKNOWN(0x40, "RevocationStatusUnknown", "it could not be told whether it was revoked"),
    CYCLIC(0x80, "Cyclic", "the chain leads back to itself"),
    INVALID_EXTENSION(0x100, "InvalidExtension", "an extension is not valid"),
    INVALID_POLICY_CONSTRAINTS(0x200, "InvalidPolicyConstraints", "policy constraints are broken"),
    INVALID_BASIC_CONSTRAINTS(0x400, "InvalidBasicConstraints", "an issuer is no authority"),
    INVALID_NAME_CONSTRAINTS(0x800, "InvalidNameConstraints", "name constraints are broken"),
    NOT_SUPPORTED_NAME_CONSTRAINT(0x1000, "HasNotSupportedNameConstraint", "a name constraint is not supported"),
    NOT_DEFINED_NAME_CONSTRAINT(0x2000, "HasNotDefinedNameConstraint", "a name constraint is missing"),
    NOT_PERMITTED_NAME_CONSTRAINT(0x4000, "HasNotPermittedNameConstraint", "a name is not permitted by an issuer"),
    EXCLUDED_NAME_CONSTRAINT(0x8000, "HasExcludedNameConstraint", "an issuer excludes a name"),
    PARTIAL_CHAIN(0x10000, "PartialChain", "an issuer is missing"),
    WEAK_SIGNATURE(0x100000, "HasWeakSignature", "a signature uses a weak algorithm"),
    OFFLINE_REVOCATION(0x1000000, "OfflineRevocation", "the place of the revocation list was out of reach"),
    NO_ISSUANCE_POLICY(0x2000000, "NoIssuanceChainPolicy", "no issuance policy holds"),
    EXPLICIT_DISTRUST(0x4000000, "ExplicitDistrust", "it is distrusted expressly"),
    NOT_SUPPORTED_CRITICAL_EXTENSION(
            0x8000000, "HasNotSupportedCriticalExtension", "a critical extension is not supported");

    private final int bit;
    private final String dotNet;
    private final String label;

    TrustError(int bit, String dotNet, String label) {
        this.bit = bit;
        this.dotNet = dotNet;
        this.label = label;
    }

    /** For people, as a clause. */
    public String label() {
        return label;
    }

    /** The errors of a status; bits that have no name here are left out. */
    public static Set<TrustError> of(long status) {
        Set<TrustError> errors = EnumSet.noneOf(TrustError.class);
        for (TrustError error : values()) {
            if ((status & error.bit) != 0) {
                errors.add(error);
            }
        }
        return errors;
    }

    /** The error of a name of {@code X509ChainStatusFlags}. */
    public static Optional<TrustError> named(String dotNet) {
        String wanted = dotNet.strip().toLowerCase(Locale.ROOT);
        for (TrustError error : values()) {
            if (error.dotNet.toLowerCase(Locale.ROOT).equals(wanted)) {
                return Optional.of(error);
            }
        }
        return Optional.empty();
    }

    /** The name of {@code X509ChainStatusFlags}. */
    public String dotNet() {
        return dotNet;
    }

    /** Whether it only says that revocation could not be checked. */
    public boolean isUndetermined() {
        return this == REVOCATION_STATUS_UNKNOWN || this == OFFLINE_REVOCATION;
    }
}
