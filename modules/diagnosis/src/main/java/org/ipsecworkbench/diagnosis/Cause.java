package org.ipsecworkbench.diagnosis;

import java.util.List;

/**
 * Why traffic is not protected as it should be.
 *
 * @param finding what is to blame
 * @param confidence from 0 to 1: that of the finding, less for each finding against it
 * @param supporting what the cause explains
 * @param against what would not be so if this were the cause
 * @param nextStep the cheapest thing to do, a sentence
 */
public record Cause(
        Finding finding, double confidence, List<Finding> supporting, List<Finding> against, String nextStep) {
    /** Copies the lists. */
    public Cause {
        supporting = List.copyOf(supporting);
        against = List.copyOf(against);
    }

    /** The cause and what to do, one sentence. */
    public String sentence() {
        return finding.statement() + (finding.remedyInWords().isEmpty() ? "" : ": " + finding.remedyInWords()) + ".";
    }
}
