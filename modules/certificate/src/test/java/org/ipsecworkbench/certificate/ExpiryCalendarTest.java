package org.ipsecworkbench.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What RFC 5545 asks of a calendar. */
class ExpiryCalendarTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static Expiry certificate(String host, String label, int days) {
        return new Expiry(host, Expiry.Kind.CERTIFICATE, label, Moment.exact(NOW.plus(Duration.ofDays(days))), true);
    }

    private static String calendar(Expiry... expiries) throws IOException {
        StringWriter out = new StringWriter();
        ExpiryCalendar.write(List.of(expiries), NOW, out);
        return out.toString();
    }

    /** As section 3.1 says. */
    private static List<String> unfolded(String calendar) {
        return Stream.of(calendar.replace("\r\n ", "").split("\r\n")).toList();
    }

    @Test
    void somethingThatEndsIsADayWithReminders() throws IOException {
        List<String> lines = unfolded(calendar(certificate("SRV1", "srv1", 40)));
        assertTrue(lines.contains("DTSTART;VALUE=DATE:20270104"), lines.toString());
        assertTrue(lines.contains("DTEND;VALUE=DATE:20270105"), lines.toString());
        assertTrue(lines.contains("SUMMARY:Certificate ends: srv1 (SRV1)"), lines.toString());
        assertEquals(
                List.of("TRIGGER:-P30D", "TRIGGER:-P14D", "TRIGGER:-P3D"),
                lines.stream().filter(line -> line.startsWith("TRIGGER")).toList());
    }

    @Test
    void linesAreFoldedByOctetsAndNeverInsideOfACharacter() throws IOException {
        String label = "Überführungszertifikat für 日本 𝔘 ".repeat(8).strip();
        String calendar = calendar(certificate("SRV1", label, 40));
        for (String line : calendar.split("\r\n")) {
            int octets = line.getBytes(StandardCharsets.UTF_8).length;
            assertTrue(octets <= 75, octets + " octets: " + line);
            assertFalse(line.contains("\uFFFD") || line.contains("?"), line);
        }
        assertTrue(unfolded(calendar).contains("SUMMARY:Certificate ends: " + label + " (SRV1)"));
    }

    @Test
    void whatMeansSomethingIsEscapedAndLinesCannotBeSmuggledIn() throws IOException {
        String calendar = calendar(certificate("SRV1", "a,b;c\\d\r\nEND:VCALENDAR", 40));
        assertTrue(
                unfolded(calendar).contains("SUMMARY:Certificate ends: a\\,b\\;c\\\\d\\nEND:VCALENDAR (SRV1)"),
                calendar);
        assertEquals(
                1, unfolded(calendar).stream().filter("END:VCALENDAR"::equals).count());
    }

    @Test
    void whatHasEndedIsNoEvent() throws IOException {
        assertFalse(calendar(certificate("SRV1", "old", -1)).contains("VEVENT"));
    }

    @Test
    void anAuthorityOfManyHostsIsOneEventThatKeepsItsIdentity() throws IOException {
        Moment end = Moment.exact(NOW.plus(Duration.ofDays(100)));
        Expiry one = new Expiry("SRV1", Expiry.Kind.AUTHORITY, "Root", end, true);
        Expiry other = new Expiry("SRV2", Expiry.Kind.AUTHORITY, "Root", end, true);
        List<String> both = unfolded(calendar(one, other));
        assertEquals(1, both.stream().filter("BEGIN:VEVENT"::equals).count());
        assertTrue(both.contains("SUMMARY:Authority ends: Root (2 hosts)"), both.toString());
        assertEquals(uid(calendar(one)), uid(calendar(one, other)));
        assertNotEquals(uid(calendar(certificate("SRV1", "host", 9))), uid(calendar(certificate("SRV2", "host", 9))));
    }

    private static String uid(String calendar) {
        return unfolded(calendar).stream()
                .filter(line -> line.startsWith("UID:"))
                .findFirst()
                .orElseThrow();
    }
}
