package org.ipsecworkbench.diagnosis.check.custom;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.Needs;
import org.ipsecworkbench.diagnosis.Pair;
import org.ipsecworkbench.diagnosis.Scene;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.Role;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Treatment;
import org.openide.util.lookup.ServiceProvider;

/** Whether the rules that somebody made for a host hold for the peer at all, and how its policies differ from good ones. */
@ServiceProvider(service = Check.class, position = 1000)
public final class CustomCheck implements Check {
    private static final int MAX_FILTERS = 5;

    @Override
    public String key() {
        return "custom";
    }

    @Override
    public String question() {
        return "Do rules that were made by hand hold for the other host, and how do policies differ from good ones?";
    }

    @Override
    public String explanation() {
        return "A rule holds for the addresses in its filters only; a host that none of them names is talked to in clear.";
    }

    @Override
    public List<Need> needs(HostEvidence host) {
        return Needs.of(host, Needs::policies);
    }

    @Override
    public List<Finding> examine(Scene scene) {
        List<Finding> findings = new ArrayList<>(scene.ofHosts(Deviations::examine));
        findings.addAll(scene.ofPairs(pair -> List.of(
                examine(pair.one(), pair.roleOfOne(), pair.other(), pair),
                examine(pair.other(), pair.roleOfOther(), pair.one(), pair))));
        return findings;
    }

    private static Finding examine(HostFacts host, Role role, HostFacts peer, Pair pair) {
        HostPolicy policy = host.policy().model();
        List<Rule> rules = policy.rules().stream()
                .filter(rule -> policy.isInForce(rule) && rule.treatment().kind() == Treatment.Kind.NEGOTIATE)
                .toList();
        if (rules.isEmpty()) {
            return Finding.of(
                    "no-custom-rule",
                    List.of(host.name(), peer.name()),
                    Verdict.NOT_APPLICABLE,
                    0.9,
                    host.name() + " has no rule that asks for IPsec",
                    List.of(),
                    "Such a rule in force.");
        }
        if (role != Role.NONE && role != Role.RESPOND) {
            return Finding.of(
                    "rule-holds",
                    List.of(host.name(), peer.name()),
                    Verdict.OK,
                    0.9,
                    "A rule of " + host.name() + " holds for " + peer.name(),
                    filters(host, rules),
                    "Another address of " + peer.name() + ".");
        }
        String statement = host.platform().isLegacy()
                ? "The filter list of the policy on " + host.name() + " does not hold the address of " + peer.name()
                : "No connection security rule of " + host.name() + " holds for the address of " + peer.name();
        return Finding.of(
                        "filter-misses-peer",
                        pair.names(),
                        Verdict.FAILED,
                        0.88,
                        statement,
                        filters(host, rules),
                        "A filter that holds " + peer.address().orElse("its address")
                                + ", or that traffic with it was meant to be in clear.")
                .remedied("correct it");
    }

    private static List<Evidence> filters(HostFacts host, List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.filters().stream())
                .distinct()
                .limit(MAX_FILTERS)
                .map(filter -> host.at(filter.place(), filter.label()))
                .toList();
    }

    @Override
    public String next() {
        return "";
    }
}
