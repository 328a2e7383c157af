package org.ipsecworkbench.diagnosis.check.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Pair;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.Scene;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.LegacyPolicy;
import org.ipsecworkbench.policy.LegacyPolicy.Assigned;
import org.ipsecworkbench.policy.Origin;
import org.ipsecworkbench.policy.Role;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Treatment;

/**
 * What an administrator set on the host itself and group policy puts out of force. A policy of the Policy Agent that the
 * domain assigns replaces the local one whole; connection security rules are merged unless group policy forbids it.
 */
final class HiddenPolicy {
    private static final double CONFIDENCE = 0.92;
    private static final String REACH = "It reaches every computer that the group policy object applies to.";

    private HiddenPolicy() {}

    static List<Finding> examine(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        for (HostFacts host : scene.hosts()) {
            replaced(scene, host).ifPresent(findings::add);
            hidden(host).ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> replaced(Scene scene, HostFacts host) {
        HostPolicy policy = host.policy().model();
        Optional<LegacyPolicy> active = policy.assignedPolicy().filter(one -> isOfDomain(one));
        Optional<LegacyPolicy> local = policy.legacyPolicies().stream()
                .filter(one -> one.assigned() == Assigned.YES && !isOfDomain(one))
                .findFirst();
        if (active.isEmpty() || local.isEmpty()) {
            return Optional.empty();
        }
        boolean onlyRespond = scene.pairsOf(host).stream().anyMatch(HiddenPolicy::onlyRespond);
        List<Remedy> remedy = Remedy.draft(
                        "domain-policy/" + host.name(),
                        "",
                        "Assign another policy in group policy, then apply it on " + host.name(),
                        Remedy.Risk.MEDIUM,
                        REACH)
                .run("gpupdate", "/target:computer")
                .done();
        return Optional.of(Finding.of(
                        "domain-hides-local",
                        List.of(host.name()),
                        Verdict.ATTENTION,
                        CONFIDENCE,
                        "The policy of the domain replaces the local one of " + host.name()
                                + (onlyRespond ? ", and both only respond" : ""),
                        List.of(
                                host.at(
                                        active.get().place(),
                                        "of the domain: " + active.get().name()),
                                host.at(
                                        local.get().place(),
                                        "local: " + local.get().name())),
                        "A group policy that assigns no IPsec policy to " + host.name() + ".")
                .remedied("change it in the domain", remedy));
    }

    private static boolean isOfDomain(LegacyPolicy policy) {
        return policy.origin().kind() == Origin.Kind.GPO;
    }

    private static boolean onlyRespond(Pair pair) {
        return pair.roleOfOne() == Role.RESPOND && pair.roleOfOther() == Role.RESPOND;
    }

    private static Optional<Finding> hidden(HostFacts host) {
        if (host.evidence().answer(Commands.RULES_IN_FORCE).isEmpty()) {
            return Optional.empty();
        }
        List<Rule> inForce = host.policy().model().rules();
        List<Rule> hidden = host.localRules().model().rules().stream()
                .filter(rule -> rule.isEnabled() && rule.treatment().kind() == Treatment.Kind.NEGOTIATE)
                .filter(rule -> inForce.stream()
                        .noneMatch(one ->
                                one.name().equals(rule.name()) && one.origin().kind() != Origin.Kind.GPO))
                .toList();
        if (hidden.isEmpty()) {
            return Optional.empty();
        }
        boolean isDomain = inForce.stream().anyMatch(rule -> rule.origin().kind() == Origin.Kind.GPO);
        String why = isDomain ? ", since group policy does not merge local rules" : "";
        List<Remedy> remedy = Remedy.draft(
                        "rule-to-domain/" + host.name(),
                        "",
                        "Put the rule \"" + hidden.get(0).name() + "\" into the group policy object, then apply it",
                        Remedy.Risk.MEDIUM,
                        REACH)
                .run("gpupdate", "/target:computer")
                .done();
        return Optional.of(Finding.of(
                        "local-rule-hidden",
                        List.of(host.name()),
                        Verdict.FAILED,
                        isDomain ? CONFIDENCE : 0.6,
                        "The rule of " + host.name() + " itself does not hold" + why,
                        hidden.stream()
                                .map(rule -> host.at(rule.place(), rule.name() + ", not among the rules in force"))
                                .toList(),
                        "The rule among those in force.")
                .remedied("put it into group policy", remedy));
    }
}
