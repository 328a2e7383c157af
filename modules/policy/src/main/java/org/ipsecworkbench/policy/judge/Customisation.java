package org.ipsecworkbench.policy.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.KeyDigests;
import org.ipsecworkbench.policy.LegacyPolicy;
import org.ipsecworkbench.policy.MainModeOffer;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.Policies;
import org.ipsecworkbench.policy.PolicyFinding;
import org.ipsecworkbench.policy.PolicyFinding.Kind;
import org.ipsecworkbench.policy.PolicyLimits;
import org.ipsecworkbench.policy.QuickModeOffer;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Treatment;

/** How the policies that come with Windows were changed, known by their English names; modern Windows comes with no rule. */
public final class Customisation {
    private static final HostPolicy SHIPPED = shipped();

    private final HostPolicy policy;
    private final LegacyPolicy actual;
    private final List<PolicyFinding> findings = new ArrayList<>();

    private Customisation(HostPolicy policy, LegacyPolicy actual) {
        this.policy = policy;
        this.actual = actual;
    }

    private static HostPolicy shipped() {
        try (InputStream in = Customisation.class.getResourceAsStream("default-policies.txt")) {
            if (in == null) {
                throw new IllegalStateException("default-policies.txt is missing from the module");
            }
            Policies.Document script = new Policies.Document("Windows Server 2003", in.readAllBytes());
            return Policies.parse("shipped", List.of(script), PolicyLimits.DEFAULT, KeyDigests.random())
                    .model();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The policies that come with Windows Server 2003: those whose names a host has; all three where it has none. */
    public static HostPolicy shippedFor(HostPolicy policy) {
        Set<String> names =
                policy.legacyPolicies().stream().map(LegacyPolicy::name).collect(Collectors.toSet());
        boolean hasAny = SHIPPED.legacyPolicies().stream().anyMatch(one -> names.contains(one.name()));
        return new HostPolicy(
                "Windows Server 2003 as it comes",
                SHIPPED.legacyPolicies().stream()
                        .filter(one -> !hasAny || names.contains(one.name()))
                        .toList(),
                SHIPPED.rules().stream()
                        .filter(rule -> !hasAny || names.contains(rule.policy()))
                        .toList(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Findings about changed policies, assigned or not. */
    public static List<PolicyFinding> of(HostPolicy policy) {
        List<PolicyFinding> findings = new ArrayList<>();
        for (LegacyPolicy actual : policy.legacyPolicies()) {
            SHIPPED.legacyPolicies().stream()
                    .filter(one -> one.name().equals(actual.name()))
                    .findFirst()
                    .ifPresent(one -> findings.addAll(new Customisation(policy, actual).compare(one)));
        }
        return findings;
    }

    private List<PolicyFinding> compare(LegacyPolicy shipped) {
        compare("main mode offers", mainMode(shipped.mainMode()), mainMode(actual.mainMode()), actual.place());
        List<Rule> left = new ArrayList<>(rules(policy, actual));
        if (left.isEmpty()) {
            // The listing named the policy alone.
            return findings;
        }
        for (Rule expected : rules(SHIPPED, shipped)) {
            left.stream()
                    .filter(rule -> traffic(rule).equals(traffic(expected)))
                    .findFirst()
                    .ifPresentOrElse(
                            found -> {
                                left.remove(found);
                                compare(expected, found);
                            },
                            () -> missing(expected));
        }
        for (Rule added : left) {
            add("has the rule \"" + added.name() + "\", which does not come with Windows", added.place());
        }
        return findings;
    }

    private static List<Rule> rules(HostPolicy policy, LegacyPolicy of) {
        return policy.rules().stream()
                .filter(rule -> rule.policy().equals(of.name()))
                .toList();
    }

    private static Set<FilterKey> traffic(Rule rule) {
        return rule.filters().stream().map(FilterKey::ofBoth).collect(Collectors.toCollection(HashSet::new));
    }

    /** Sources do not agree on whether the rule that permits ICMP belongs to it. */
    private void missing(Rule expected) {
        if (expected.treatment().kind() != Treatment.Kind.PERMIT) {
            add("lacks the rule for " + label(expected), actual.place());
        }
    }

    private static String label(Rule rule) {
        return rule.filters().isEmpty()
                ? "the default response"
                : rule.filters().get(0).label();
    }

    private void compare(Rule expected, Rule found) {
        String of = " of the rule for " + label(expected);
        if (expected.isEnabled() != found.isEnabled()) {
            add(
                    "has the rule for " + label(expected) + " switched " + (found.isEnabled() ? "on" : "off"),
                    found.place());
        }
        compare("action" + of, expected.treatment().label(), found.treatment().label(), found.placeOf("action"));
        if (expected.treatment().kind() == Treatment.Kind.NEGOTIATE) {
            compare("authentication" + of, auth(expected), auth(found), found.place());
            compare("quick mode offers" + of, quickMode(expected), quickMode(found), found.place());
        }
    }

    private static String mainMode(List<MainModeOffer> offers) {
        return offers.stream().map(MainModeOffer::label).collect(Collectors.joining(", "));
    }

    private static String quickMode(Rule rule) {
        return rule.keying().quickMode().stream().map(QuickModeOffer::label).collect(Collectors.joining(", "));
    }

    private static String auth(Rule rule) {
        return rule.keying().firstAuth().stream().map(AuthMethod::label).collect(Collectors.joining(", "));
    }

    /** A value that was not read is no change. */
    private void compare(String what, String expected, String found, Place place) {
        if (!found.isEmpty() && !found.equals(expected)) {
            add("has as " + what + ": " + found + "; Windows comes with: " + expected, place);
        }
    }

    private void add(String what, Place place) {
        findings.add(FindingTable.finding(
                Kind.CUSTOMISED, "Policy \"" + actual.name() + "\" " + what + ".", List.of(place)));
    }
}
