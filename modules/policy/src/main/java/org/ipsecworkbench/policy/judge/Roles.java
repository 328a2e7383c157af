package org.ipsecworkbench.policy.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsecworkbench.policy.Demand;
import org.ipsecworkbench.policy.Generation;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.LegacyPolicy;
import org.ipsecworkbench.policy.LegacyPolicy.Assigned;
import org.ipsecworkbench.policy.NetworkProfile;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.PolicyFinding;
import org.ipsecworkbench.policy.PolicyFinding.Kind;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Treatment;
import org.ipsecworkbench.policy.select.Profiles;

/** Whether a host asks for IPsec at all, and which of its rules and policies act. */
public final class Roles {
    private Roles() {}

    /** Findings about the whole policy. */
    public static List<PolicyFinding> of(HostPolicy policy, List<Rule> inForce) {
        List<PolicyFinding> findings = new ArrayList<>();
        Set<NetworkProfile> inUse = Profiles.inUse(policy);
        List<Rule> acting = new ArrayList<>();
        for (Rule rule : inForce) {
            boolean isOut =
                    !inUse.isEmpty() && !rule.profiles().isEmpty() && Collections.disjoint(inUse, rule.profiles());
            if (isOut) {
                findings.add(FindingTable.finding(
                        Kind.PROFILE_NOT_IN_USE,
                        "Rule \"" + rule.name() + "\" acts in " + words(rule.profiles()) + "; in use is " + words(inUse)
                                + ".",
                        List.of(rule.placeOf("profiles"))));
            } else {
                acting.add(rule);
            }
        }
        respondOnly(policy, acting, findings);
        replaced(policy, findings);
        List<Rule> modern = negotiating(acting, Generation.MODERN);
        List<Rule> legacy = negotiating(acting, Generation.LEGACY);
        if (!modern.isEmpty() && !legacy.isEmpty()) {
            findings.add(FindingTable.finding(
                    Kind.TWO_GENERATIONS,
                    "Rule \"" + legacy.get(0).name() + "\" of the Policy Agent and connection security rule \""
                            + modern.get(0).name() + "\" are both in force.",
                    List.of(legacy.get(0).place(), modern.get(0).place())));
        }
        List<Rule> open = modern.stream()
                .filter(rule -> rule.keying().modules().isEmpty())
                .toList();
        if (!open.isEmpty()) {
            findings.add(FindingTable.finding(
                    Kind.CHANGED_DEFAULT,
                    (open.size() == 1 ? "Rule \"" + open.get(0).name() + "\" leaves" : open.size() + " rules leave")
                            + " the key modules to the default of Windows.",
                    open.stream().map(rule -> rule.placeOf("keymodule")).toList()));
        }
        return findings;
    }

    private static String words(Set<NetworkProfile> profiles) {
        return "profile "
                + profiles.stream()
                        .sorted()
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" or "));
    }

    private static List<Rule> negotiating(List<Rule> rules, Generation generation) {
        return rules.stream()
                .filter(rule -> rule.generation() == generation)
                .filter(rule -> rule.treatment().kind() == Treatment.Kind.NEGOTIATE)
                .toList();
    }

    private static void respondOnly(HostPolicy policy, List<Rule> acting, List<PolicyFinding> findings) {
        boolean isSilent = acting.stream()
                .noneMatch(rule -> rule.treatment().outbound() != Demand.NONE
                        || rule.treatment().inbound() != Demand.NONE
                        || rule.treatment().kind() == Treatment.Kind.UNKNOWN);
        if (!isSilent || policy.rules().isEmpty()) {
            return;
        }
        List<Place> responding = acting.stream()
                .filter(rule -> rule.treatment().kind() == Treatment.Kind.RESPOND)
                .map(Rule::place)
                .toList();
        findings.add(FindingTable.finding(
                Kind.RESPOND_ONLY,
                responding.isEmpty()
                        ? "No rule in force asks for IPsec."
                        : "Only the default response rule is about IPsec: the host answers and never asks.",
                responding));
    }

    private static void replaced(HostPolicy policy, List<PolicyFinding> findings) {
        LegacyPolicy acting = policy.assignedPolicy().orElse(null);
        for (LegacyPolicy one : policy.legacyPolicies()) {
            if (acting != null
                    && one.assigned() == Assigned.YES
                    && one.origin().kind() != acting.origin().kind()
                    && !one.name().equals(acting.name())) {
                findings.add(FindingTable.finding(
                        Kind.REPLACED,
                        "Policy \"" + one.name() + "\" (" + one.origin().label() + ") is assigned, and \""
                                + acting.name() + "\" ("
                                + acting.origin().label() + ") acts instead.",
                        List.of(one.place(), acting.place())));
            }
        }
    }
}
