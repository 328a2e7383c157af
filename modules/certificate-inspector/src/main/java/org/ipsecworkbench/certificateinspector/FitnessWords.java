package org.ipsecworkbench.certificateinspector;

import org.ipsecworkbench.certificate.Fitness;
import org.ipsecworkbench.certificate.Fitness.Result;
import org.ipsecworkbench.certificate.Fitness.Standing;
import org.ipsecworkbench.certificate.FitnessRule;
import org.ipsecworkbench.workbench.Mark;
import org.jspecify.annotations.Nullable;

/**
 * How fit a certificate is, in words, with an icon of its own shape. Sorted from what IKE can use to what it cannot.
 *
 * @param rank by which it is sorted
 */
record FitnessWords(int rank, String words, Mark mark) implements Comparable<FitnessWords> {
    private static final FitnessWords AUTHORITY = new FitnessWords(8, "authority", Mark.NOT_COUNTED);
    private static final FitnessWords PENDING = new FitnessWords(9, "not judged yet", Mark.INSUFFICIENT);

    /** Of a certificate; null is one that is not judged. */
    static FitnessWords of(@Nullable Fitness fitness, boolean isOwn) {
        if (fitness == null) {
            return isOwn ? PENDING : AUTHORITY;
        }
        Standing standing = fitness.standing();
        if (standing == Standing.BROKEN) {
            Standing others = fitness.results().stream()
                    .filter(result -> result.rule() != FitnessRule.STORE)
                    .map(Result::standing)
                    .max(Standing::compareTo)
                    .orElse(Standing.UNKNOWN);
            return others == Standing.BROKEN
                    ? new FitnessWords(7, standing.label(), Mark.FAILED)
                    : new FitnessWords(4 + others.ordinal(), "not in store, else " + others.label(), Mark.NOT_COUNTED);
        }
        return new FitnessWords(standing.ordinal(), standing.label(), mark(standing));
    }

    /** The icon of how something stands to a rule. */
    static Mark mark(Standing standing) {
        return switch (standing) {
            case MET -> Mark.SUCCEEDED;
            case DOUBTFUL -> Mark.ATTENTION;
            case UNKNOWN -> Mark.INCONCLUSIVE;
            case BROKEN -> Mark.FAILED;
        };
    }

    @Override
    public int compareTo(FitnessWords other) {
        return Integer.compare(rank, other.rank);
    }
}
