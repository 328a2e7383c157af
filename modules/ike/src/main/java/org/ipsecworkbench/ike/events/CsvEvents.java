package org.ipsecworkbench.ike.events;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.events.CsvColumns.Role;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables of events (RFC 4180, also with semicolons or tabs): of Event Viewer, old and new, of PowerShell and of Log
 * Parser. Their values are those of the description, by its labels. Dates have no time zone, so that they are kept as a value,
 * and the event has no time. One row is in memory.
 */
final class CsvEvents {
    /** A longer field is cut off; one that is so many times longer is a quote that does not end. */
    private static final int HARD_LIMIT = 4;

    private static final Pattern BAR = Pattern.compile("\\|");

    private final Source source;
    private final EventLimits limits;
    private final ProblemLog problems;
    private final Consumer<EventRecord> next;
    private final CsvColumns columns;
    private long count;

    private CsvEvents(
            Source source, EventLimits limits, ProblemLog problems, Consumer<EventRecord> next, CsvColumns columns) {
        this.source = source;
        this.limits = limits;
        this.problems = problems;
        this.next = next;
        this.columns = columns;
    }

    /** @param in from the beginning, which was found to be that of a table */
    static void read(Reader in, Source source, EventLimits limits, ProblemLog problems, Consumer<EventRecord> next)
            throws IOException {
        BufferedReader text = new BufferedReader(in, EventForm.HEAD);
        text.mark(EventForm.HEAD);
        char[] head = new char[EventForm.HEAD - 1];
        int read = Math.max(0, text.read(head));
        text.reset();
        String begin = new String(head, 0, read);
        CsvColumns columns = CsvColumns.of(begin);
        if (columns == null) {
            problems.add("file", "The header of the table has no column of event IDs that is known here.");
            return;
        }
        text.skip(CsvColumns.prefix(begin));
        new CsvEvents(source, limits, problems, next, columns).rows(text);
    }

    private void rows(Reader text) throws IOException {
        int longest = HARD_LIMIT * limits.maxText();
        CsvRecordHandler handler = CsvRecordHandler.builder()
                .maxFields(limits.maxFields())
                .maxFieldSize(longest)
                .maxRecordSize(HARD_LIMIT * longest)
                .build();
        long line = 1;
        try (CloseableIterator<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(columns.separator())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(2 * longest)
                .build(handler, text)
                .iterator()) {
            boolean isHeader = columns.hasHeader();
            while (rows.hasNext()) {
                CsvRecord row = rows.next();
                line = row.getStartingLineNumber();
                if (!isHeader) {
                    row(row);
                }
                isHeader = false;
            }
        } catch (CsvParseException e) {
            problems.add(
                    "line " + line,
                    "Behind the row that begins here the table is damaged: a quote does not end, or a row is longer than "
                            + "any event. What follows was not read.");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void row(CsvRecord row) {
        long number = Values.number(columns.value(row, Role.ID));
        String text = columns.value(row, Role.TEXT);
        int id = number > 0 && number <= Integer.MAX_VALUE ? (int) number : Labels.idOf(text);
        if (id == 0) {
            problems.add("line " + row.getStartingLineNumber(), "A row without an event ID was passed over.");
            return;
        }
        count++;
        boolean isCut = text.length() > limits.maxText();
        String kept = isCut ? text.substring(0, limits.maxText()) : text;
        String provider = columns.value(row, Role.PROVIDER);
        String time = columns.value(row, Role.TIME);
        Instant instant = instant(time);
        List<EventRecord.Field> fields = new ArrayList<>(strings(row, provider, id));
        if (fields.isEmpty()) {
            fields.addAll(Labels.fields(id, kept, limits.maxFields()));
        }
        for (int i = 0; i < row.getFieldCount(); i++) {
            String name = columns.valueName(i);
            String value = row.getField(i);
            if (name != null && !value.isBlank()) {
                isCut |= value.length() > limits.maxText();
                fields.add(Parameters.field(name, value.substring(0, Math.min(value.length(), limits.maxText()))));
            }
        }
        String date = (columns.value(row, Role.DATE) + " " + time).strip();
        if (instant == null && !date.isEmpty()) {
            fields.add(new EventRecord.Field("Date", date, ""));
        }
        if (isCut || fields.size() > limits.maxFields()) {
            problems.add("event " + count, "The event has more or longer values than are kept.");
        }
        next.accept(new EventRecord(
                Evidence.of(source, count),
                provider,
                id,
                (int) Math.min(Integer.MAX_VALUE, Math.max(0, Values.number(columns.value(row, Role.VERSION)))),
                0,
                instant,
                columns.value(row, Role.CHANNEL),
                columns.value(row, Role.COMPUTER),
                Math.max(0, Values.number(columns.value(row, Role.RECORD))),
                fields.subList(0, Math.min(fields.size(), limits.maxFields())),
                kept));
    }

    /** Values in the order of the event's definition. */
    private List<EventRecord.Field> strings(CsvRecord row, String provider, int id) {
        String all = columns.value(row, Role.STRINGS);
        if (all.isEmpty()) {
            return List.of();
        }
        String[] values = BAR.split(all, limits.maxFields());
        int version = (int) Math.min(Integer.MAX_VALUE, Values.number(columns.value(row, Role.VERSION)));
        List<String> names = EventTable.fields(provider, id, version, values.length);
        List<EventRecord.Field> fields = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            fields.add(Parameters.field(i < names.size() ? names.get(i) : "value " + (i + 1), values[i]));
        }
        return fields;
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.endsWith("Z") ? Instant.parse(text.replace(' ', 'T')) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
