package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ipsecworkbench.diagnosis.Timeline;
import org.ipsecworkbench.diagnosis.TimelineClock;
import org.ipsecworkbench.diagnosis.TimelineEntry;
import org.ipsecworkbench.ike.Cookies;
import org.jspecify.annotations.Nullable;

/** A timeline for people: the clocks first, then a line for each entry; or as a table for other programs. */
final class TimelineText {
    private static final HexFormat HEX = HexFormat.of();
    private static final String HEADER =
            "time,stated,seconds,lane,kind,signal,outcome,words,cookies,spis,addresses,item,place";

    private TimelineText() {}

    static void write(Timeline timeline, List<TimelineEntry> entries, Writer out) throws IOException {
        line(
                out,
                String.format(
                        Locale.ROOT,
                        "%,d of %,d entries; times are UTC, without the offsets of the clocks.",
                        entries.size(),
                        timeline.entries().size()));
        for (TimelineClock clock : timeline.clocks()) {
            line(out, "  " + clock.name() + ": " + told(clock));
        }
        line(out, "");
        for (TimelineEntry entry : entries) {
            String length = entry.length().isZero() ? "" : " +" + seconds(entry.length()) + " s";
            line(
                    out,
                    entry.time() + length + "  " + mark(entry) + "  " + entry.lane() + "  " + entry.words()
                            + (entry.outcome().isEmpty() || entry.words().contains(entry.outcome())
                                    ? ""
                                    : " [" + entry.outcome() + "]"));
        }
    }

    private static String told(TimelineClock clock) {
        Duration offset = clock.offset();
        String words = offset.isZero()
                ? clock.isKnown() ? "not off" : "not known"
                : seconds(offset.abs()) + " s " + (offset.isNegative() ? "behind" : "ahead");
        return words + ", " + clock.basis();
    }

    private static String mark(TimelineEntry entry) {
        return entry.kind().key()
                + switch (entry.signal()) {
                    case GOOD -> " (well)";
                    case BAD -> " (TROUBLE)";
                    case NEUTRAL -> "";
                };
    }

    /** One line for each entry below a header, in UTF-8. */
    static void table(List<TimelineEntry> entries, char separator, Writer out) throws IOException {
        line(out, HEADER.replace(',', separator));
        for (TimelineEntry entry : entries) {
            List<String> cells = List.of(
                    entry.time().toString(),
                    entry.stated().toString(),
                    seconds(entry.length()),
                    entry.lane(),
                    entry.kind().key(),
                    entry.signal().key(),
                    entry.outcome(),
                    entry.words(),
                    cookies(entry.cookies()),
                    spis(entry),
                    String.join(" ", entry.addresses()),
                    entry.item(),
                    entry.place().words());
            line(
                    out,
                    cells.stream()
                            .map(cell -> separator == ',' ? quoted(cell) : cell.replaceAll("[\\t\\r\\n]", " "))
                            .collect(Collectors.joining(String.valueOf(separator))));
        }
    }

    /** RFC 4180; what a spreadsheet would take for a formula is text. */
    private static String quoted(String cell) {
        String safe = !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    static String seconds(Duration length) {
        return String.format(Locale.ROOT, "%.3f", length.toMillis() / 1e3);
    }

    /** {@code INITIATOR:RESPONDER}; empty where they are not known. */
    static String cookies(@Nullable Cookies cookies) {
        return cookies == null ? "" : cookies.initiatorHex() + ":" + cookies.responderHex();
    }

    private static String spis(TimelineEntry entry) {
        return entry.spis().stream().map(spi -> "0x" + HEX.toHexDigits(spi)).collect(Collectors.joining(" "));
    }

    private static void line(Writer out, String text) throws IOException {
        out.write(text);
        out.write(System.lineSeparator());
    }
}
