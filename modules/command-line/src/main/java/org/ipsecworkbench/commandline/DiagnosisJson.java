package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.ipsecworkbench.diagnosis.Cause;
import org.ipsecworkbench.diagnosis.CheckResult;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.hostconnection.Failure;

/** A diagnosis as {@code ipsecwb/diagnosis/1}. */
final class DiagnosisJson {
    private final JsonDocument json;

    private DiagnosisJson(JsonDocument json) {
        this.json = json;
    }

    static void write(Diagnosis diagnosis, Writer out) throws IOException {
        try (JsonDocument json = new JsonDocument(out, "ipsecwb/diagnosis/1")) {
            new DiagnosisJson(json).write(diagnosis);
        }
    }

    private void write(Diagnosis diagnosis) throws IOException {
        json.writeStringField("verdict", diagnosis.verdict().key());
        json.writeStringField("headline", diagnosis.headline());
        json.writeArrayFieldStart("hosts");
        for (HostFacts host : diagnosis.scene().hosts()) {
            host(host);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("causes");
        for (Cause cause : diagnosis.causes()) {
            cause(cause);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("checks");
        for (CheckResult check : diagnosis.checks()) {
            json.writeStartObject();
            json.writeStringField("check", check.key());
            json.writeStringField("question", check.question());
            json.writeStringField("verdict", check.verdict().key());
            json.text("next", check.next());
            json.writeArrayFieldStart("findings");
            for (Finding finding : check.findings()) {
                json.writeStartObject();
                finding(finding);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void host(HostFacts host) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", host.name());
        json.writeBooleanField("simulated", host.evidence().isSimulated());
        json.text("windows", host.platform().label());
        json.strings("addresses", host.addresses());
        json.writeNumberField("answers", host.evidence().transcripts().size());
        Failure failure = host.evidence().failure();
        if (failure == null) {
            json.writeNullField("failure");
        } else {
            json.writeObjectFieldStart("failure");
            json.writeStringField("explanation", failure.explanation());
            json.writeStringField("nextStep", failure.nextStep());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void cause(Cause cause) throws IOException {
        json.writeStartObject();
        json.writeStringField("sentence", cause.sentence());
        json.writeNumberField("causeConfidence", cause.confidence());
        finding(cause.finding());
        keys("explains", cause.supporting());
        keys("against", cause.against());
        json.writeStringField("nextStep", cause.nextStep());
        json.writeEndObject();
    }

    private void keys(String name, List<Finding> findings) throws IOException {
        json.strings(name, findings.stream().map(Finding::key).toList());
    }

    private void finding(Finding finding) throws IOException {
        json.writeStringField("finding", finding.key());
        json.strings("hosts", finding.hosts());
        json.writeStringField("verdict", finding.verdict().key());
        json.writeNumberField("confidence", finding.confidence());
        json.writeStringField("statement", finding.statement() + ".");
        json.writeArrayFieldStart("evidence");
        for (Evidence evidence : finding.evidence()) {
            json.writeStartObject();
            json.writeStringField("host", evidence.host());
            json.writeStringField("source", evidence.source());
            json.text("place", evidence.place());
            json.text("text", evidence.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("wouldChange", finding.wouldChange());
        json.writeArrayFieldStart("remedies");
        for (Remedy remedy : finding.remedies()) {
            remedy(remedy);
        }
        json.writeEndArray();
    }

    private void remedy(Remedy remedy) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", remedy.id());
        json.text("host", remedy.host());
        json.writeStringField("title", remedy.title());
        json.strings("commands", remedy.commandLines());
        json.writeStringField("risk", remedy.risk().label());
        json.writeStringField("warning", remedy.warning());
        json.writeArrayFieldStart("conditions");
        for (Remedy.Condition condition : remedy.conditions()) {
            json.writeStartObject();
            json.writeStringField("host", condition.host());
            json.writeStringField("reads", condition.reads());
            json.writeStringField("command", condition.command().line());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.strings("undo", remedy.undoLines());
        json.writeNumberField("undoesItselfAfterMinutes", remedy.timer().minutes());
        json.writeBooleanField("undoesItselfInAnyCase", remedy.timer() == Remedy.Timer.IN_ANY_CASE);
        json.writeEndObject();
    }
}
