package org.ipsecworkbench.diagnosis.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.TimelineEntry.Signal;
import org.ipsecworkbench.diagnosis.TimelineKind;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.Place;
import org.jspecify.annotations.Nullable;

/**
 * The remedies of an audit trail, as {@link org.ipsecworkbench.session.SentCommands} writes it: what was sent to one host for
 * one remedy is one entry. What was sent for anything else is in transcripts.
 */
final class AuditDrafts {
    private static final int COLUMNS = 5;
    private static final Pattern WELL = Pattern.compile("exit code 0(;.*)?");

    private final Drafts drafts;
    private final Names names;
    private final EvidenceItem item;
    private final Map<String, Run> open = new HashMap<>();

    AuditDrafts(Drafts drafts, Names names, EvidenceItem item) {
        this.drafts = drafts;
        this.names = names;
        this.item = item;
    }

    private static final class Run {
        final String action;
        final Instant start;
        final long line;
        Instant end;
        int commands;
        int failed;

        Run(String action, Instant start, long line) {
            this.action = action;
            this.start = start;
            this.line = line;
            end = start;
        }
    }

    /** All lines. */
    void read(String text) {
        long line = 0;
        for (String row : text.split("\n", -1)) {
            line++;
            String[] cells = row.split("\t", COLUMNS);
            Instant time = cells.length == COLUMNS ? time(cells[0]) : null;
            if (time != null) {
                add(time, cells[1], cells[2], cells[3], line);
            }
        }
        open.forEach(this::end);
    }

    private static @Nullable Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            // The head of the table, and what tells how many lines are left out.
            return null;
        }
    }

    private void add(Instant time, String host, String action, String result, long line) {
        Run run = open.get(host);
        if (run != null && !run.action.equals(action)) {
            end(host, run);
            open.remove(host);
            run = null;
        }
        if (!action.startsWith(Remedy.APPLY) && !action.startsWith(Remedy.UNDO)) {
            return;
        }
        if (run == null) {
            run = new Run(action, time, line);
            open.put(host, run);
        }
        run.end = time;
        run.commands++;
        run.failed += WELL.matcher(result).matches() ? 0 : 1;
    }

    private void end(String host, Run run) {
        String commands =
                String.format(Locale.ROOT, "%,d %s", run.commands, run.commands == 1 ? "command" : "commands");
        String outcome = run.failed == 0 ? commands : run.failed + " of " + commands + " failed";
        drafts.add(Draft.moment(
                        Clocks.REFERENCE,
                        run.start,
                        names.host(host),
                        TimelineKind.REMEDY,
                        run.action,
                        item.id(),
                        Place.line(run.line))
                .lasting(Duration.between(run.start, run.end))
                .ended(run.failed == 0 ? Signal.GOOD : Signal.NEUTRAL, outcome));
    }
}
