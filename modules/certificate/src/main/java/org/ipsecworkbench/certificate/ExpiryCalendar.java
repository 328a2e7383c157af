package org.ipsecworkbench.certificate;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What will end at hosts, as a calendar (iCalendar, RFC 5545) that calendar programs import: an event for the day in UTC on which
 * something ends, with reminders 30, 14 and 3 days before. What several hosts have in common, such as an authority, is one event;
 * what has ended already is none. An event keeps its identity, so that a newer calendar updates an older one.
 */
public final class ExpiryCalendar {
    private static final String END = "\r\n";

    /** Octets of a line (section 3.1), without its end. */
    private static final int MAX_LINE = 75;

    /** Names of hosts in one event; more are counted. */
    private static final int MAX_HOSTS = 20;

    private static final List<Integer> REMINDERS = List.of(30, 14, 3);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    private final Writer out;
    private final Instant now;

    private ExpiryCalendar(Writer out, Instant now) {
        this.out = out;
        this.now = now;
    }

    /** What ends is the same at all hosts. */
    private record Event(Expiry.Kind kind, String label, Moment end) {}

    /**
     * Writes the calendar.
     *
     * @param expiries in any order
     * @param now when it is made
     */
    public static void write(List<Expiry> expiries, Instant now, Writer out) throws IOException {
        Map<Event, List<Expiry>> events = new LinkedHashMap<>();
        for (Expiry expiry : expiries) {
            if (!expiry.end().isBefore(now)) {
                events.computeIfAbsent(
                                new Event(expiry.kind(), expiry.label(), expiry.end()), event -> new ArrayList<>())
                        .add(expiry);
            }
        }
        ExpiryCalendar calendar = new ExpiryCalendar(out, now);
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//IPsec Workbench//Certificates//EN");
        for (Map.Entry<Event, List<Expiry>> event : events.entrySet()) {
            calendar.event(event.getKey(), event.getValue());
        }
        calendar.line("END:VCALENDAR");
    }

    private void event(Event event, List<Expiry> at) throws IOException {
        LocalDate day = event.end().earliest().atOffset(ZoneOffset.UTC).toLocalDate();
        List<String> names = at.stream().map(Expiry::host).distinct().toList();
        String hosts = String.join(", ", names.subList(0, Math.min(MAX_HOSTS, names.size())))
                + (names.size() > MAX_HOSTS ? " and " + (names.size() - MAX_HOSTS) + " more" : "");
        String what = capitalised(event.kind().label());
        boolean counts = at.stream().anyMatch(Expiry::counts);
        String where = names.size() == 1 ? hosts : names.size() + " hosts";
        line("BEGIN:VEVENT");
        line("UID:" + identity(event, names) + "@ipsecworkbench.org");
        line("DTSTAMP:" + STAMP.format(now.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC)));
        line("DTSTART;VALUE=DATE:" + DAY.format(day));
        line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
        line("TRANSP:TRANSPARENT");
        line("CATEGORIES:" + escaped(what));
        line("SUMMARY:" + escaped(what + " ends: " + event.label() + " (" + where + ")"));
        line("DESCRIPTION:"
                + escaped(what + " " + event.label() + " ends " + event.end().label() + ".\nHosts: " + hosts
                        + (counts ? "" : "\nIKE does not use it: it is in no store of the computer.")));
        for (int days : REMINDERS) {
            line("BEGIN:VALARM");
            line("ACTION:DISPLAY");
            line("DESCRIPTION:" + escaped(event.label() + " ends in " + days + " days"));
            line("TRIGGER:-P" + days + "D");
            line("END:VALARM");
        }
        line("END:VEVENT");
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** An authority is the same whoever trusts it; certificates of one name at two hosts are not. */
    private static String identity(Event event, List<String> hosts) {
        String own = event.kind() == Expiry.Kind.CERTIFICATE ? String.join("\n", hosts) : "";
        String all = event.kind() + "\n" + event.label() + "\n" + event.end().earliest() + "\n" + own;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Text as a value (section 3.3.11): what means something is escaped, other control characters are left out. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** A line, folded where it is too long, and never inside of a character. */
    private void line(String line) throws IOException {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            String text = Character.toString(character);
            int width = text.getBytes(StandardCharsets.UTF_8).length;
            if (octets + width > MAX_LINE) {
                out.write(END + " ");
                octets = 1;
            }
            out.write(text);
            octets += width;
            i += Character.charCount(character);
        }
        out.write(END);
    }
}
