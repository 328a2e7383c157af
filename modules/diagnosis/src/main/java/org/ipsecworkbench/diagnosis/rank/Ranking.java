package org.ipsecworkbench.diagnosis.rank;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.ipsecworkbench.diagnosis.Cause;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.Verdict;

/** Names the causes among findings. A finding that no row ranks is never one. */
public final class Ranking {
    /** What is left of the confidence for each finding that speaks against a cause. */
    private static final double DOUBT = 0.6;

    /** How much a recorded failure counts, since other causes may lead to the same record. */
    private static final double SUPPORT = 0.5;

    private Ranking() {}

    /** The causes, the first one first; empty where nothing needs attention. */
    public static List<Cause> of(List<Finding> findings) {
        List<Finding> candidates = new ArrayList<>();
        for (Finding finding : findings) {
            boolean isKnown = candidates.stream()
                    .anyMatch(one ->
                            one.key().equals(finding.key()) && one.hosts().equals(finding.hosts()));
            if (finding.verdict().isProblem() && CauseTable.ranks(finding.key()) && !isKnown) {
                candidates.add(finding);
            }
        }
        candidates.sort(Comparator.comparingInt(
                        (Finding finding) -> CauseTable.of(finding.key()).rank())
                .thenComparing(Finding::confidence, Comparator.reverseOrder()));
        List<Cause> causes = new ArrayList<>();
        for (Finding candidate : candidates) {
            boolean isExplained = causes.stream().anyMatch(cause -> explains(cause.finding(), candidate));
            if (!isExplained) {
                causes.add(cause(candidate, findings));
            }
        }
        return causes;
    }

    private static boolean explains(Finding cause, Finding symptom) {
        return CauseTable.of(cause.key()).explains().contains(symptom.key())
                && !Collections.disjoint(cause.hosts(), symptom.hosts());
    }

    private static Cause cause(Finding finding, List<Finding> all) {
        List<Finding> supporting = all.stream()
                .filter(one -> one.verdict().isProblem() && explains(finding, one))
                .toList();
        List<Finding> against = all.stream()
                .filter(one -> CauseTable.of(finding.key()).against().contains(one.key())
                        && one.hosts().containsAll(finding.hosts()))
                .toList();
        return new Cause(
                finding,
                confidence(finding, supporting) * Math.pow(DOUBT, against.size()),
                supporting,
                against,
                nextStep(finding, against));
    }

    /** Failures that hosts record apart from what the finding rests on make it surer: all would have to be wrong. */
    private static double confidence(Finding finding, List<Finding> supporting) {
        double doubt = 1 - finding.confidence();
        for (Finding one : supporting) {
            if (one.verdict() == Verdict.FAILED && Collections.disjoint(one.evidence(), finding.evidence())) {
                doubt *= 1 - SUPPORT * one.confidence();
            }
        }
        return 1 - doubt;
    }

    /** The first remedy; where something speaks against the cause, what would decide it. */
    private static String nextStep(Finding finding, List<Finding> against) {
        if (!against.isEmpty()) {
            return "Look again before anything is changed. What would change the verdict: " + finding.wouldChange();
        }
        if (finding.remedies().isEmpty()) {
            return finding.remedyInWords().isEmpty()
                    ? "Look for it with the next check."
                    : Character.toUpperCase(finding.remedyInWords().charAt(0))
                            + finding.remedyInWords().substring(1) + ".";
        }
        Remedy remedy = finding.remedies().get(0);
        return remedy.title() + ": " + String.join(" && ", remedy.commandLines());
    }
}
