package org.ipsecworkbench.diagnosis.check.custom;

import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.policy.Findings;
import org.ipsecworkbench.policy.PolicyFinding;

/**
 * How the policies of a host differ from those that come with Windows and from what is good, as the policy engine finds it. None of
 * it is a cause by itself: what two hosts come to is told by the checks of pairs.
 */
final class Deviations {
    /** Rows of a policy of a thousand rules that say the same kind of thing; the others are seen in the policy itself. */
    private static final int MAX_FINDINGS = 20;

    private static final int MAX_PLACES = 5;

    private Deviations() {}

    static List<Finding> examine(HostFacts host) {
        return host.isPolicyRead()
                ? Findings.of(host.policy().model()).stream()
                        .limit(MAX_FINDINGS)
                        .map(one -> finding(host, one))
                        .toList()
                : List.of();
    }

    private static Finding finding(HostFacts host, PolicyFinding found) {
        boolean needsAttention = Findings.needsAttention(found.kind());
        return Finding.of(
                        "policy-" + found.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        List.of(host.name()),
                        needsAttention ? Verdict.ATTENTION : Verdict.OK,
                        0.8,
                        host.name() + ": " + clause(found.statement()),
                        evidence(host, found),
                        found.why())
                .remedied(needsAttention ? lower(clause(found.next())) : "");
    }

    /** Where it stands; that there is nothing stands in all of the listing. */
    private static List<Evidence> evidence(HostFacts host, PolicyFinding found) {
        String title = Findings.title(found.kind());
        Need listing = host.platform().isLegacy() ? Commands.POLICY_IN_FORCE : Commands.RULES_IN_FORCE;
        return found.places().isEmpty()
                ? List.of(Evidence.whole(host.name(), listing, title))
                : found.places().stream()
                        .limit(MAX_PLACES)
                        .map(place -> host.at(place, title))
                        .toList();
    }

    private static String clause(String sentence) {
        return sentence.replaceAll("\\.$", "");
    }

    private static String lower(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
