package org.ipsecworkbench.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rule of a host acts on a flow.
 *
 * @param role what that makes of the host
 * @param rule the winner; null where none matches
 * @param filter the winner's filter that matches; null for a rule that matches by itself
 * @param candidates all rules in the order of their rank: winner, ties, losers, undecided, others
 * @param facts what it rests on
 * @param why a sentence for people
 */
public record Effective(
        Role role,
        @Nullable Rule rule,
        @Nullable Filter filter,
        List<Candidate> candidates,
        List<Fact> facts,
        String why) {
    /** Copies the lists. */
    public Effective {
        candidates = List.copyOf(candidates);
        facts = List.copyOf(facts);
    }

    /** Whether another rule that does something else is as specific as the winner. */
    public boolean isAmbiguous() {
        return candidates.stream().anyMatch(one -> one.standing() == Candidate.Standing.TIES);
    }
}
