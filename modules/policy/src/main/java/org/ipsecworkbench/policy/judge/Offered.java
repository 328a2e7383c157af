package org.ipsecworkbench.policy.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.Offer;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.PolicyFinding;
import org.ipsecworkbench.policy.PolicyFinding.Kind;
import org.ipsecworkbench.policy.QuickModeOffer;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Treatment;
import org.ipsecworkbench.policy.table.Algorithms;

/** Algorithms that are offered: weak ones, and those that do not encrypt. */
public final class Offered {
    /** Who offers a weak algorithm, and where. */
    private record Users(Set<String> names, List<Place> places) {}

    private final Map<String, Users> weak = new LinkedHashMap<>();
    private final List<PolicyFinding> findings = new ArrayList<>();

    private Offered() {}

    /** Findings about what rules in force offer, and the policy that they belong to. */
    public static List<PolicyFinding> of(HostPolicy policy, List<Rule> inForce) {
        Offered offered = new Offered();
        policy.assignedPolicy().ifPresent(one -> offered.weak("policy \"" + one.name() + "\"", one.mainMode()));
        for (Rule rule : inForce) {
            Treatment.Kind kind = rule.treatment().kind();
            if (kind == Treatment.Kind.NEGOTIATE || kind == Treatment.Kind.RESPOND) {
                offered.weak("rule \"" + rule.name() + "\"", rule.keying().mainMode());
                offered.weak("rule \"" + rule.name() + "\"", rule.keying().quickMode());
                offered.first(rule);
            }
        }
        offered.weak.forEach(offered::add);
        return offered.findings;
    }

    private void weak(String user, List<? extends Offer> offers) {
        for (Offer offer : offers) {
            for (String algorithm : offer.values().values()) {
                if (Algorithms.weakness(algorithm).isPresent()) {
                    Users users = weak.computeIfAbsent(
                            algorithm, name -> new Users(new LinkedHashSet<>(), new ArrayList<>()));
                    users.names().add(user);
                    users.places().add(offer.place());
                }
            }
        }
    }

    private void add(String algorithm, Users users) {
        List<String> names = List.copyOf(users.names());
        String who =
                names.size() > 3 ? names.get(0) + " and " + (names.size() - 1) + " others" : String.join(", ", names);
        Kind kind = Algorithms.isDated(algorithm) ? Kind.DATED_ALGORITHM : Kind.WEAK_ALGORITHM;
        findings.add(FindingTable.finding(
                kind,
                algorithm + " is offered by " + who + ".",
                Algorithms.weakness(algorithm).orElse(""),
                FindingTable.source(kind),
                users.places()));
    }

    private void first(Rule rule) {
        List<QuickModeOffer> offers = rule.keying().quickMode();
        if (!offers.isEmpty() && !offers.get(0).encrypts()) {
            boolean isNone = offers.stream().noneMatch(QuickModeOffer::encrypts);
            findings.add(FindingTable.finding(
                    Kind.NOT_ENCRYPTED,
                    "Rule \"" + rule.name() + "\" "
                            + (isNone
                                    ? "offers no encryption at all"
                                    : "prefers " + offers.get(0).label()) + ".",
                    List.of(offers.get(0).place())));
        }
    }
}
