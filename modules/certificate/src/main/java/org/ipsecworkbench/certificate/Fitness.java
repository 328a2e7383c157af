package org.ipsecworkbench.certificate;

import java.util.List;
import java.util.Optional;

/**
 * How fit a certificate is for IKE, rule by rule.
 *
 * @param certificate which one
 * @param results one for each rule that applies, in the order of the rules
 * @param path its chain as it was built
 */
public record Fitness(StoredCertificate certificate, List<Result> results, CertificatePath path) {
    /** Copies the list. */
    public Fitness {
        results = List.copyOf(results);
    }

    /** How a certificate stands to a rule, or to all of them. */
    public enum Standing {
        MET("fit"),
        /** It is met today, but something asks for attention. */
        DOUBTFUL("fit, with doubts"),
        /** What was read does not tell. */
        UNKNOWN("unknown"),
        BROKEN("unfit");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /**
     * How it stands to one rule.
     *
     * @param why as a sentence
     * @param rule which one
     * @param standing how the certificate stands to it
     */
    public record Result(FitnessRule rule, Standing standing, String why) {}

    /** The worst of all results. */
    public Standing standing() {
        return results.stream().map(Result::standing).max(Standing::compareTo).orElse(Standing.UNKNOWN);
    }

    /** What decides: the first result of the worst standing. */
    public Optional<Result> deciding() {
        Standing worst = standing();
        return results.stream().filter(result -> result.standing() == worst).findFirst();
    }

    /** How it stands to a rule; empty where that does not apply. */
    public Optional<Result> result(FitnessRule rule) {
        return results.stream().filter(result -> result.rule() == rule).findFirst();
    }

    /** Whether a rule is broken. */
    public boolean breaks(FitnessRule rule) {
        return result(rule)
                .filter(result -> result.standing() == Standing.BROKEN)
                .isPresent();
    }

    /** Whether IKE may use it, as far as is known. */
    public boolean isUsable() {
        return standing() != Standing.BROKEN;
    }
}
