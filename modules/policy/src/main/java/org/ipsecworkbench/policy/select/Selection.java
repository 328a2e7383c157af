package org.ipsecworkbench.policy.select;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.ipsecworkbench.policy.Addresses.Match;
import org.ipsecworkbench.policy.Candidate;
import org.ipsecworkbench.policy.Candidate.Standing;
import org.ipsecworkbench.policy.Effective;
import org.ipsecworkbench.policy.Fact;
import org.ipsecworkbench.policy.Filter;
import org.ipsecworkbench.policy.Flow;
import org.ipsecworkbench.policy.Generation;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.NetworkProfile;
import org.ipsecworkbench.policy.Role;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Side;
import org.ipsecworkbench.policy.Treatment;
import org.ipsecworkbench.policy.table.Facts;
import org.jspecify.annotations.Nullable;

/** Chooses the rule that acts on a flow (policy-model.md, sections 4 and 5). */
public final class Selection {
    /** A filter that matches. */
    private record Hit(Rule rule, Filter filter, Weight weight) {}

    private final HostPolicy policy;
    private final Flow flow;
    private final Side side;
    private final List<Hit> hits = new ArrayList<>();
    private final List<Candidate> undecided = new ArrayList<>();
    private final List<Candidate> others = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final Set<NetworkProfile> inUse;
    private @Nullable Rule response;

    private Selection(HostPolicy policy, Flow flow, Side side) {
        this.policy = policy;
        this.flow = flow;
        this.side = side;
        inUse = Profiles.inUse(policy);
    }

    /** The rule that acts, and all others. */
    public static Effective of(HostPolicy policy, Flow flow, Side side) {
        return new Selection(policy, flow, side).choose();
    }

    private Effective choose() {
        facts.add(Facts.of("policy-read"));
        String exempt = Exemptions.of(policy, flow, facts);
        if (!exempt.isEmpty()) {
            return new Effective(Role.EXEMPT, null, null, List.of(), facts, exempt);
        }
        policy.rules().forEach(this::sort);
        hits.sort(Comparator.comparing(Hit::weight, Collections.reverseOrder()));
        if (!undecided.isEmpty()) {
            boolean isNamed = undecided.stream().anyMatch(one -> one.filter() != null);
            facts.add(Facts.of(isNamed ? "named-address" : "partly-read"));
        }
        return hits.isEmpty() ? withoutMatch() : winner();
    }

    private void sort(Rule rule) {
        if (!policy.isInForce(rule)) {
            String why = rule.isEnabled() ? "Its policy is not assigned." : "It is switched off.";
            others.add(new Candidate(rule, null, Standing.NOT_IN_FORCE, why));
            return;
        }
        if (!rule.profiles().isEmpty()) {
            if (!inUse.isEmpty() && Collections.disjoint(inUse, rule.profiles())) {
                others.add(new Candidate(
                        rule, null, Standing.NOT_IN_FORCE, "No interface is in a profile that it acts in."));
                return;
            }
            if (inUse.isEmpty() && !facts.contains(Facts.of("profile-unknown"))) {
                facts.add(Facts.of("profile-unknown"));
            }
        }
        if (rule.treatment().kind() == Treatment.Kind.RESPOND) {
            response = rule;
        } else if (rule.filters().isEmpty() || rule.treatment().kind() == Treatment.Kind.UNKNOWN) {
            undecided.add(new Candidate(rule, null, Standing.UNDECIDED, "Its filters or its action were not read."));
        } else {
            match(rule);
        }
    }

    private void match(Rule rule) {
        Hit best = null;
        Filter named = null;
        for (Filter filter : rule.filters()) {
            Match match = Matching.of(filter, flow, side);
            Hit hit = new Hit(rule, filter, Weight.of(rule, filter));
            if (match == Match.YES && (best == null || hit.weight().compareTo(best.weight()) > 0)) {
                best = hit;
            } else if (match == Match.UNKNOWN) {
                named = filter;
            }
        }
        if (best != null) {
            hits.add(best);
        } else if (named != null) {
            undecided.add(new Candidate(
                    rule,
                    named,
                    Standing.UNDECIDED,
                    "Only the host knows which addresses " + named.label() + " means."));
        } else {
            others.add(new Candidate(rule, null, Standing.NO_MATCH, "None of its filters matches."));
        }
    }

    private Effective withoutMatch() {
        boolean isModernToo = policy.rules().stream().anyMatch(rule -> rule.generation() == Generation.MODERN);
        if (response != null && !isModernToo) {
            return result(Role.RESPOND, response, null, List.of(), "Only the default response rule is left.");
        }
        if (response != null) {
            facts.add(Facts.of("default-response-ignored"));
        }
        return result(Role.NONE, null, null, List.of(), "No rule in force matches.");
    }

    private Effective winner() {
        Hit first = hits.get(0);
        List<Candidate> ranked = new ArrayList<>();
        ranked.add(new Candidate(
                first.rule(),
                first.filter(),
                Standing.WINS,
                "Its filter is the most specific: " + first.filter().label()));
        for (Hit hit : hits.subList(1, hits.size())) {
            boolean isTie = hit.weight().equals(first.weight()) && differs(hit.rule(), first.rule());
            ranked.add(new Candidate(
                    hit.rule(),
                    hit.filter(),
                    isTie ? Standing.TIES : Standing.LOSES,
                    isTie
                            ? "Its filter is as specific and it does something else: "
                                    + hit.filter().label()
                            : "Its filter matches and is less specific: "
                                    + hit.filter().label()));
        }
        if (hits.size() > 1) {
            facts.add(Facts.of("specificity"));
        }
        if (ranked.stream().anyMatch(one -> one.standing() == Standing.TIES)) {
            facts.add(Facts.of("ambiguous"));
        }
        boolean hasModern = hits.stream().anyMatch(hit -> hit.rule().generation() == Generation.MODERN);
        if (hasModern && policy.hasLegacyInForce()) {
            facts.add(Facts.of("legacy-and-modern"));
        }
        String why = "Rule \"" + first.rule().name() + "\": "
                + first.rule().treatment().label() + ".";
        return result(role(first.rule()), first.rule(), first.filter(), ranked, why);
    }

    private static boolean differs(Rule one, Rule other) {
        return !one.treatment().equals(other.treatment())
                || !one.keying().equals(other.keying()) && one.treatment().kind() == Treatment.Kind.NEGOTIATE;
    }

    private static Role role(Rule rule) {
        return switch (rule.treatment().kind()) {
            case PERMIT -> Role.PERMIT;
            case BLOCK -> Role.BLOCK;
            case RESPOND -> Role.RESPOND;
            case NEGOTIATE -> Role.NEGOTIATE;
            case UNKNOWN -> Role.NONE;
        };
    }

    private Effective result(
            Role role, @Nullable Rule rule, @Nullable Filter filter, List<Candidate> ranked, String why) {
        List<Candidate> all = new ArrayList<>(ranked);
        all.addAll(undecided);
        all.addAll(others);
        return new Effective(role, rule, filter, all, facts, why);
    }
}
