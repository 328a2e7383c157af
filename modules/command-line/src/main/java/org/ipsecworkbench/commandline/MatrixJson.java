package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.policy.Outcome;
import org.ipsecworkbench.policy.Prediction;
import org.ipsecworkbench.policy.PredictionMatrix;
import org.ipsecworkbench.policy.PredictionMatrix.Host;

/** A matrix as {@code ipsecwb/prediction-matrix/1}. */
final class MatrixJson {
    private MatrixJson() {}

    static void write(PredictionMatrix matrix, List<Problem> problems, Writer out) throws IOException {
        try (JsonDocument json = new JsonDocument(out, "ipsecwb/prediction-matrix/1")) {
            json.writeStringField("service", matrix.service().label());
            json.writeArrayFieldStart("hosts");
            for (int i = 0; i < matrix.hosts().size(); i++) {
                Host host = matrix.hosts().get(i);
                json.writeStartObject();
                json.writeStringField("name", host.policy().name());
                json.writeStringField("address", host.address().text());
                json.writeNumberField("kind", matrix.kindOf(i) + 1);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeObjectFieldStart("pairs");
            for (Map.Entry<Outcome, Long> count : matrix.counts().entrySet()) {
                json.writeNumberField(PolicyJson.key(count.getKey()), count.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("cells");
            for (int from = 0; from < matrix.kinds(); from++) {
                for (int to = 0; to < matrix.kinds(); to++) {
                    Prediction prediction = matrix.cell(from, to);
                    if (prediction != null) {
                        json.writeStartObject();
                        json.writeNumberField("from", from + 1);
                        json.writeNumberField("to", to + 1);
                        json.writeNumberField("pairs", matrix.pairs(from, to));
                        json.writeStringField("outcome", PolicyJson.key(prediction.outcome()));
                        json.writeNumberField("confidence", prediction.confidence());
                        json.writeStringField("why", prediction.decisive().why());
                        json.text("cure", prediction.decisive().cure());
                        json.writeEndObject();
                    }
                }
            }
            json.writeEndArray();
            json.problems(problems);
        }
    }
}
