package org.ipsecworkbench.commandline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
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
import org.jspecify.annotations.Nullable;

/** Coverage as JSON by the schema {@code ipsecwb/coverage/1}; what is not known is null. */
final class CoverageJson {
    private final JsonGenerator json;

    private CoverageJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(List<Result> results, Writer out) throws IOException {
        document(out, "ipsecwb/coverage/1", json -> {
            json.writeArrayFieldStart("captures");
            for (Result result : results) {
                new CoverageJson(json).capture(result);
            }
            json.writeEndArray();
        });
    }

    /** Two captures and what changed between them, by the schema {@code ipsecwb/comparison/1}. */
    static void write(Result before, Result after, Comparison comparison, Writer out) throws IOException {
        document(out, "ipsecwb/comparison/1", json -> {
            CoverageJson writer = new CoverageJson(json);
            json.writeFieldName("before");
            writer.capture(before);
            json.writeFieldName("after");
            writer.capture(after);
            json.writeStringField("outcome", comparison.outcome().key());
            writer.strings("reasons", comparison.reasons());
            json.writeArrayFieldStart("changes");
            for (Comparison.PairChange change : comparison.changes()) {
                writer.change(change);
            }
            json.writeEndArray();
        });
    }

    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    static void document(Writer out, String schema, Body body) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeStringField("schema", schema);
            body.write(json);
            json.writeEndObject();
        }
        out.write(System.lineSeparator());
    }

    private void change(Comparison.PairChange change) throws IOException {
        json.writeStartObject();
        json.writeStringField("a", change.a());
        json.writeStringField("b", change.b());
        text("network", change.network());
        text("before", change.before() == null ? "" : change.before().verdict().key());
        text("after", change.after() == null ? "" : change.after().verdict().key());
        json.writeStringField("change", change.change().key());
        strings("reasons", change.reasons());
        json.writeEndObject();
    }

    private void text(String name, String value) throws IOException {
        if (value.isEmpty()) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }

    private void capture(Result result) throws IOException {
        Coverage coverage = result.coverage();
        json.writeStartObject();
        json.writeStringField("file", result.name());
        if (coverage == null) {
            unread(result);
        } else {
            json.writeStringField("format", coverage.format());
            strings("linkTypes", coverage.linkTypes());
            json.writeNumberField("packets", coverage.packets());
            json.writeNumberField("bytes", coverage.bytes());
            time("start", coverage.start());
            time("end", coverage.end());
            json.writeNumberField("truncatedPackets", coverage.truncatedPackets());
            json.writeNumberField("malformedPackets", coverage.malformedPackets());
            json.writeNumberField("copiedPackets", coverage.copiedPackets());
            problems(coverage.problems());
            classes(coverage.classes());
            json.writeArrayFieldStart("pairs");
            for (HostPair pair : coverage.pairs()) {
                pair(pair);
            }
            json.writeEndArray();
            json.writeStringField("verdict", coverage.verdict().key());
            strings("reasons", coverage.reasons());
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
        problems(List.of(new Problem("file", result.error())));
        classes(Map.of());
        strings("pairs", List.of());
        json.writeNullField("verdict");
        strings("reasons", List.of());
    }

    private void pair(HostPair pair) throws IOException {
        json.writeStartObject();
        json.writeStringField("a", pair.a());
        json.writeStringField("b", pair.b());
        text("network", pair.network());
        classes(pair.classes());
        direction("aToB", pair.aToB());
        direction("bToA", pair.bToA());
        json.writeStringField("verdict", pair.verdict().key());
        json.writeNumberField("confidence", pair.confidence());
        strings("reasons", pair.reasons());
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

    private void problems(List<Problem> problems) throws IOException {
        json.writeArrayFieldStart("problems");
        for (Problem problem : problems) {
            json.writeStartObject();
            json.writeStringField("where", problem.where());
            json.writeStringField("what", problem.what());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void strings(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private void time(String name, @Nullable Instant time) throws IOException {
        if (time == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, time.toString());
        }
    }
}
