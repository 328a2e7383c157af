package org.ipsecworkbench.policyexplorer;

import org.ipsecworkbench.policy.Outcome;
import org.ipsecworkbench.policy.ProofStep;
import org.ipsecworkbench.workbench.Mark;

/** How outcomes of predictions look. */
final class Outcomes {
    private Outcomes() {}

    static Mark mark(Outcome outcome) {
        return switch (outcome) {
            case ENCRYPTED -> Mark.ENCRYPTED;
            case INTEGRITY_ONLY -> Mark.INTEGRITY_ONLY;
            case AUTHENTICATED_ONLY -> Mark.AUTHENTICATED_ONLY;
            case CLEAR_BY_DESIGN, CLEAR_BY_FALLBACK -> Mark.CLEAR;
            case BLOCKED, FAILS -> Mark.FAILED;
            case UNKNOWN -> Mark.INCONCLUSIVE;
        };
    }

    static Mark mark(ProofStep.Status status) {
        return switch (status) {
            case AGREED -> Mark.SUCCEEDED;
            case FAILED -> Mark.FAILED;
            case DECIDED -> Mark.KEYING;
            case ASSUMED -> Mark.INCONCLUSIVE;
        };
    }
}
