package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.HexFormat;
import java.util.List;
import org.ipsecworkbench.diagnosis.Timeline;
import org.ipsecworkbench.diagnosis.TimelineClock;
import org.ipsecworkbench.diagnosis.TimelineEntry;
import org.ipsecworkbench.ike.Cookies;

/** The schema {@code ipsecwb/timeline/1}. */
final class TimelineJson {
    private static final HexFormat HEX = HexFormat.of();

    private TimelineJson() {}

    static void write(Timeline timeline, List<TimelineEntry> entries, Writer out) throws IOException {
        try (JsonDocument json = new JsonDocument(out, "ipsecwb/timeline/1")) {
            json.writeBooleanField("complete", timeline.isComplete());
            json.writeArrayFieldStart("clocks");
            for (TimelineClock clock : timeline.clocks()) {
                json.writeStartObject();
                json.writeStringField("name", clock.name());
                json.writeBooleanField("isHost", clock.isHost());
                if (clock.isKnown()) {
                    json.writeStringField("offset", clock.offset().toString());
                } else {
                    json.writeNullField("offset");
                }
                json.writeStringField("basis", clock.basis());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("entriesOfAll", timeline.entries().size());
            json.writeArrayFieldStart("entries");
            for (TimelineEntry entry : entries) {
                json.writeStartObject();
                entry(json, entry);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.problems(timeline.problems());
        }
    }

    private static void entry(JsonDocument json, TimelineEntry entry) throws IOException {
        json.time("time", entry.time());
        json.time("stated", entry.stated());
        json.writeNumberField("seconds", entry.length().toMillis() / 1e3);
        json.writeStringField("lane", entry.lane());
        json.text("pair", entry.pair());
        json.writeStringField("kind", entry.kind().key());
        json.writeStringField("signal", entry.signal().key());
        json.text("outcome", entry.outcome());
        json.writeStringField("words", entry.words());
        json.strings("hosts", entry.hosts());
        json.strings("addresses", entry.addresses());
        Cookies cookies = entry.cookies();
        json.text("initiatorCookie", cookies == null ? "" : cookies.initiatorHex());
        json.text("responderCookie", cookies == null || !cookies.isAnswered() ? "" : cookies.responderHex());
        json.strings(
                "spis",
                entry.spis().stream().map(spi -> "0x" + HEX.toHexDigits(spi)).toList());
        json.writeStringField("item", entry.item());
        json.text("place", entry.place().words());
    }
}
