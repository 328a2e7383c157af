package org.ipsecworkbench.diagnosis.check.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Pair;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.policy.DirectedPrediction;
import org.ipsecworkbench.policy.Effective;
import org.ipsecworkbench.policy.Outcome;
import org.ipsecworkbench.policy.ProofStep;
import org.ipsecworkbench.policy.Role;
import org.ipsecworkbench.policy.Rule;

/** What the policies of two hosts come to, by the prediction of the policy engine. */
final class Compatibility {
    private static final String AFTER_CHANGE = "Other offers, methods or rules in a later listing.";

    private Compatibility() {}

    static Finding examine(Pair pair) {
        if (!pair.one().isPolicyRead() || !pair.other().isPolicyRead()) {
            return Finding.of(
                    "policies-unread",
                    pair.names(),
                    Verdict.INCONCLUSIVE,
                    0,
                    "The policies of " + pair.label() + " cannot be compared, since one was not read",
                    List.of(),
                    "Listings of both.");
        }
        DirectedPrediction prediction = pair.prediction().decisive();
        Optional<ProofStep> failed = prediction.steps().stream()
                .filter(step -> step.status() == ProofStep.Status.FAILED)
                .findFirst();
        if (failed.isPresent()) {
            return disagreed(pair, prediction, failed.get());
        }
        return switch (prediction.outcome()) {
            case ENCRYPTED ->
                Finding.of(
                        "policies-agree",
                        pair.names(),
                        Verdict.OK,
                        pair.prediction().confidence(),
                        "The policies of " + pair.label() + " agree on " + prediction.protection(),
                        rules(pair),
                        AFTER_CHANGE);
            case INTEGRITY_ONLY, AUTHENTICATED_ONLY -> readable(pair, prediction);
            default -> roles(pair, prediction);
        };
    }

    private static Finding readable(Pair pair, DirectedPrediction prediction) {
        String statement = prediction.outcome() == Outcome.INTEGRITY_ONLY
                ? "Traffic is protected against change only"
                : "Traffic is authenticated at its beginning only";
        return Finding.of(
                        "not-encrypted",
                        pair.names(),
                        Verdict.ATTENTION,
                        pair.prediction().confidence(),
                        statement,
                        rules(pair),
                        "Quick mode SAs with a cipher.")
                .remedied("give the rules quick mode methods with a cipher", Offers.withCipher(pair));
    }

    private static Finding disagreed(Pair pair, DirectedPrediction prediction, ProofStep step) {
        boolean isSenderOne = prediction.flow().equals(pair.prediction().there().flow());
        HostFacts sender = isSenderOne ? pair.one() : pair.other();
        HostFacts receiver = isSenderOne ? pair.other() : pair.one();
        List<Evidence> evidence = new ArrayList<>();
        step.senderEvidence().forEach(place -> evidence.add(sender.at(place, step.ofSender())));
        step.receiverEvidence().forEach(place -> evidence.add(receiver.at(place, step.ofReceiver())));
        Disagreement what = Disagreement.of(step);
        Finding finding = Finding.of(
                what.key(),
                pair.names(),
                Verdict.FAILED,
                pair.prediction().confidence(),
                what.statement(pair),
                evidence,
                AFTER_CHANGE);
        return what.remedied(finding, pair, prediction);
    }

    /** Nothing was negotiated, since of the two not both want to. */
    private static Finding roles(Pair pair, DirectedPrediction prediction) {
        boolean oneAsks = pair.roleOfOne() == Role.NEGOTIATE;
        boolean otherAsks = pair.roleOfOther() == Role.NEGOTIATE;
        if (!oneAsks && !otherAsks) {
            return Finding.of(
                    "nobody-asks",
                    pair.names(),
                    Verdict.ATTENTION,
                    pair.prediction().confidence(),
                    "Neither of " + pair.label() + " asks for IPsec, so what they send each other is in clear",
                    rules(pair),
                    "A rule in force on one of them that asks for IPsec.");
        }
        HostFacts asks = oneAsks ? pair.one() : pair.other();
        HostFacts silent = oneAsks ? pair.other() : pair.one();
        Role role = oneAsks ? pair.roleOfOther() : pair.roleOfOne();
        boolean isClear =
                prediction.outcome() == Outcome.CLEAR_BY_FALLBACK || prediction.outcome() == Outcome.CLEAR_BY_DESIGN;
        return Finding.of(
                        "one-side-only",
                        pair.names(),
                        isClear ? Verdict.ATTENTION : Verdict.FAILED,
                        pair.prediction().confidence(),
                        asks.name() + " asks for IPsec, and " + silent.name() + " "
                                + (role == Role.NONE ? "has no rule for it" : role.label()) + ": "
                                + (isClear ? "traffic is in clear" : "traffic is blocked"),
                        rules(pair),
                        "A rule in force on " + silent.name() + " that negotiates with " + asks.name() + ".")
                .remedied("give " + silent.name() + " a rule that asks for IPsec too");
    }

    /** The rules that act, as far as there are any. */
    private static List<Evidence> rules(Pair pair) {
        List<Evidence> evidence = new ArrayList<>();
        rule(pair.one(), pair.ofOne(), evidence);
        rule(pair.other(), pair.ofOther(), evidence);
        return evidence;
    }

    private static void rule(HostFacts host, Effective effective, List<Evidence> evidence) {
        Rule rule = effective.rule();
        evidence.add(
                rule == null
                        ? new Evidence(host.name(), "rules in force", "", effective.why())
                        : host.at(rule.place(), effective.why()));
    }
}
