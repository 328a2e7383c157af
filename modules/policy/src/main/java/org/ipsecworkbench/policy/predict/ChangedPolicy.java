package org.ipsecworkbench.policy.predict;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ipsecworkbench.policy.AddressRange;
import org.ipsecworkbench.policy.Addresses;
import org.ipsecworkbench.policy.Change;
import org.ipsecworkbench.policy.Change.Attribute;
import org.ipsecworkbench.policy.Effective;
import org.ipsecworkbench.policy.EffectiveRules;
import org.ipsecworkbench.policy.Filter;
import org.ipsecworkbench.policy.Flow;
import org.ipsecworkbench.policy.Generation;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.KeyModule;
import org.ipsecworkbench.policy.Keying;
import org.ipsecworkbench.policy.MainModeRule;
import org.ipsecworkbench.policy.Origin;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.Ports;
import org.ipsecworkbench.policy.Role;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Side;
import org.ipsecworkbench.policy.Treatment;
import org.ipsecworkbench.policy.assemble.ChangeText;

/** A policy with one value changed. */
public final class ChangedPolicy {
    /** What a rule is called that no host has. */
    private static final String NAME = "What if";

    private final HostPolicy policy;
    private final Flow flow;
    private final Change change;

    private ChangedPolicy(HostPolicy policy, Flow flow, Change change) {
        this.policy = policy;
        this.flow = flow;
        this.change = change;
    }

    /** The policy with the value changed. */
    public static HostPolicy of(HostPolicy policy, Flow flow, Side side, Change change) {
        Effective effective = EffectiveRules.of(policy, flow, side);
        Rule rule = effective.rule();
        ChangedPolicy changed = new ChangedPolicy(policy, flow, change);
        if (change.attribute() == Attribute.ACTION) {
            Treatment treatment = ChangeText.action(change.value());
            // The default response acts on nothing by itself, and stays where another rule is given.
            return rule == null || effective.role() == Role.RESPOND
                    ? policy.with(changed.added(treatment))
                    : policy.with(rule, rule.withTreatment(treatment));
        }
        if (rule == null) {
            throw new IllegalArgumentException("No rule of " + policy.name()
                    + " acts on this traffic; give it an action first, such as action=requestinrequestout.");
        }
        return changed.keying(rule, side);
    }

    private Rule added(Treatment treatment) {
        boolean isLegacy = policy.hasLegacyInForce();
        Filter filter = new Filter(
                exactly(flow.source()),
                exactly(flow.destination()),
                Filter.ANY_PROTOCOL,
                Ports.ANY,
                Ports.ANY,
                true,
                Place.NONE);
        return new Rule(
                NAME,
                "",
                "",
                isLegacy ? Generation.LEGACY : Generation.MODERN,
                true,
                new Origin(isLegacy ? Origin.Kind.DYNAMIC : Origin.Kind.LOCAL, ""),
                Set.of(),
                List.of(filter),
                treatment,
                Rule.Tunnel.NONE,
                Keying.NONE,
                List.of(),
                Place.NONE);
    }

    private static Addresses exactly(AddressRange address) {
        return new Addresses(Addresses.Kind.RANGES, List.of(address), address.text());
    }

    private HostPolicy keying(Rule rule, Side side) {
        Party party = new Party(side, policy, rule, flow);
        Keying changed = keying(rule.keying(), party);
        MainModeRule mainMode = party.mainModeRule().orElse(null);
        boolean isOfMainMode =
                change.attribute() == Attribute.MAIN_MODE || change.attribute() == Attribute.AUTHENTICATION;
        return mainMode != null && isOfMainMode
                ? policy.with(mainMode, mainMode.withKeying(keying(mainMode.keying(), party)))
                : policy.with(rule, rule.withKeying(changed));
    }

    private Keying keying(Keying keying, Party party) {
        String value = change.value();
        return switch (change.attribute()) {
            case ACTION -> keying;
            case AUTHENTICATION ->
                new Keying(
                        keying.modules(),
                        behind(party.auth(), ChangeText.auth(value)),
                        keying.secondAuth(),
                        keying.mainMode(),
                        keying.quickMode(),
                        keying.pfsGroup());
            case SECOND_AUTHENTICATION ->
                new Keying(
                        keying.modules(),
                        keying.firstAuth(),
                        behind(party.secondAuth(), ChangeText.secondAuth(value)),
                        keying.mainMode(),
                        keying.quickMode(),
                        keying.pfsGroup());
            case MAIN_MODE -> keying.withMainMode(behind(party.mainMode(), ChangeText.mainMode(value)));
            case QUICK_MODE ->
                new Keying(
                        keying.modules(),
                        keying.firstAuth(),
                        keying.secondAuth(),
                        keying.mainMode(),
                        behind(party.quickMode(), ChangeText.quickMode(value)),
                        keying.pfsGroup());
            case PFS ->
                new Keying(
                        keying.modules(),
                        keying.firstAuth(),
                        keying.secondAuth(),
                        keying.mainMode(),
                        keying.quickMode(),
                        ChangeText.pfs(value));
            case KEY_MODULE ->
                new Keying(
                        modules(party.modules(), ChangeText.modules(value)),
                        keying.firstAuth(),
                        keying.secondAuth(),
                        keying.mainMode(),
                        keying.quickMode(),
                        keying.pfsGroup());
        };
    }

    /** What is there are also the defaults that stand in for what was not read. */
    private <T> List<T> behind(List<T> there, List<T> typed) {
        List<T> all = change.isAdded() ? new ArrayList<>(there) : new ArrayList<>();
        all.addAll(typed);
        return all;
    }

    private Set<KeyModule> modules(Set<KeyModule> there, Set<KeyModule> typed) {
        Set<KeyModule> all = EnumSet.noneOf(KeyModule.class);
        all.addAll(typed);
        if (change.isAdded()) {
            all.addAll(there);
        }
        return all;
    }
}
