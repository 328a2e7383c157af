package org.ipsecworkbench.policy.predict;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.policy.Effective;
import org.ipsecworkbench.policy.EffectiveRules;
import org.ipsecworkbench.policy.Flow;
import org.ipsecworkbench.policy.Outcome;
import org.ipsecworkbench.policy.PredictionMatrix.Host;
import org.ipsecworkbench.policy.PredictionMatrix.Service;
import org.ipsecworkbench.policy.PredictionMatrix.Verdict;
import org.ipsecworkbench.policy.Role;
import org.ipsecworkbench.policy.Side;

/**
 * What pairs of kinds of hosts come to. Which rule of a kind acts is asked once for all peers whose addresses no filter tells apart, and a
 * negotiation is predicted once for all pairs that bring the same to it. For one thread.
 */
public final class Verdicts {
    /** Ways in which a host is asked: as the source or the destination of a request or of its reply. */
    private static final int WAYS = 4;

    private static final int UNKNOWN = -1;

    private final List<List<Host>> kinds;
    private final Service service;
    private final int[] addressing;
    private final int addressings;
    private final int[][] known;
    private final Map<Behaviour, Integer> behaviours = new HashMap<>();
    private final Map<Integer, Role> roles = new HashMap<>();
    private final Map<Long, Outcome> outcomes = new HashMap<>();
    private final Map<Verdict, Verdict> shared = new HashMap<>();

    /**
     * Of some kinds.
     *
     * @param kinds hosts of each
     * @param addressing what each kind's addresses are to filters
     */
    public Verdicts(List<List<Host>> kinds, List<HostKind.Addressing> addressing, Service service) {
        this.kinds = kinds;
        this.service = service;
        Map<HostKind.Addressing, Integer> numbers = new HashMap<>();
        this.addressing = addressing.stream()
                .mapToInt(one -> numbers.computeIfAbsent(one, any -> numbers.size()))
                .toArray();
        addressings = numbers.size();
        known = new int[kinds.size()][];
    }

    /** Of pairs of two kinds; of two hosts of it, where both are one. */
    public Verdict of(int from, int to) {
        Host one = kinds.get(from).get(0);
        Host other = kinds.get(to).get(from == to ? 1 : 0);
        Flow there = service.between(one.address(), other.address());
        Flow back = there.reverse();
        int asking = behaviour(from, to, one, there, 0);
        int asked = behaviour(to, from, other, there, 1);
        int replying = behaviour(to, from, other, back, 2);
        int replied = behaviour(from, to, one, back, 3);
        Outcome forth = outcome(asking, asked, one, other, there);
        Outcome reply = outcome(replying, replied, other, one, back);
        boolean isRespondOnly = roles.get(asking) == Role.RESPOND && roles.get(asked) == Role.RESPOND;
        Verdict verdict = new Verdict(reply.compareTo(forth) > 0 ? reply : forth, isRespondOnly);
        return shared.computeIfAbsent(verdict, same -> same);
    }

    private static Side side(int way) {
        return way % 2 == 0 ? Side.SOURCE : Side.DESTINATION;
    }

    private int behaviour(int kind, int peer, Host host, Flow flow, int way) {
        int[] ofKind = known[kind];
        if (ofKind == null) {
            ofKind = new int[addressings * WAYS];
            Arrays.fill(ofKind, UNKNOWN);
            known[kind] = ofKind;
        }
        int at = addressing[peer] * WAYS + way;
        if (ofKind[at] == UNKNOWN) {
            Effective effective = EffectiveRules.of(host.policy(), flow, side(way));
            Behaviour behaviour = Behaviour.of(host.policy(), effective, flow, side(way));
            ofKind[at] = behaviours.computeIfAbsent(behaviour, any -> behaviours.size());
            roles.put(ofKind[at], behaviour.role());
        }
        return ofKind[at];
    }

    private Outcome outcome(int sender, int receiver, Host source, Host destination, Flow flow) {
        return outcomes.computeIfAbsent(
                (long) sender << Integer.SIZE | receiver,
                any -> Run.predict(source.policy(), destination.policy(), flow).outcome());
    }
}
