package org.ipsecworkbench.diagnosis.check.policy;

import java.util.List;
import java.util.Optional;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.LegacyPolicy;
import org.ipsecworkbench.policy.Origin;
import org.ipsecworkbench.policy.Rule;

/** Which policy of one host is in force. */
final class ActivePolicy {
    private static final int MAX_NAMED = 5;

    private ActivePolicy() {}

    static List<Finding> examine(HostFacts host) {
        HostPolicy policy = host.policy().model();
        List<String> names = List.of(host.name());
        if (!host.isPolicyRead()) {
            return List.of(Finding.of(
                    "policy-unread",
                    names,
                    Verdict.INCONCLUSIVE,
                    0,
                    "No policy of " + host.name() + " could be read",
                    List.of(),
                    "A listing of its rules; that needs an administrator."));
        }
        List<Rule> rules = policy.rules().stream().filter(policy::isInForce).toList();
        Optional<LegacyPolicy> assigned = policy.assignedPolicy();
        if (rules.isEmpty() && assigned.isEmpty()) {
            return List.of(Finding.of(
                    "no-policy",
                    names,
                    Verdict.ATTENTION,
                    0.9,
                    host.name() + " has no IPsec rule in force",
                    List.of(Evidence.whole(host.name(), listing(host), "no rule")),
                    "A rule or an assigned policy in a listing."));
        }
        String what = assigned.map(one -> "the policy \"" + one.name() + "\" is in force" + origin(one.origin()))
                .orElseGet(() -> rules(rules));
        return List.of(Finding.of(
                "policy-active",
                names,
                Verdict.OK,
                host.policy().problems().isEmpty() ? 0.95 : 0.7,
                "On " + host.name() + " " + what,
                assigned.map(one -> List.of(host.at(one.place(), one.name())))
                        .orElseGet(() -> rules.stream()
                                .limit(MAX_NAMED)
                                .map(rule -> host.at(
                                        rule.place(),
                                        rule.name() + ": " + rule.treatment().label()))
                                .toList()),
                "Another policy in a later listing."));
    }

    private static String rules(List<Rule> rules) {
        return rules.size() == 1
                ? "the rule \"" + rules.get(0).name() + "\" is in force"
                        + origin(rules.get(0).origin())
                : rules.size() + " rules are in force";
    }

    private static String origin(Origin origin) {
        return origin.kind() == Origin.Kind.UNKNOWN ? "" : ", " + origin.label();
    }

    private static Need listing(HostFacts host) {
        return host.platform().isLegacy() ? Commands.POLICY_IN_FORCE : Commands.RULES_IN_FORCE;
    }
}
