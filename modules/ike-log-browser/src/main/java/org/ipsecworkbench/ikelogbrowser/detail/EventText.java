package org.ipsecworkbench.ikelogbrowser.detail;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.workbench.Formats;

/** An event as lines: what it means, why, what to do, all its values, and the text that the file has of it. */
public final class EventText {
    private static final int MAX_FIELDS = 200;
    private static final int MAX_VALUE = 1000;

    private EventText() {}

    /** The lines of an event, each of at most some thousand characters. */
    public static List<String> of(ExplainedEvent explained) {
        EventRecord event = explained.event();
        List<String> lines = new ArrayList<>();
        lines.add("Event " + (event.id() == 0 ? "without a number" : String.valueOf(event.id()))
                + (event.provider().isEmpty() ? "" : " of " + event.provider()));
        add(lines, "Time", event.time() == null ? "" : Formats.time(event.time()));
        add(lines, "Log", event.channel());
        add(lines, "Computer", event.computer());
        add(lines, "Record", event.number() == 0 ? "" : Formats.count(event.number()));
        add(
                lines,
                "Evidence",
                event.evidence().label() + " of " + event.evidence().source().name());
        add(lines, "Meaning", explained.meaning());
        Failure failure = explained.failure();
        if (failure != null) {
            add(lines, "Why", failure.explanation());
            add(lines, "Next", failure.nextStep());
        }
        event.fields().stream().limit(MAX_FIELDS).forEach(field -> add(lines, "    " + field.name(), value(field)));
        int more = event.fields().size() - MAX_FIELDS;
        if (more > 0) {
            lines.add("    and " + Formats.count(more) + " more values");
        }
        if (!event.text().isBlank()) {
            lines.add("As it was logged:");
            event.text()
                    .lines()
                    .limit(MAX_FIELDS)
                    .forEach(line -> lines.add("    " + Formats.abbreviate(line, MAX_VALUE)));
        }
        return lines;
    }

    private static String value(EventRecord.Field field) {
        String raw = Formats.abbreviate(field.raw().strip().replace("\n", "; "), MAX_VALUE);
        return field.meaning().isEmpty() || field.meaning().equals(field.raw())
                ? raw
                : field.meaning() + " (" + raw + ")";
    }

    private static void add(List<String> lines, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(name + ": " + value);
        }
    }
}
