package org.ipsecworkbench.policyexplorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ipsecworkbench.policy.Findings;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.LegacyPolicy;
import org.ipsecworkbench.policy.Listed;
import org.ipsecworkbench.policy.MainModeRule;
import org.ipsecworkbench.policy.PolicyFinding;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Setting;
import org.ipsecworkbench.workbench.Mark;

/** The tree of a policy: what stands out, what is in force by its store, what is not, and the rest. Pure. */
final class PolicyTree {
    private PolicyTree() {}

    static Entry of(HostPolicy policy) {
        List<Entry> top = new ArrayList<>();
        add(
                top,
                "Stands out",
                Findings.of(policy).stream().map(PolicyTree::finding).toList());
        add(
                top,
                "Policies of the Policy Agent",
                policy.legacyPolicies().stream().map(one -> legacy(policy, one)).toList());
        List<Rule> inForce = policy.rules().stream().filter(policy::isInForce).toList();
        List<Rule> others =
                policy.rules().stream().filter(rule -> !policy.isInForce(rule)).toList();
        stores(top, "Rules in force", inForce, true);
        stores(top, "Rules that are not in force", others, false);
        add(
                top,
                "Main mode rules",
                policy.mainModeRules().stream().map(PolicyTree::mainModeRule).toList());
        for (Listed.Kind kind : Listed.Kind.values()) {
            add(
                    top,
                    capital(kind.label()),
                    policy.of(kind).stream().map(PolicyTree::listed).toList());
        }
        if (!policy.unknown().isEmpty()) {
            top.add(new Entry(
                    "Lines that no table here knows (" + policy.unknown().size() + ")",
                    Mark.INCONCLUSIVE,
                    settings(policy.unknown()),
                    List.of()));
        }
        return new Entry(policy.name(), null, List.of(), top);
    }

    private static void add(List<Entry> top, String title, List<Entry> entries) {
        if (!entries.isEmpty()) {
            top.add(Entry.group(title + " (" + entries.size() + ")", entries));
        }
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static Entry finding(PolicyFinding finding) {
        boolean isUrgent = Findings.needsAttention(finding.kind());
        List<Detail> details = new ArrayList<>();
        details.add(Detail.of(isUrgent ? "Needs attention" : "Good to know", Findings.title(finding.kind())));
        details.add(Detail.of("What is so", finding.statement()));
        details.add(Detail.of("Why it matters", finding.why()));
        details.add(Detail.of("What to do", finding.next()));
        details.add(Detail.of("Who says so", finding.source()));
        finding.places().forEach(place -> details.add(Detail.of("Seen in", "", place)));
        return new Entry(
                (isUrgent ? "Attention: " : "Note: ") + Findings.title(finding.kind()) + " – " + finding.statement(),
                isUrgent ? Mark.ATTENTION : Mark.INCONCLUSIVE,
                details,
                List.of());
    }

    private static Entry legacy(HostPolicy policy, LegacyPolicy one) {
        boolean isInForce = policy.assignedPolicy().filter(one::equals).isPresent();
        String assigned = switch (one.assigned()) {
            case YES -> isInForce ? "assigned, in force" : "assigned, not in force";
            case NO -> "not assigned";
            case UNKNOWN -> "assignment not read";
        };
        List<Detail> details = new ArrayList<>();
        details.add(Detail.of("Origin", one.origin().label(), one.place()));
        details.addAll(KeyingEntries.offers("Main mode offer", one.mainMode()));
        details.addAll(settings(one.settings()));
        return new Entry(
                one.name() + " – " + assigned, isInForce ? Mark.SUCCEEDED : Mark.NOT_COUNTED, details, List.of());
    }

    private static void stores(List<Entry> top, String title, List<Rule> rules, boolean isInForce) {
        if (rules.isEmpty()) {
            return;
        }
        List<Entry> stores = new ArrayList<>();
        rules.stream()
                .map(PolicyTree::store)
                .distinct()
                .forEach(store -> add(
                        stores,
                        store,
                        rules.stream()
                                .filter(rule -> store(rule).equals(store))
                                .map(rule -> rule(rule, isInForce))
                                .toList()));
        top.add(Entry.group(title + " (" + rules.size() + ")", stores));
    }

    private static String store(Rule rule) {
        String origin = capital(rule.origin().label());
        return rule.policy().isEmpty() ? origin : origin + ", policy " + rule.policy();
    }

    private static Entry rule(Rule rule, boolean isInForce) {
        String state = isInForce ? "in force" : rule.isEnabled() ? "not in force" : "switched off";
        List<Detail> details = new ArrayList<>();
        details.add(Detail.of("State", state, rule.placeOf("enabled")));
        details.add(Detail.of("Origin", rule.origin().label(), rule.placeOf("source")));
        details.add(Detail.of("Profiles", profiles(rule), rule.placeOf("profiles")));
        details.add(Detail.of("Action", rule.treatment().label(), rule.placeOf("action")));
        if (rule.tunnel().isTunnel()) {
            details.add(Detail.of(
                    "Tunnel", rule.tunnel().local() + " to " + rule.tunnel().remote(), rule.place()));
        }
        details.addAll(settings(rule.settings()));
        List<Entry> children = new ArrayList<>();
        add(
                children,
                "Filters",
                rule.filters().stream().map(KeyingEntries::filter).toList());
        children.add(new Entry(
                "Action: " + rule.treatment().label(),
                null,
                List.of(Detail.of("Action", rule.treatment().label(), rule.placeOf("action"))),
                List.of()));
        children.addAll(KeyingEntries.of(rule.keying()));
        return new Entry(
                rule.name() + " – " + state + ", " + rule.treatment().label(),
                KeyingEntries.mark(rule, isInForce),
                details,
                children);
    }

    private static String profiles(Rule rule) {
        return rule.profiles().isEmpty()
                ? "all"
                : rule.profiles().stream()
                        .sorted()
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }

    private static Entry mainModeRule(MainModeRule rule) {
        List<Detail> details = new ArrayList<>();
        details.add(Detail.of(
                "Peers", rule.endpoint1().text() + " and " + rule.endpoint2().text(), rule.place()));
        details.addAll(settings(rule.settings()));
        return new Entry(
                rule.name() + " – switched " + (rule.isEnabled() ? "on" : "off"),
                rule.isEnabled() ? Mark.KEYING : Mark.NOT_COUNTED,
                details,
                KeyingEntries.of(rule.keying()));
    }

    private static Entry listed(Listed one) {
        String name = one.name().isBlank() ? one.place().label() : one.name();
        return new Entry(name, null, settings(one.settings()), List.of());
    }

    private static List<Detail> settings(List<Setting> settings) {
        return settings.stream()
                .map(one -> Detail.of(one.label().isEmpty() ? one.key() : one.label(), one.value(), one.place()))
                .toList();
    }
}
