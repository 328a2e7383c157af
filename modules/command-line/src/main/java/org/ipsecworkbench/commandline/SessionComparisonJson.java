package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.SessionChange;
import org.ipsecworkbench.diagnosis.SessionComparison;
import org.ipsecworkbench.session.EvidenceChange;
import org.ipsecworkbench.session.EvidenceItem;
import org.jspecify.annotations.Nullable;

/** What changed between two sessions as {@code ipsecwb/session-comparison/1}. */
final class SessionComparisonJson {
    private SessionComparisonJson() {}

    static void write(String before, String after, SessionComparison comparison, Writer out) throws IOException {
        try (JsonDocument json = new JsonDocument(out, "ipsecwb/session-comparison/1")) {
            json.writeBooleanField("different", comparison.isDifferent());
            json.writeBooleanField("worse", comparison.isWorse());
            json.writeStringField("headline", comparison.headline());
            session("before", before, comparison.before(), json);
            session("after", after, comparison.after(), json);
            json.writeArrayFieldStart("changes");
            for (SessionChange change : comparison.changes()) {
                json.writeStartObject();
                json.writeStringField("topic", change.topic().key());
                json.writeStringField("trend", change.trend().key());
                json.strings("hosts", change.hosts());
                json.writeStringField("statement", change.statement());
                json.text("before", change.before());
                json.text("after", change.after());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("evidence");
            for (EvidenceChange change : comparison.evidence()) {
                EvidenceItem item = change.item();
                json.writeStartObject();
                json.writeStringField("kind", item.kind().key());
                json.text("host", item.host());
                json.writeStringField("name", item.name());
                json.writeStringField(
                        "standing",
                        change.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'));
                json.text("before", id(change.before()));
                json.text("after", id(change.after()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.strings("notCompared", comparison.notCompared());
        }
    }

    private static void session(String member, String name, Diagnosis diagnosis, JsonDocument json) throws IOException {
        json.writeObjectFieldStart(member);
        json.writeStringField("session", name);
        json.writeStringField("verdict", diagnosis.verdict().key());
        json.writeStringField("headline", diagnosis.headline());
        json.writeEndObject();
    }

    private static String id(@Nullable EvidenceItem item) {
        return item == null ? "" : item.id();
    }
}
