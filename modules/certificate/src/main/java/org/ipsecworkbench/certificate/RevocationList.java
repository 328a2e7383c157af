package org.ipsecworkbench.certificate;

import java.security.cert.X509CRL;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list of revoked certificates (RFC 5280 section 5), from itself or from a listing.
 *
 * @param issuer distinguished name
 * @param number lower-case hex; empty where it is not known
 * @param thisUpdate when it was made; null where it is not known
 * @param nextUpdate until when it holds; null where it is not known or it never ends
 * @param revoked reason (RFC 5280 section 5.3.1, 0 unspecified, -1 not told) by serial number; what is beyond the limit is not
 *     here
 * @param encoded itself; null where only a listing is there
 * @param place where it stands, for people
 */
public record RevocationList(
        String issuer,
        String number,
        @Nullable Moment thisUpdate,
        @Nullable Moment nextUpdate,
        Map<String, Integer> revoked,
        @Nullable X509CRL encoded,
        String place) {
    /** Copies the map. */
    public RevocationList {
        revoked = Map.copyOf(revoked);
    }
}
