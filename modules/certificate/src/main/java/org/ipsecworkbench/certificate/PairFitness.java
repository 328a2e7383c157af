package org.ipsecworkbench.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Whether two hosts accept each other's certificates: each picks one, and the other checks it with its own roots and its own
 * strictness.
 *
 * @param first what the first one picks, as the second sees it
 * @param second what the second one picks, as the first sees it
 */
public record PairFitness(Selection first, Selection second) {
    /**
     * Judges a pair.
     *
     * @param ofFirst what the rule of the first host asks of the second one's certificate
     * @param ofSecond the other way round
     */
    public static PairFitness of(
            HostCertificates first,
            Requirement ofFirst,
            HostCertificates second,
            Requirement ofSecond,
            Instant now,
            Duration window) {
        return new PairFitness(
                Selection.of(first, new Circumstances(ofSecond, now, window, Set.of(), second)),
                Selection.of(second, new Circumstances(ofFirst, now, window, Set.of(), first)));
    }

    /** Whether both have one that the other accepts, as far as is known. */
    public boolean isAccepted() {
        return first.picked() != null && second.picked() != null;
    }
}
