package org.ipsecworkbench.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The IPsec policy of one host, from all files that were read of it.
 *
 * @param name what to call the host
 * @param legacyPolicies in the order in which they were read
 * @param rules of both generations; those that are off and those of policies that are not in force too
 * @param mainModeRules in the order in which they were read
 * @param listed what is shown as it was read
 * @param unknown lines and values that no table knows; keys are redacted there too
 */
public record HostPolicy(
        String name,
        List<LegacyPolicy> legacyPolicies,
        List<Rule> rules,
        List<MainModeRule> mainModeRules,
        List<Listed> listed,
        List<Setting> unknown) {
    /** A host of which nothing was read: no policy at all. */
    public static final HostPolicy EMPTY = new HostPolicy("", List.of(), List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public HostPolicy {
        legacyPolicies = List.copyOf(legacyPolicies);
        rules = List.copyOf(rules);
        mainModeRules = List.copyOf(mainModeRules);
        listed = List.copyOf(listed);
        unknown = List.copyOf(unknown);
    }

    /** The legacy policy in force: one of a GPO before a local one, since the directory's replaces the local one whole. */
    public Optional<LegacyPolicy> assignedPolicy() {
        Optional<LegacyPolicy> fromGpo = assigned(true);
        return fromGpo.isPresent() ? fromGpo : assigned(false);
    }

    private Optional<LegacyPolicy> assigned(boolean fromGpo) {
        return legacyPolicies.stream()
                .filter(policy -> policy.assigned() == LegacyPolicy.Assigned.YES)
                .filter(policy -> (policy.origin().kind() == Origin.Kind.GPO) == fromGpo)
                .findFirst();
    }

    /** Whether anything of the IPsec Policy Agent is in force. */
    public boolean hasLegacyInForce() {
        return rules.stream().anyMatch(rule -> rule.generation() == Generation.LEGACY && isInForce(rule));
    }

    /** Whether a rule is on and, of the Policy Agent, belongs to the policy in force. */
    public boolean isInForce(Rule rule) {
        if (!rule.isEnabled()) {
            return false;
        }
        if (rule.generation() == Generation.MODERN || rule.origin().kind() == Origin.Kind.DYNAMIC) {
            return true;
        }
        return assignedPolicy()
                .filter(policy -> policy.name().equals(rule.policy()))
                .isPresent();
    }

    /** Firewall profiles that are known to be in use, as {@code show currentprofile} or an SA listing tells. */
    public List<Listed> of(Listed.Kind kind) {
        return listed.stream().filter(one -> one.kind() == kind).toList();
    }

    /** The same policy with one rule changed, for asking what if. */
    public HostPolicy with(Rule before, Rule after) {
        return new HostPolicy(
                name,
                legacyPolicies,
                rules.stream().map(rule -> rule.equals(before) ? after : rule).toList(),
                mainModeRules,
                listed,
                unknown);
    }

    /** The same policy with one main mode rule changed. */
    public HostPolicy with(MainModeRule before, MainModeRule after) {
        return new HostPolicy(
                name,
                legacyPolicies,
                rules,
                mainModeRules.stream()
                        .map(rule -> rule.equals(before) ? after : rule)
                        .toList(),
                listed,
                unknown);
    }

    /** The same policy with one rule more. */
    public HostPolicy with(Rule added) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(added);
        return new HostPolicy(name, legacyPolicies, more, mainModeRules, listed, unknown);
    }

    /** The same policy with pre-shared keys that were not read, since they cannot be compared with those of another one. */
    public HostPolicy withoutKeyDigests() {
        return new HostPolicy(
                name,
                legacyPolicies,
                rules.stream()
                        .map(rule -> rule.withKeying(rule.keying().withoutKeyDigests()))
                        .toList(),
                mainModeRules.stream()
                        .map(rule -> rule.withKeying(rule.keying().withoutKeyDigests()))
                        .toList(),
                listed,
                unknown);
    }

    /** The same policy under another name. */
    public HostPolicy named(String other) {
        return new HostPolicy(other, legacyPolicies, rules, mainModeRules, listed, unknown);
    }
}
