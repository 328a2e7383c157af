package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.IkeReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * Events for people: those that tell of failures first; those that say the same between the same hosts once, with their
 * number. Memory does not grow with the file.
 */
final class EventsText {
    private static final int MAX_GROUPS = 1000;
    private static final int MAX_SHOWN = 40;
    private static final int MAX_FIELDS = 30;

    /** What makes two events the same to a reader. */
    private record Key(int id, String meaning, String explanation, String local, String remote) {}

    private static final class Group {
        final ExplainedEvent first;
        long count;
        ExplainedEvent last;

        Group(ExplainedEvent first) {
            this.first = first;
            last = first;
        }
    }

    private final Writer out;
    private final Ansi colours;
    private final Map<Key, Group> groups = new LinkedHashMap<>();
    private long ipsec;
    private long failures;

    EventsText(Writer out, Ansi colours) {
        this.out = out;
        this.colours = colours;
    }

    void event(ExplainedEvent event) {
        if (!event.isIpsec()) {
            return;
        }
        ipsec++;
        failures += event.failure() == null ? 0 : 1;
        Key key = new Key(
                event.event().id(),
                event.meaning(),
                event.failure() == null ? "" : event.failure().explanation(),
                event.event().value("LocalAddress"),
                event.event().value("RemoteAddress"));
        Group group = groups.get(key);
        if (group == null && groups.size() < MAX_GROUPS) {
            group = new Group(event);
            groups.put(key, group);
        }
        if (group != null) {
            group.count++;
            group.last = event;
        }
    }

    void write(EventsCommand.Result result, boolean isFirst) throws IOException {
        IkeReport report = result.report();
        if (report == null) {
            return;
        }
        if (!isFirst) {
            line("");
        }
        line(result.name());
        line(String.format(
                Locale.ROOT,
                "  %,d of %,d events are about IPsec, %,d of them about failures.",
                ipsec,
                report.messages(),
                failures));
        List<Group> sorted = new ArrayList<>(groups.values());
        sorted.sort((one, other) -> Boolean.compare(one.first.failure() == null, other.first.failure() == null));
        for (Group group : sorted.stream().limit(MAX_SHOWN).toList()) {
            line("");
            group(group);
        }
        if (sorted.size() > MAX_SHOWN) {
            line("");
            line("  and " + (sorted.size() - MAX_SHOWN) + " more kinds of events (--format json lists all)");
        }
        problems(report.problems());
    }

    private void group(Group group) throws IOException {
        EventRecord event = group.first.event();
        Failure failure = group.first.failure();
        String what = failure == null ? "EVENT" : "FAILURE";
        String title = failure != null && colours.enabled() ? colours.string("@|bold,red " + what + "|@") : what;
        line("  " + title + "  " + (event.id() == 0 ? event.channel() : String.valueOf(event.id()))
                + when(group) + (event.computer().isEmpty() ? "" : "  " + event.computer())
                + "  [" + event.evidence().label() + "]");
        line("    " + group.first.meaning());
        if (failure != null) {
            line("    Why: " + failure.explanation() + code(failure.code()));
            line("    Next: " + failure.nextStep());
        }
        for (EventRecord.Field field : event.fields().stream().limit(MAX_FIELDS).toList()) {
            if (!field.value().isEmpty() && !field.value().equals("-")) {
                line("      " + field.name() + ": "
                        + field.value().lines().map(String::strip).collect(Collectors.joining("; ")));
            }
        }
    }

    private static String when(Group group) {
        var first = group.first.event().time();
        var last = group.last.event().time();
        String time = first == null ? "" : "  " + first;
        if (group.count == 1) {
            return time;
        }
        String until = last == null || last.equals(first) ? "" : " to " + last;
        return time + until + String.format(Locale.ROOT, "  %,d times", group.count);
    }

    private static String code(Failure.@Nullable Code code) {
        return code == null ? "" : " (" + (code.name().isEmpty() ? "code" : code.name()) + ", " + code.value() + ")";
    }

    private void problems(List<Problem> problems) throws IOException {
        if (!problems.isEmpty()) {
            line("");
        }
        for (String line : ProblemLines.of(problems)) {
            line(line);
        }
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write(System.lineSeparator());
    }
}
