package org.ipsecworkbench.diagnosis.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.diagnosis.Cause;
import org.ipsecworkbench.diagnosis.CheckResult;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.spi.ReportFormat;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.json.JsonValue;
import org.ipsecworkbench.json.JsonWriter;
import org.openide.util.lookup.ServiceProvider;

/** A diagnosis as {@code ipsecwb/diagnosis/1}, whose fields the documentation of the command line lists. */
@ServiceProvider(service = ReportFormat.class, position = 150)
public final class JsonReport implements ReportFormat {
    private static final JsonValue NOTHING = new JsonValue.Literal("null", 0);

    @Override
    public String key() {
        return "json";
    }

    @Override
    public String label() {
        return "Data (JSON)";
    }

    @Override
    public void write(Diagnosis diagnosis, Instant made, OutputStream out) throws IOException {
        JsonWriter json = new JsonWriter()
                .put("schema", "ipsecwb/diagnosis/1")
                .put("verdict", diagnosis.verdict().key())
                .put("headline", diagnosis.headline())
                .put(
                        "hosts",
                        diagnosis.scene().hosts().stream().map(JsonReport::host).toList())
                .put(
                        "causes",
                        diagnosis.causes().stream().map(JsonReport::cause).toList())
                .put(
                        "checks",
                        diagnosis.checks().stream().map(JsonReport::check).toList());
        out.write(JsonWriter.indented(json.build()));
    }

    private static JsonValue check(CheckResult check) {
        return new JsonWriter()
                .put("check", check.key())
                .put("question", check.question())
                .put("verdict", check.verdict().key())
                .put("next", text(check.next()))
                .put(
                        "findings",
                        check.findings().stream()
                                .map(finding -> finding(finding).build())
                                .toList())
                .build();
    }

    private static JsonValue host(HostFacts host) {
        Failure failure = host.evidence().failure();
        return new JsonWriter()
                .put("name", host.name())
                .put("simulated", host.evidence().isSimulated())
                .put("windows", text(host.platform().label()))
                .put("addresses", strings(host.addresses()))
                .put("answers", host.evidence().transcripts().size())
                .put(
                        "failure",
                        failure == null
                                ? NOTHING
                                : new JsonWriter()
                                        .put("explanation", failure.explanation())
                                        .put("nextStep", failure.nextStep())
                                        .build())
                .build();
    }

    private static JsonValue cause(Cause cause) {
        return new JsonWriter()
                .put("sentence", cause.sentence())
                .put("causeConfidence", number(cause.confidence()))
                .putAll(finding(cause.finding()).build())
                .put("explains", keys(cause.supporting()))
                .put("against", keys(cause.against()))
                .put("nextStep", cause.nextStep())
                .build();
    }

    private static List<JsonValue> keys(List<Finding> findings) {
        return strings(findings.stream().map(Finding::key).toList());
    }

    private static JsonWriter finding(Finding finding) {
        return new JsonWriter()
                .put("finding", finding.key())
                .put("hosts", strings(finding.hosts()))
                .put("verdict", finding.verdict().key())
                .put("confidence", number(finding.confidence()))
                .put("statement", finding.statement() + ".")
                .put(
                        "evidence",
                        finding.evidence().stream().map(JsonReport::evidence).toList())
                .put("wouldChange", finding.wouldChange())
                .put(
                        "remedies",
                        finding.remedies().stream().map(JsonReport::remedy).toList());
    }

    private static JsonValue evidence(Evidence evidence) {
        return new JsonWriter()
                .put("host", evidence.host())
                .put("source", evidence.source())
                .put("place", text(evidence.place()))
                .put("text", text(evidence.text()))
                .build();
    }

    private static JsonValue remedy(Remedy remedy) {
        return new JsonWriter()
                .put("id", remedy.id())
                .put("host", text(remedy.host()))
                .put("title", remedy.title())
                .put("commands", strings(remedy.commandLines()))
                .put("risk", remedy.risk().label())
                .put("warning", remedy.warning())
                .put(
                        "conditions",
                        remedy.conditions().stream()
                                .map(condition -> new JsonWriter()
                                        .put("host", condition.host())
                                        .put("reads", condition.reads())
                                        .put("command", condition.command().line())
                                        .build())
                                .toList())
                .put("undo", strings(remedy.undoLines()))
                .put("undoesItselfAfterMinutes", remedy.timer().minutes())
                .put("undoesItselfInAnyCase", remedy.timer() == Remedy.Timer.IN_ANY_CASE)
                .build();
    }

    /** A text that is not known where it is empty. */
    private static JsonValue text(String value) {
        return value.isEmpty() ? NOTHING : new JsonValue.Text(value, 0);
    }

    private static JsonValue number(double value) {
        return new JsonValue.Literal(String.format(Locale.ROOT, "%.3f", value), 0);
    }

    private static List<JsonValue> strings(List<String> values) {
        return values.stream()
                .<JsonValue>map(value -> new JsonValue.Text(value, 0))
                .toList();
    }
}
