package org.ipsecworkbench.policy.predict;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ipsecworkbench.policy.Demand;
import org.ipsecworkbench.policy.DirectedPrediction;
import org.ipsecworkbench.policy.Divergence;
import org.ipsecworkbench.policy.Effective;
import org.ipsecworkbench.policy.EffectiveRules;
import org.ipsecworkbench.policy.Fact;
import org.ipsecworkbench.policy.Flow;
import org.ipsecworkbench.policy.Generation;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.Outcome;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.ProofStep;
import org.ipsecworkbench.policy.ProofStep.Status;
import org.ipsecworkbench.policy.QuickModeOffer;
import org.ipsecworkbench.policy.QuickModeOffer.Encapsulation;
import org.ipsecworkbench.policy.Role;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Side;
import org.ipsecworkbench.policy.predict.MatrixRow.Result;
import org.ipsecworkbench.policy.table.Facts;
import org.jspecify.annotations.Nullable;

/** One direction of a prediction: effective rules, matrix, and the negotiation where there is one. */
public final class Run {
    private final HostPolicy source;
    private final HostPolicy destination;
    private final Flow flow;
    private final Effective sender;
    private final Effective receiver;
    private final List<ProofStep> steps = new ArrayList<>();
    private final Set<Fact> facts = new LinkedHashSet<>();
    private double confidence;

    private Run(HostPolicy source, HostPolicy destination, Flow flow, Effective sender, Effective receiver) {
        this.source = source;
        this.destination = destination;
        this.flow = flow;
        this.sender = sender;
        this.receiver = receiver;
        // What each side rests on counts once per side, as far as the two are not the same assumption.
        confidence = Facts.of("policy-read").confidence();
        facts.addAll(sender.facts());
        facts.addAll(receiver.facts());
    }

    /** What happens when the source of a flow begins. */
    public static DirectedPrediction predict(HostPolicy source, HostPolicy destination, Flow flow) {
        return new Run(
                        source,
                        destination,
                        flow,
                        EffectiveRules.of(source, flow, Side.SOURCE),
                        EffectiveRules.of(destination, flow, Side.DESTINATION))
                .predict();
    }

    private DirectedPrediction predict() {
        steps.add(effective("a", source, sender, receiver));
        if (sender.role() == Role.EXEMPT) {
            return finish(Outcome.CLEAR_BY_DESIGN, "", sender.why(), null, Cure.NONE);
        }
        Generation one = generation(sender, source);
        Generation other = generation(receiver, destination);
        Generation generation = one == other ? one : Generation.LEGACY;
        if (one != other && sender.role() != Role.NONE && receiver.role() != Role.NONE) {
            facts.add(Facts.of("two-generations"));
        }
        MatrixRow row = MatrixRow.of(
                generation,
                MatrixRow.role(sender, Side.SOURCE, one),
                MatrixRow.role(receiver, Side.DESTINATION, other));
        facts.add(row.fact());
        steps.add(new ProofStep(
                "matrix",
                "What the roles add up to",
                Status.DECIDED,
                words(sender),
                words(receiver),
                places(sender),
                places(receiver),
                row.fact().statement()));
        return switch (row.result()) {
            case NEGOTIATE -> negotiate(row, source, sender, destination, receiver);
            case NEGOTIATE_BACK -> negotiate(row, destination, receiver, source, sender);
            default ->
                finish(
                        outcome(row.result()),
                        "",
                        row.fact().statement(),
                        roles(row.result()),
                        Cures.of(row.result(), source, sender, destination, receiver));
        };
    }

    /** A host without a rule is as its policy is; without any, as the other one. */
    static Generation generation(Effective effective, HostPolicy policy) {
        Rule rule = effective.rule();
        if (rule != null) {
            return rule.generation();
        }
        return policy.hasLegacyInForce() ? Generation.LEGACY : Generation.MODERN;
    }

    private static ProofStep effective(String id, HostPolicy policy, Effective sender, Effective receiver) {
        return new ProofStep(
                id,
                "Which rules act",
                Status.DECIDED,
                words(sender),
                words(receiver),
                places(sender),
                places(receiver),
                sender.why().equals(receiver.why())
                        ? "Both: " + sender.why()
                        : policy.name() + ": " + sender.why() + " The other host: " + receiver.why());
    }

    private static String words(Effective effective) {
        Rule rule = effective.rule();
        boolean negotiates = effective.role() == Role.NEGOTIATE && rule != null;
        return negotiates && rule != null
                ? rule.treatment().label()
                : effective.role().label();
    }

    private static List<Place> places(Effective effective) {
        Rule rule = effective.rule();
        return rule == null ? List.of() : List.of(rule.placeOf("action"));
    }

    private @Nullable Divergence roles(Result result) {
        boolean isOne = sender.role() == receiver.role() && result == Result.CLEAR;
        return isOne ? null : new Divergence("what the rules ask for", words(sender), words(receiver));
    }

    private DirectedPrediction negotiate(
            MatrixRow row, HostPolicy first, Effective begins, HostPolicy second, Effective answers) {
        Rule one = begins.rule();
        Rule other = answers.rule();
        if (one == null || other == null) {
            throw new IllegalStateException("only rules negotiate");
        }
        boolean isSourceFirst = row.result() == Result.NEGOTIATE;
        Negotiation negotiation = new Negotiation(
                new Party(isSourceFirst ? Side.SOURCE : Side.DESTINATION, first, one, flow),
                begins.filter(),
                new Party(isSourceFirst ? Side.DESTINATION : Side.SOURCE, second, other, flow),
                answers.filter());
        QuickModeOffer agreed = negotiation.run();
        negotiation.trace().steps().forEach(step -> steps.add(isSourceFirst ? step : step.exchanged()));
        facts.addAll(negotiation.trace().facts());
        ProofStep last = steps.get(steps.size() - 1);
        if (agreed != null) {
            facts.add(Facts.of("no-nat"));
            return finish(outcome(agreed), agreed.label(), "They agree on " + agreed.label() + ".", null, Cure.NONE);
        }
        boolean fallsBack =
                negotiation.trace().isUnanswered() && one.treatment().outbound() == Demand.REQUEST;
        Outcome outcome = fallsBack ? Outcome.CLEAR_BY_FALLBACK : outcome(row.onFailure());
        Divergence divergence = negotiation.trace().divergence();
        return finish(
                outcome == Outcome.BLOCKED ? Outcome.FAILS : outcome,
                "",
                last.why(),
                divergence == null || isSourceFirst ? divergence : divergence.exchanged(),
                negotiation.trace().cure());
    }

    private static Outcome outcome(QuickModeOffer agreed) {
        if (agreed.encrypts()) {
            return Outcome.ENCRYPTED;
        }
        return agreed.encapsulation() == Encapsulation.NONE ? Outcome.AUTHENTICATED_ONLY : Outcome.INTEGRITY_ONLY;
    }

    private static Outcome outcome(Result result) {
        return switch (result) {
            case CLEAR -> Outcome.CLEAR_BY_DESIGN;
            case CLEAR_BY_FALLBACK -> Outcome.CLEAR_BY_FALLBACK;
            case BLOCKED -> Outcome.BLOCKED;
            case FAILS -> Outcome.FAILS;
            case NEGOTIATE, NEGOTIATE_BACK -> Outcome.UNKNOWN;
        };
    }

    private DirectedPrediction finish(
            Outcome outcome, String protection, String why, @Nullable Divergence divergence, Cure cure) {
        // One policy was counted when the run began; the fact counts the other one.
        for (Fact fact : facts) {
            confidence *= fact.confidence();
        }
        return new DirectedPrediction(
                flow,
                outcome,
                protection,
                why,
                steps,
                divergence,
                cure.sentence(),
                cure.change(),
                List.copyOf(facts),
                confidence,
                sender,
                receiver);
    }
}
