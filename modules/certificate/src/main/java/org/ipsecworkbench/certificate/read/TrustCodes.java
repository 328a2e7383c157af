package org.ipsecworkbench.certificate.read;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ipsecworkbench.certificate.TrustError;

/** Errors of Windows that say what is wrong with a chain (winerror.h). */
final class TrustCodes {
    private static final Map<String, TrustError> CODES = Map.of(
            "80092010", TrustError.REVOKED,
            "80092012", TrustError.REVOCATION_STATUS_UNKNOWN,
            "80092013", TrustError.OFFLINE_REVOCATION,
            "800b0101", TrustError.NOT_TIME_VALID,
            "800b0109", TrustError.UNTRUSTED_ROOT,
            "800b010a", TrustError.PARTIAL_CHAIN,
            "800b010c", TrustError.REVOKED,
            "800b010e", TrustError.REVOCATION_STATUS_UNKNOWN,
            "800b0110", TrustError.NOT_VALID_FOR_USAGE);

    private TrustCodes() {}

    /** What a code in hex stands for. */
    static Optional<TrustError> of(String hex) {
        return Optional.ofNullable(CODES.get(hex.strip().toLowerCase(Locale.ROOT)));
    }
}
