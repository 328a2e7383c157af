package org.ipsecworkbench.policy.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsecworkbench.policy.Filter;
import org.ipsecworkbench.policy.Generation;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.PolicyFinding;
import org.ipsecworkbench.policy.PolicyFinding.Kind;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Treatment;

/** Filters of several rules that mean the same traffic, and filters that mean one direction only. */
public final class Overlaps {
    /** A filter with its rule. */
    private record Owned(Rule rule, Filter filter) {}

    private final Map<FilterKey, List<Owned>> byTraffic = new LinkedHashMap<>();
    private final Set<FilterKey> directions = new LinkedHashSet<>();
    private final List<PolicyFinding> findings = new ArrayList<>();

    private Overlaps() {}

    /** Findings about rules in force. */
    public static List<PolicyFinding> of(List<Rule> inForce) {
        Overlaps overlaps = new Overlaps();
        inForce.forEach(overlaps::add);
        overlaps.byTraffic.values().forEach(overlaps::same);
        inForce.forEach(overlaps::mirror);
        return overlaps.findings;
    }

    private void add(Rule rule) {
        for (Filter filter : rule.filters()) {
            byTraffic
                    .computeIfAbsent(FilterKey.ofBoth(filter), key -> new ArrayList<>())
                    .add(new Owned(rule, filter));
            directions.add(FilterKey.of(filter));
        }
    }

    private void same(List<Owned> all) {
        Owned first = all.get(0);
        List<Owned> others = all.stream()
                .skip(1)
                .filter(one -> !one.rule().equals(first.rule()))
                .filter(one -> one.rule().generation() == first.rule().generation())
                .filter(one ->
                        one.rule().tunnel().isTunnel() == first.rule().tunnel().isTunnel())
                .filter(one -> meet(one.rule(), first.rule()))
                .toList();
        List<Owned> differing =
                others.stream().filter(one -> differ(one.rule(), first.rule())).toList();
        if (!differing.isEmpty()) {
            findings.add(FindingTable.finding(
                    Kind.AMBIGUOUS,
                    "Rules " + names(first, differing) + " do different things with the same traffic: "
                            + first.filter().label() + ".",
                    places(first, differing)));
        } else if (!others.isEmpty()) {
            findings.add(FindingTable.finding(
                    Kind.SHADOWED,
                    "Rules " + names(first, others) + " do the same with the same traffic: "
                            + first.filter().label() + ".",
                    places(first, others)));
        }
    }

    /** Whether an interface can be in a profile of both. */
    private static boolean meet(Rule one, Rule other) {
        return one.profiles().isEmpty()
                || other.profiles().isEmpty()
                || !Collections.disjoint(one.profiles(), other.profiles());
    }

    private static boolean differ(Rule one, Rule other) {
        boolean negotiates = one.treatment().kind() == Treatment.Kind.NEGOTIATE;
        return !one.treatment().equals(other.treatment())
                || negotiates && !Unplaced.keying(one.keying()).equals(Unplaced.keying(other.keying()));
    }

    private static String names(Owned first, List<Owned> others) {
        return "\"" + first.rule().name() + "\" and "
                + others.stream()
                        .map(one -> "\"" + one.rule().name() + "\"")
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private static List<Place> places(Owned first, List<Owned> others) {
        List<Place> places = new ArrayList<>();
        places.add(first.filter().place());
        others.forEach(one -> places.add(one.filter().place()));
        return places;
    }

    private void mirror(Rule rule) {
        if (rule.generation() != Generation.LEGACY || rule.treatment().kind() != Treatment.Kind.NEGOTIATE) {
            return;
        }
        for (Filter filter : rule.filters()) {
            if (rule.tunnel().isTunnel()) {
                if (filter.isMirrored()) {
                    findings.add(FindingTable.finding(
                            Kind.MIRRORED_TUNNEL,
                            "Rule \"" + rule.name() + "\" is a tunnel with a mirrored filter: " + filter.label() + ".",
                            List.of(filter.place())));
                }
            } else if (!filter.isMirrored()
                    && !directions.contains(FilterKey.of(filter).reverse())) {
                findings.add(FindingTable.finding(
                        Kind.NOT_MIRRORED,
                        "Rule \"" + rule.name() + "\" negotiates in one direction only: " + filter.label() + ".",
                        List.of(filter.place())));
            }
        }
    }
}
