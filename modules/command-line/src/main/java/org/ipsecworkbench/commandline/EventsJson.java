package org.ipsecworkbench.commandline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.Failure;
import org.jspecify.annotations.Nullable;

/** Events of IPsec as JSON by the schema {@code ipsecwb/events/1}, written as they come; what is not known is null. */
final class EventsJson implements Closeable {
    private final Writer out;
    private final JsonGenerator json;

    EventsJson(Writer out) throws IOException {
        this.out = out;
        json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setPrettyPrinter(new DefaultPrettyPrinter());
        json.writeStartObject();
        json.writeStringField("schema", "ipsecwb/events/1");
        json.writeArrayFieldStart("sources");
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
        out.write(System.lineSeparator());
    }

    void begin(String file) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file);
        json.writeArrayFieldStart("events");
    }

    void event(ExplainedEvent explained) {
        if (!explained.isIpsec()) {
            return;
        }
        try {
            write(explained);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ExplainedEvent explained) throws IOException {
        EventRecord event = explained.event();
        json.writeStartObject();
        json.writeStringField("place", event.evidence().label());
        text("provider", event.provider());
        number("id", event.id());
        json.writeNumberField("version", event.version());
        text("time", event.time() == null ? "" : event.time().toString());
        text("channel", event.channel());
        text("computer", event.computer());
        number("record", event.number());
        json.writeStringField("meaning", explained.meaning());
        failure(explained.failure());
        json.writeArrayFieldStart("fields");
        for (EventRecord.Field field : event.fields()) {
            json.writeStartObject();
            json.writeStringField("name", field.name());
            json.writeStringField("raw", field.raw());
            text("meaning", field.meaning());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void failure(@Nullable Failure failure) throws IOException {
        if (failure == null) {
            json.writeNullField("failure");
            return;
        }
        json.writeObjectFieldStart("failure");
        json.writeStringField("class", failure.failureClass().key());
        Failure.Code code = failure.code();
        if (code == null) {
            json.writeNullField("code");
        } else {
            json.writeNumberField("code", code.value());
            text("codeName", code.name());
        }
        json.writeStringField("explanation", failure.explanation());
        json.writeStringField("nextStep", failure.nextStep());
        json.writeEndObject();
    }

    void end(EventsCommand.Result result) throws IOException {
        json.writeEndArray();
        if (result.report() == null) {
            json.writeNullField("kind");
            json.writeNullField("total");
            problems(List.of(new Problem("file", result.error())));
        } else {
            json.writeStringField("kind", result.report().source().kind().key());
            json.writeNumberField("total", result.report().messages());
            problems(result.report().problems());
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

    private void number(String name, long value) throws IOException {
        if (value == 0) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private void text(String name, String value) throws IOException {
        if (value.isEmpty()) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }
}
