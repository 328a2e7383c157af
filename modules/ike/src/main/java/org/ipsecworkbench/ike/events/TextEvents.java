package org.ipsecworkbench.ike.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Source;

/**
 * Reads events from text: copies from Event Viewer, old and new, with or without their XML, a description alone, and Snare
 * lines. Dates have no time zone there, so that they are kept as a value, and the event has no time.
 */
final class TextEvents {
    private static final Set<String> HEADERS = Set.of(
            "log name",
            "source",
            "date",
            "time",
            "event id",
            "task category",
            "event category",
            "event source",
            "level",
            "keywords",
            "user",
            "computer",
            "opcode",
            "event type");
    private static final Set<String> FIRST = Set.of("log name", "event type");

    private enum Part {
        HEADER,
        DESCRIPTION,
        XML
    }

    private final Source source;
    private final EventLimits limits;
    private final ProblemLog problems;
    private final Consumer<EventRecord> next;
    private final Map<String, String> header = new HashMap<>();
    private final StringBuilder description = new StringBuilder();
    private final StringBuilder xml = new StringBuilder();
    private Part part = Part.HEADER;
    private long count;

    private TextEvents(Source source, EventLimits limits, ProblemLog problems, Consumer<EventRecord> next) {
        this.source = source;
        this.limits = limits;
        this.problems = problems;
        this.next = next;
    }

    static void read(Reader in, Source source, EventLimits limits, ProblemLog problems, Consumer<EventRecord> next)
            throws IOException {
        TextEvents events = new TextEvents(source, limits, problems, next);
        BufferedReader lines = new BufferedReader(in, 1 << 16);
        StringBuilder line = new StringBuilder();
        long number = 0;
        boolean isCut = false;
        for (int character = lines.read(); character >= 0; character = lines.read()) {
            if (character == '\n') {
                number++;
                events.line(line.toString(), number, isCut);
                line.setLength(0);
                isCut = false;
            } else if (line.length() < limits.maxMarkup()) {
                line.append((char) character);
            } else {
                isCut = true;
            }
        }
        if (!line.isEmpty()) {
            events.line(line.toString(), number + 1, isCut);
        }
        events.finish();
    }

    private void line(String raw, long number, boolean isCut) throws IOException {
        if (isCut) {
            problems.add(
                    "line " + number,
                    "The line is longer than " + limits.maxMarkup() + " characters; the rest was not read.");
        }
        String line = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
        if (line.contains(SnareLine.MARK)) {
            finish();
            snare(line, number);
            return;
        }
        String stripped = line.strip();
        if (part == Part.XML || stripped.startsWith("<Event ") || stripped.startsWith("<Event>")) {
            xml(line);
            return;
        }
        int colon = stripped.indexOf(':');
        String label = colon < 0 ? "" : stripped.substring(0, colon).toLowerCase(Locale.ROOT);
        if (FIRST.contains(label)) {
            finish();
        }
        if (label.equals("event xml")) {
            return;
        }
        if (part == Part.HEADER && HEADERS.contains(label)) {
            header.put(label, stripped.substring(colon + 1).strip());
        } else if (label.equals("description") && part == Part.HEADER) {
            part = Part.DESCRIPTION;
            describe(stripped.substring(colon + 1).strip());
        } else if (part == Part.DESCRIPTION || !stripped.isEmpty()) {
            part = Part.DESCRIPTION;
            describe(line);
        }
    }

    private void describe(String line) {
        int room = limits.maxText() - description.length();
        description.append(line, 0, Math.min(Math.max(0, room), line.length()));
        if (room > line.length()) {
            description.append('\n');
        }
    }

    private void snare(String line, long number) {
        EventRecord event = SnareLine.read(line, Evidence.of(source, count + 1), limits);
        if (event == null) {
            problems.add("line " + number, "A Snare line has too few columns to be an event.");
        } else {
            count++;
            next.accept(event);
        }
    }

    /** The XML below a copy says the same as the text, and more exactly. */
    private void xml(String line) throws IOException {
        part = Part.XML;
        if (xml.length() + line.length() > 4 * limits.maxText()) {
            problems.add("event " + (count + 1), "The XML of the event is too long and was not read.");
            xml.setLength(0);
            finish();
            return;
        }
        xml.append(line).append('\n');
        if (line.contains("</Event>")) {
            finish();
        }
    }

    /** Hands on what was collected of an event. */
    private void finish() throws IOException {
        String text = description.toString().strip();
        if (!xml.isEmpty()) {
            String content = xml.toString();
            xml.setLength(0);
            XmlEvents.read(new StringReader(content), source, limits, problems, event -> {
                count++;
                next.accept(withText(event, text));
            });
        } else if (!header.isEmpty() || !text.isEmpty()) {
            event(text);
        }
        header.clear();
        description.setLength(0);
        part = Part.HEADER;
    }

    private EventRecord withText(EventRecord event, String text) {
        return new EventRecord(
                Evidence.of(source, count),
                event.provider(),
                event.id(),
                event.version(),
                event.level(),
                event.time(),
                event.channel(),
                event.computer(),
                event.number(),
                event.fields(),
                event.text().isEmpty() ? text : event.text());
    }

    private void event(String text) {
        long number = Values.number(header.getOrDefault("event id", ""));
        int id = number > 0 && number <= Integer.MAX_VALUE ? (int) number : Labels.idOf(text);
        if (id == 0) {
            problems.add("event " + (count + 1), "A text without an event ID was passed over: it is in no known form.");
            return;
        }
        List<EventRecord.Field> fields = new ArrayList<>(Labels.fields(id, text, limits.maxFields()));
        String date = (header.getOrDefault("date", "") + " " + header.getOrDefault("time", "")).strip();
        if (!date.isEmpty()) {
            fields.add(new EventRecord.Field("Date", date, ""));
        }
        count++;
        next.accept(new EventRecord(
                Evidence.of(source, count),
                header.getOrDefault("source", header.getOrDefault("event source", "")),
                id,
                0,
                0,
                null,
                header.getOrDefault("log name", ""),
                header.getOrDefault("computer", ""),
                0,
                fields,
                text));
    }
}
