package org.ipsecworkbench.policyexplorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ipsecworkbench.policy.DirectedPrediction;
import org.ipsecworkbench.policy.Fact;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.ProofStep;
import org.ipsecworkbench.workbench.Mark;

/**
 * A line of the proof of a prediction: a step, or a fact that it rests on.
 *
 * @param mark the icon of its result
 * @param result in words, or the confidence in percent
 * @param title what was looked at
 * @param ofSender value of the host that begins
 * @param ofReceiver value of the other one
 * @param why a sentence
 * @param senderPlaces where the sender's value stands; empty where it was assumed
 * @param receiverPlaces the same of the receiver's
 */
record TraceRow(
        Mark mark,
        String result,
        String title,
        String ofSender,
        String ofReceiver,
        String why,
        String senderPlaces,
        String receiverPlaces) {
    private static final double SURE = 0.9;

    /** All steps in order, then what they rest on. */
    static List<TraceRow> of(DirectedPrediction prediction) {
        List<TraceRow> rows = new ArrayList<>();
        for (ProofStep step : prediction.steps()) {
            rows.add(new TraceRow(
                    Outcomes.mark(step.status()),
                    step.status().name().toLowerCase(Locale.ROOT),
                    step.title(),
                    step.ofSender(),
                    step.ofReceiver(),
                    step.why(),
                    places(step.senderEvidence()),
                    places(step.receiverEvidence())));
        }
        for (Fact fact : prediction.facts()) {
            rows.add(new TraceRow(
                    fact.confidence() < SURE ? Mark.INCONCLUSIVE : Mark.NOT_COUNTED,
                    Math.round(fact.confidence() * 100) + " % sure",
                    "It rests on",
                    "",
                    "",
                    fact.statement() + " (" + fact.source() + ")",
                    "",
                    ""));
        }
        return rows;
    }

    private static String places(List<Place> places) {
        return places.stream()
                .map(Place::label)
                .filter(label -> !label.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
