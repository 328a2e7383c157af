package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.policy.DirectedPrediction;
import org.ipsecworkbench.policy.Divergence;
import org.ipsecworkbench.policy.Fact;
import org.ipsecworkbench.policy.Outcome;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.Prediction;
import org.ipsecworkbench.policy.ProofStep;
import org.ipsecworkbench.policy.ProposedChange;
import org.ipsecworkbench.policy.Side;

/** A prediction as {@code ipsecwb/prediction/1}. */
final class PredictionJson {
    private final JsonDocument json;

    private PredictionJson(JsonDocument json) {
        this.json = json;
    }

    static void write(
            Prediction prediction,
            PolicyInput source,
            PolicyInput destination,
            List<String> changes,
            Outcome asRead,
            Writer out)
            throws IOException {
        try (JsonDocument json = new JsonDocument(out, "ipsecwb/prediction/1")) {
            json.strings("changes", changes);
            json.writeStringField("outcomeAsRead", PolicyJson.key(asRead));
            new PredictionJson(json).write(prediction, source, destination);
        }
    }

    private void write(Prediction prediction, PolicyInput source, PolicyInput destination) throws IOException {
        json.writeStringField("from", source.policy().model().name());
        json.writeStringField("to", destination.policy().model().name());
        json.writeStringField("outcome", PolicyJson.key(prediction.outcome()));
        json.writeNumberField("confidence", prediction.confidence());
        json.writeStringField("why", prediction.decisive().why());
        json.text("cure", prediction.decisive().cure());
        direction("there", prediction.there());
        direction("back", prediction.back());
        List<Problem> problems = new ArrayList<>(source.policy().problems());
        problems.addAll(destination.policy().problems());
        json.problems(problems);
    }

    private void direction(String name, DirectedPrediction prediction) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("flow", prediction.flow().label());
        json.writeStringField("outcome", PolicyJson.key(prediction.outcome()));
        json.text("protection", prediction.protection());
        json.writeNumberField("confidence", prediction.confidence());
        json.writeStringField("why", prediction.why());
        Divergence divergence = prediction.divergence();
        if (divergence == null) {
            json.writeNullField("divergence");
        } else {
            json.writeObjectFieldStart("divergence");
            json.writeStringField("attribute", divergence.attribute());
            json.writeStringField("ofSender", divergence.ofSender());
            json.writeStringField("ofReceiver", divergence.ofReceiver());
            json.writeEndObject();
        }
        json.text("cure", prediction.cure());
        ProposedChange change = prediction.change();
        if (change == null) {
            json.writeNullField("change");
        } else {
            boolean isFrom = (change.side() == Side.SOURCE) == name.equals("there");
            json.writeStringField(
                    "change", (isFrom ? "from:" : "to:") + change.change().text());
        }
        json.writeArrayFieldStart("steps");
        for (ProofStep step : prediction.steps()) {
            json.writeStartObject();
            json.writeStringField("id", step.id());
            json.writeStringField("title", step.title());
            json.writeStringField("status", PolicyJson.key(step.status()));
            json.writeStringField("ofSender", step.ofSender());
            json.writeStringField("ofReceiver", step.ofReceiver());
            places("senderEvidence", step.senderEvidence());
            places("receiverEvidence", step.receiverEvidence());
            json.writeStringField("why", step.why());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("facts");
        for (Fact fact : prediction.facts()) {
            json.writeStartObject();
            json.writeStringField("fact", fact.key());
            json.writeNumberField("confidence", fact.confidence());
            json.writeStringField("source", fact.source());
            json.writeStringField("statement", fact.statement());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void places(String name, List<Place> places) throws IOException {
        json.strings(
                name,
                places.stream()
                        .map(Place::label)
                        .filter(label -> !label.isEmpty())
                        .toList());
    }
}
