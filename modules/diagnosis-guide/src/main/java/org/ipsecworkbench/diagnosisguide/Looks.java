package org.ipsecworkbench.diagnosisguide;

import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.workbench.Mark;

/** How verdicts look. */
final class Looks {
    private Looks() {}

    static Mark of(Verdict verdict) {
        return switch (verdict) {
            case OK -> Mark.SUCCEEDED;
            case ATTENTION -> Mark.ATTENTION;
            case FAILED -> Mark.FAILED;
            case INCONCLUSIVE -> Mark.INCONCLUSIVE;
            case NOT_APPLICABLE -> Mark.NOT_COUNTED;
        };
    }
}
