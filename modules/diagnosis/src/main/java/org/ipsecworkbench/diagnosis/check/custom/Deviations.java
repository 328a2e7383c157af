package org.ipsecworkbench.diagnosis.check.custom;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
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
    private static final int MAX_PLACES = 5;

    private Deviations() {}

    static List<Finding> examine(HostFacts host) {
        if (!host.isPolicyRead()) {
            return List.of();
        }
        Map<PolicyFinding.Kind, List<PolicyFinding>> byKind = new EnumMap<>(PolicyFinding.Kind.class);
        Stream.concat(
                        Findings.of(host.policy().model()).stream().filter(one -> Findings.needsAttention(one.kind())),
                        changed(host))
                .forEach(one -> byKind.computeIfAbsent(one.kind(), kind -> new ArrayList<>())
                        .add(one));
        return byKind.values().stream().map(same -> finding(host, same)).toList();
    }

    /** How policies that come with Windows were changed: by what the host stores, since what is in force repeats it. */
    private static Stream<PolicyFinding> changed(HostFacts host) {
        return host.storedPolicies().model().legacyPolicies().isEmpty()
                ? Stream.of()
                : Findings.of(host.storedPolicies().model()).stream()
                        .filter(one -> one.kind() == PolicyFinding.Kind.CUSTOMISED);
    }

    /** One for each kind: a policy of a thousand rules may have as many of it. */
    private static Finding finding(HostFacts host, List<PolicyFinding> same) {
        PolicyFinding first = same.get(0);
        boolean needsAttention = Findings.needsAttention(first.kind());
        String more = same.size() == 1 ? "" : ", and " + (same.size() - 1) + " more of this kind";
        return Finding.of(
                        "policy-" + first.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        List.of(host.name()),
                        needsAttention ? Verdict.ATTENTION : Verdict.OK,
                        0.8,
                        host.name() + ": " + clause(first.statement()) + more,
                        evidence(host, same),
                        first.why())
                .remedied(needsAttention ? lower(clause(first.next())) : "");
    }

    /** Where it stands; that there is nothing stands in all of the listing. */
    private static List<Evidence> evidence(HostFacts host, List<PolicyFinding> same) {
        String title = Findings.title(same.get(0).kind());
        Need listing = host.platform().isLegacy() ? Commands.POLICY_IN_FORCE : Commands.RULES_IN_FORCE;
        List<Evidence> places = same.stream()
                .flatMap(one -> one.places().stream())
                .distinct()
                .limit(MAX_PLACES)
                .map(place -> host.at(place, title))
                .toList();
        return places.isEmpty() ? List.of(Evidence.whole(host.name(), listing, title)) : places;
    }

    private static String clause(String sentence) {
        return sentence.replaceAll("\\.$", "");
    }

    private static String lower(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
