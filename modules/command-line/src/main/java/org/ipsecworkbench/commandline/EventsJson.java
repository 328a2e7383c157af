package org.ipsecworkbench.commandline;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.IkeReport;

/** Events of IPsec as JSON by the schema {@code ipsecwb/events/1}, written as they come; what is not known is null. */
final class EventsJson implements Closeable {
    private final SourcesJson sources;
    private final JsonDocument json;

    EventsJson(Writer out) throws IOException {
        sources = new SourcesJson(out, "ipsecwb/events/1");
        json = sources.json();
    }

    @Override
    public void close() throws IOException {
        sources.close();
    }

    void begin(String file) throws IOException {
        sources.begin(file, "events");
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
        IkeReport report = result.report();
        sources.head(report, result.error());
        if (report == null) {
            json.writeNullField("total");
        } else {
            json.writeNumberField("total", report.messages());
        }
        sources.end();
    }
}
