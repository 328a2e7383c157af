package org.ipsecworkbench.diagnosis;

import java.util.Comparator;
import java.util.List;

/**
 * What one check found.
 *
 * @param key the check's name
 * @param question what it answers
 * @param explanation of the question, for newcomers
 * @param findings of all hosts and pairs
 * @param next the check to look at next; empty for none
 */
public record CheckResult(String key, String question, String explanation, List<Finding> findings, String next) {
    /** Copies the list. */
    public CheckResult {
        findings = List.copyOf(findings);
    }

    /** What of it is about one host. */
    public CheckResult of(String host) {
        return new CheckResult(
                key,
                question,
                explanation,
                findings.stream().filter(finding -> finding.isOf(host)).toList(),
                next);
    }

    /** The worst verdict; {@link Verdict#NOT_APPLICABLE} where the question is about none of the hosts. */
    public Verdict verdict() {
        return findings.stream()
                .map(Finding::verdict)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.NOT_APPLICABLE);
    }
}
