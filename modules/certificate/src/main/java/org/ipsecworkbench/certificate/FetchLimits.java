package org.ipsecworkbench.certificate;

import java.time.Duration;

/**
 * What fetching revocation lists and answers of OCSP may cost.
 *
 * @param each time for one address
 * @param all time for all of them; what is left then is not tried
 * @param maxBytes of one reply; the largest public revocation lists have some 40 MB
 * @param maxAddresses more are not tried, since certificates may name any number
 */
public record FetchLimits(Duration each, Duration all, int maxBytes, int maxAddresses) {
    /** What CryptoAPI waits for one address, 15 s, and a minute for all. */
    public static final FetchLimits DEFAULT =
            new FetchLimits(Duration.ofSeconds(15), Duration.ofMinutes(1), 64 << 20, 64);
}
