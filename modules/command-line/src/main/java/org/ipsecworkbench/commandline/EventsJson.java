package org.ipsecworkbench.commandline;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.ExplainedEvent;

/** Events of IPsec as JSON by the schema {@code ipsecwb/events/1}, written as they come; what is not known is null. */
final class EventsJson implements Closeable {
    private final JsonDocument json;

    EventsJson(Writer out) throws IOException {
        json = new JsonDocument(out, "ipsecwb/events/1");
        json.writeArrayFieldStart("sources");
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.close();
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
        json.text("provider", event.provider());
        json.number("id", event.id());
        json.writeNumberField("version", event.version());
        json.time("time", event.time());
        json.text("channel", event.channel());
        json.text("computer", event.computer());
        json.number("record", event.number());
        json.writeStringField("meaning", explained.meaning());
        if (explained.failure() == null) {
            json.writeNullField("failure");
        } else {
            json.beginFailure(explained.failure());
            json.writeEndObject();
        }
        json.writeArrayFieldStart("fields");
        for (EventRecord.Field field : event.fields()) {
            json.writeStartObject();
            json.writeStringField("name", field.name());
            json.writeStringField("raw", field.raw());
            json.text("meaning", field.meaning());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    void end(EventsCommand.Result result) throws IOException {
        json.writeEndArray();
        if (result.report() == null) {
            json.writeNullField("kind");
            json.writeNullField("total");
            json.problems(List.of(new Problem("file", result.error())));
        } else {
            json.writeStringField("kind", result.report().source().kind().key());
            json.writeNumberField("total", result.report().messages());
            json.problems(result.report().problems());
        }
        json.writeEndObject();
    }
}
