package org.ipsecworkbench.policy.predict;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.policy.AuthMethod;
import org.ipsecworkbench.policy.Effective;
import org.ipsecworkbench.policy.Filter;
import org.ipsecworkbench.policy.Flow;
import org.ipsecworkbench.policy.Generation;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.KeyModule;
import org.ipsecworkbench.policy.Offer;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.Role;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Side;
import org.ipsecworkbench.policy.Treatment;
import org.ipsecworkbench.policy.judge.Unplaced;
import org.jspecify.annotations.Nullable;

/**
 * All that one side brings to a prediction and that its outcome depends on. Policies of many kinds act alike on one flow: what differs
 * is in rules about other traffic, in names, or in lifetimes, which prevent no agreement.
 *
 * @param modules empty for the default
 * @param mainMode what of each offer has to be equal
 * @param quickMode what of each offer has to be equal
 */
public record Behaviour(
        Role role,
        Generation generation,
        Treatment treatment,
        Rule.Tunnel tunnel,
        @Nullable Filter filter,
        Set<KeyModule> modules,
        List<AuthMethod> auth,
        List<AuthMethod> secondAuth,
        List<Map<String, String>> mainMode,
        List<Map<String, String>> quickMode,
        String pfs) {
    /** Of the host at one side of a flow, where it is known which rule acts. */
    public static Behaviour of(HostPolicy policy, Effective effective, Flow flow, Side side) {
        Rule rule = effective.rule();
        Filter filter = effective.filter();
        Generation generation = Run.generation(effective, policy);
        if (rule == null) {
            return new Behaviour(
                    effective.role(),
                    generation,
                    Treatment.UNKNOWN,
                    Rule.Tunnel.NONE,
                    null,
                    Set.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    "");
        }
        Party party = new Party(side, policy, rule, flow);
        return new Behaviour(
                effective.role(),
                generation,
                rule.treatment(),
                rule.tunnel(),
                filter == null ? null : Unplaced.filter(filter),
                party.modules(),
                unplaced(party.auth()),
                unplaced(party.secondAuth()),
                values(party.mainMode()),
                values(party.quickMode()),
                party.pfs());
    }

    private static List<AuthMethod> unplaced(List<AuthMethod> methods) {
        return methods.stream().map(one -> one.at(Place.NONE)).toList();
    }

    private static List<Map<String, String>> values(List<? extends Offer> offers) {
        return offers.stream().map(Offer::values).toList();
    }
}
