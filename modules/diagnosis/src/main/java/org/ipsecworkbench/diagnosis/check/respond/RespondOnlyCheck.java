package org.ipsecworkbench.diagnosis.check.respond;

import java.util.List;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.Needs;
import org.ipsecworkbench.diagnosis.Pair;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.Scene;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.policy.Effective;
import org.ipsecworkbench.policy.Role;
import org.ipsecworkbench.policy.Rule;
import org.openide.util.lookup.ServiceProvider;

/**
 * Whether anybody begins. Two hosts that only respond wait for each other for ever: all is in clear, and no event says so.
 */
@ServiceProvider(service = Check.class, position = 800)
public final class RespondOnlyCheck implements Check {
    @Override
    public String key() {
        return "respond-only";
    }

    @Override
    public String question() {
        return "Does anybody ask for IPsec, or does everybody only respond?";
    }

    @Override
    public String explanation() {
        return "IPsec begins only when one host asks for it; a client policy answers, but never asks.";
    }

    @Override
    public List<Need> needs(HostEvidence host) {
        return Needs.of(host, Needs::policies);
    }

    @Override
    public List<Finding> examine(Scene scene) {
        return scene.ofPairs(pair -> List.of(examine(pair)));
    }

    private static Finding examine(Pair pair) {
        boolean oneResponds = pair.roleOfOne() == Role.RESPOND;
        boolean otherResponds = pair.roleOfOther() == Role.RESPOND;
        if (oneResponds && otherResponds) {
            return Finding.of(
                            "respond-only",
                            pair.names(),
                            Verdict.FAILED,
                            0.95,
                            "Both hosts only respond",
                            List.of(evidence(pair.one(), pair.ofOne()), evidence(pair.other(), pair.ofOther())),
                            "A rule on one of them that asks for IPsec, or an event of a negotiation that one began.")
                    .remedied("assign a policy that requests security to one of them", remedy(pair.one()));
        }
        boolean isAsking = pair.roleOfOne() == Role.NEGOTIATE || pair.roleOfOther() == Role.NEGOTIATE;
        return Finding.of(
                isAsking ? "somebody-asks" : "nobody-responds-only",
                pair.names(),
                isAsking ? Verdict.OK : Verdict.NOT_APPLICABLE,
                0.9,
                isAsking
                        ? "Of " + pair.label() + ", " + asking(pair) + " for IPsec"
                        : "The policies of " + pair.label() + " are not of the kind that only responds",
                isAsking
                        ? List.of(evidence(pair.one(), pair.ofOne()), evidence(pair.other(), pair.ofOther()))
                        : List.of(),
                "Policies that only respond on both.");
    }

    private static String asking(Pair pair) {
        boolean both = pair.roleOfOne() == Role.NEGOTIATE && pair.roleOfOther() == Role.NEGOTIATE;
        return both ? "both ask" : (pair.roleOfOne() == Role.NEGOTIATE ? pair.one() : pair.other()).name() + " asks";
    }

    private static Evidence evidence(HostFacts host, Effective effective) {
        Rule rule = effective.rule();
        return rule == null
                ? new Evidence(host.name(), "rules in force", "", effective.why())
                : host.at(rule.place(), rule.policy().isEmpty() ? effective.why() : rule.policy());
    }

    private static List<Remedy> remedy(HostFacts host) {
        String request = "name=Server (Request Security)";
        String before = host.policy()
                .model()
                .assignedPolicy()
                .map(policy -> "name=" + policy.name())
                .orElse("");
        return Remedy.draft(
                        "assign-request/" + host.name(),
                        host.name(),
                        "Assign Server (Request Security) on " + host.name(),
                        Remedy.Risk.MEDIUM,
                        "Connections to hosts without IPsec begin later, by the seconds that nobody answers. Never begin"
                                + " with Secure Server (Require Security).")
                .run("netsh", "ipsec", "static", "set", "policy", request, "assign=y")
                .undo(
                        "netsh",
                        "ipsec",
                        "static",
                        "set",
                        "policy",
                        before.isEmpty() ? request : before,
                        before.isEmpty() ? "assign=n" : "assign=y")
                .restsOn(host.evidence(), Commands.STORED_POLICIES)
                .mayCutOff()
                .done();
    }

    @Override
    public String next() {
        return "audit";
    }
}
