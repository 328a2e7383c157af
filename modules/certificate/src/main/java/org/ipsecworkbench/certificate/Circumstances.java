package org.ipsecworkbench.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Under what certificates are judged.
 *
 * @param requirement what the rule asks
 * @param now the time at the host
 * @param window how far to look ahead; what ends inside asks for attention
 * @param protectedHosts names and addresses, lower case, that the host's policy lets it reach through IPsec only
 * @param peer what is known of who checks the certificate; null where nothing is
 */
public record Circumstances(
        Requirement requirement,
        Instant now,
        Duration window,
        Set<String> protectedHosts,
        @Nullable HostCertificates peer) {
    /** A month, in which a renewal should have happened. */
    public static final Duration WINDOW = Duration.ofDays(30);

    /** Copies the set. */
    public Circumstances {
        protectedHosts = Set.copyOf(protectedHosts);
    }

    /** With a rule's requirement alone. */
    public static Circumstances of(Requirement requirement, Instant now) {
        return new Circumstances(requirement, now, WINDOW, Set.of(), null);
    }
}
