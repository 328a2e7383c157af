package org.ipsecworkbench.commandline;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.FileFetch;
import org.ipsecworkbench.hostconnection.HostTest;
import org.ipsecworkbench.hostconnection.Transcript;
import org.jspecify.annotations.Nullable;

/** What the commands about hosts found, as JSON; what is not known is null. */
final class HostJson {
    private HostJson() {}

    /** A connection test, by the schema {@code ipsecwb/host-test/1}. */
    static void write(HostTest.Report report, Writer out) throws IOException {
        try (JsonDocument json = new JsonDocument(out, "ipsecwb/host-test/1")) {
            json.writeStringField("host", report.address().toString());
            json.writeBooleanField("works", report.isOk());
            json.writeArrayFieldStart("steps");
            for (HostTest.Result result : report.results()) {
                json.writeStartObject();
                json.writeStringField("step", result.step().key());
                String state = result.isReached() ? "failed" : "not-reached";
                json.writeStringField("result", result.isOk() ? "ok" : state);
                json.writeStringField("detail", result.isOk() ? result.detail() : null);
                failure(json, result.failure());
                json.writeEndObject();
            }
            json.writeEndArray();
            seconds(json, "clockOffset", report.clockOffset());
            json.writeObjectFieldStart("system");
            for (Map.Entry<String, String> value : new TreeMap<>(report.values()).entrySet()) {
                json.writeStringField(value.getKey(), value.getValue());
            }
            json.writeEndObject();
        }
    }

    /** A transcript, by the schema {@code ipsecwb/transcript/1}. */
    static void write(Transcript transcript, Writer out) throws IOException {
        try (JsonDocument json = new JsonDocument(out, "ipsecwb/transcript/1")) {
            json.writeStringField("host", transcript.host());
            json.writeStringField("command", transcript.line());
            json.writeStringField("started", transcript.started().toString());
            json.writeStringField("ended", transcript.ended().toString());
            if (transcript.ending().exitCode().isPresent()) {
                json.writeNumberField(
                        "exitCode",
                        Integer.toUnsignedLong(transcript.ending().exitCode().getAsInt()));
            } else {
                json.writeNullField("exitCode");
            }
            json.writeBooleanField("complete", transcript.isComplete());
            failure(json, transcript.ending().failure());
            json.writeStringField("charset", transcript.charset().name());
            json.writeStringField("output", transcript.outputText());
            json.writeStringField("errors", transcript.errorText());
            json.writeNumberField("outputBytes", transcript.output().length);
            json.writeNumberField("errorBytes", transcript.errors().length);
            seconds(json, "clockOffset", transcript.clockOffset().orElse(null));
        }
    }

    /** A file that was fetched, by the schema {@code ipsecwb/fetch/1}. */
    static void write(String host, String remote, String local, FileFetch.Fetched fetched, Writer out)
            throws IOException {
        try (JsonDocument json = new JsonDocument(out, "ipsecwb/fetch/1")) {
            json.writeStringField("host", host);
            json.writeStringField("remote", remote);
            json.writeStringField("local", local);
            json.writeNumberField("bytes", fetched.size());
            json.writeStringField("sha256", fetched.sha256());
            json.writeNumberField("resumedFrom", fetched.resumedFrom());
            json.writeBooleanField("hashCompared", fetched.isHashCompared());
        }
    }

    private static void failure(JsonGenerator json, @Nullable Failure failure) throws IOException {
        json.writeStringField("cause", failure == null ? null : failure.cause().key());
        json.writeStringField("explanation", failure == null ? null : failure.explanation());
        json.writeStringField("nextStep", failure == null ? null : failure.nextStep());
    }

    private static void seconds(JsonGenerator json, String name, @Nullable Duration duration) throws IOException {
        if (duration == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, duration.toMillis() / 1000.0);
        }
    }
}
