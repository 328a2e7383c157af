package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.capture.Comparison;
import org.ipsecworkbench.capture.Count;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Direction;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.capture.TrafficClass;

/** Coverage as JSON by the schema {@code ipsecwb/coverage/1}; what is not known is null. */
final class CoverageJson {
    private final JsonDocument json;

    private CoverageJson(JsonDocument json) {
        this.json = json;
    }

    static void write(List<Result> results, Writer out) throws IOException {
        try (JsonDocument json = new JsonDocument(out, "ipsecwb/coverage/1")) {
            json.writeArrayFieldStart("captures");
            for (Result result : results) {
                new CoverageJson(json).capture(result);
            }
            json.writeEndArray();
        }
    }

    /** Two captures and what changed between them, by the schema {@code ipsecwb/comparison/1}. */
    static void write(Result before, Result after, Comparison comparison, Writer out) throws IOException {
        try (JsonDocument json = new JsonDocument(out, "ipsecwb/comparison/1")) {
            CoverageJson writer = new CoverageJson(json);
            json.writeFieldName("before");
            writer.capture(before);
            json.writeFieldName("after");
            writer.capture(after);
            json.writeStringField("outcome", comparison.outcome().key());
            json.strings("reasons", comparison.reasons());
            json.writeArrayFieldStart("changes");
            for (Comparison.PairChange change : comparison.changes()) {
                writer.change(change);
            }
            json.writeEndArray();
        }
    }

    private void change(Comparison.PairChange change) throws IOException {
        json.writeStartObject();
        json.writeStringField("a", change.a());
        json.writeStringField("b", change.b());
        json.text("network", change.network());
        json.text(
                "before",
                change.before() == null ? "" : change.before().verdict().key());
        json.text(
                "after", change.after() == null ? "" : change.after().verdict().key());
        json.writeStringField("change", change.change().key());
        json.strings("reasons", change.reasons());
        json.writeEndObject();
    }

    private void capture(Result result) throws IOException {
        Coverage coverage = result.coverage();
        json.writeStartObject();
        json.writeStringField("file", result.name());
        if (coverage == null) {
            unread(result);
        } else {
            json.writeStringField("format", coverage.format());
            json.strings("linkTypes", coverage.linkTypes());
            json.writeNumberField("packets", coverage.packets());
            json.writeNumberField("bytes", coverage.bytes());
            json.time("start", coverage.start());
            json.time("end", coverage.end());
            json.writeNumberField("truncatedPackets", coverage.truncatedPackets());
            json.writeNumberField("malformedPackets", coverage.malformedPackets());
            json.writeNumberField("copiedPackets", coverage.copiedPackets());
            json.problems(coverage.problems());
            classes(coverage.classes());
            json.writeArrayFieldStart("pairs");
            for (HostPair pair : coverage.pairs()) {
                pair(pair);
            }
            json.writeEndArray();
            json.writeStringField("verdict", coverage.verdict().key());
            json.strings("reasons", coverage.reasons());
        }
        json.writeEndObject();
    }

    private void unread(Result result) throws IOException {
        for (String unknown : List.of("format", "linkTypes", "packets", "bytes", "start", "end")) {
            json.writeNullField(unknown);
        }
        json.writeNullField("truncatedPackets");
        json.writeNullField("malformedPackets");
        json.writeNullField("copiedPackets");
        json.problems(List.of(new Problem("file", result.error())));
        classes(Map.of());
        json.strings("pairs", List.of());
        json.writeNullField("verdict");
        json.strings("reasons", List.of());
    }

    private void pair(HostPair pair) throws IOException {
        json.writeStartObject();
        json.writeStringField("a", pair.a());
        json.writeStringField("b", pair.b());
        json.text("network", pair.network());
        classes(pair.classes());
        direction("aToB", pair.aToB());
        direction("bToA", pair.bToA());
        json.writeStringField("verdict", pair.verdict().key());
        json.writeNumberField("confidence", pair.confidence());
        json.strings("reasons", pair.reasons());
        json.writeArrayFieldStart("evidence");
        for (Map.Entry<Protection, Long> first : pair.evidence().entrySet()) {
            json.writeStartObject();
            json.writeNumberField("packet", first.getValue() + 1);
            json.writeStringField("shows", first.getKey().key());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Shares of nothing are unknown. */
    private void direction(String name, Direction direction) throws IOException {
        json.writeObjectFieldStart(name);
        if (direction.eligible() == 0) {
            json.writeNullField("protected");
            json.writeNullField("confidential");
        } else {
            json.writeNumberField("protected", rounded(direction.protectedShare()));
            json.writeNumberField("confidential", rounded(direction.confidentialShare()));
        }
        json.writeNumberField("eligible", direction.eligible());
        json.writeEndObject();
    }

    /** Six digits say more than any sample can. */
    private static double rounded(double share) {
        return Math.round(share * 1e6) / 1e6;
    }

    private void classes(Map<TrafficClass, Count> classes) throws IOException {
        json.writeObjectFieldStart("classes");
        for (Map.Entry<TrafficClass, Count> entry : classes.entrySet()) {
            json.writeObjectFieldStart(entry.getKey().key());
            json.writeNumberField("packets", entry.getValue().packets());
            json.writeNumberField("bytes", entry.getValue().bytes());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
