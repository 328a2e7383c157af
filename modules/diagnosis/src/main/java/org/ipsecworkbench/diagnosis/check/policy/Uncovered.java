package org.ipsecworkbench.diagnosis.check.policy;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Pair;
import org.ipsecworkbench.diagnosis.Scene;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.policy.Role;

/** Hosts that have no rule at all while a peer asks them for IPsec. */
final class Uncovered {
    private Uncovered() {}

    static List<Finding> examine(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        for (HostFacts host : scene.hosts()) {
            boolean isAsked = scene.pairsOf(host).stream().anyMatch(pair -> asks(pair, host));
            if (host.isPolicyRead() && !host.needsIke() && isAsked) {
                findings.add(finding(host));
            }
        }
        return findings;
    }

    private static boolean asks(Pair pair, HostFacts host) {
        return (pair.one().equals(host) ? pair.roleOfOther() : pair.roleOfOne()) == Role.NEGOTIATE;
    }

    private static Finding finding(HostFacts host) {
        boolean isLegacy = host.platform().isLegacy();
        return Finding.of(
                        "no-rule",
                        List.of(host.name()),
                        Verdict.FAILED,
                        0.9,
                        host.name() + (isLegacy ? " has no IPsec policy assigned" : " has no connection security rule"),
                        List.of(Evidence.whole(
                                host.name(),
                                isLegacy ? Commands.POLICY_IN_FORCE : Commands.RULES_IN_FORCE,
                                "no rule in force")),
                        "A rule in force on " + host.name() + ".")
                .remedied(isLegacy ? "assign the policy of the others" : "give it the rule of the others");
    }
}
