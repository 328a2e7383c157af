package org.ipsecworkbench.ike.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.testing.SyntheticEvents;
import org.ipsecworkbench.ike.testing.SyntheticTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of events; all are synthetic, their headers those that were seen in public. */
class CsvEventsTest {
    private static final SyntheticEvents.Event FAILED = SyntheticEvents.of(4653);
    private static final String VIEWER = "Keywords,Date and Time,Source,Event ID,Task Category";

    static Stream<SyntheticEvents.Event> all() {
        return SyntheticEvents.all().stream();
    }

    private static EventsOf clean(String table) throws IOException {
        assertEquals(EventForm.CSV, EventForm.of(table.getBytes(StandardCharsets.UTF_8)));
        EventsOf found = EventsOf.of(table);
        assertEquals(List.of(), found.problems());
        return found;
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyEventIsReadFromEveryFormOfTable(SyntheticEvents.Event event) throws IOException {
        List<String> tables = new ArrayList<>(List.of(
                SyntheticTables.viewer(VIEWER, List.of(event, event)),
                SyntheticTables.powerShell(List.of(event, event)),
                SyntheticTables.old(List.of(event, event))));
        for (String table : tables) {
            EventsOf found = clean(table);
            assertEquals(2, found.events().size(), table);
            EventRecord second = found.events().get(1);
            assertEquals(event.id(), second.id());
            assertEquals(event.provider(), second.provider());
            for (String name : SyntheticTables.described(event)) {
                assertEquals(event.values().get(name).strip(), raw(second, name), name + " of " + event);
            }
        }
    }

    private static String raw(EventRecord event, String name) {
        return event.fields().stream()
                .filter(field -> field.name().equals(name))
                .map(EventRecord.Field::raw)
                .findFirst()
                .orElse("none")
                .replace("\r\n", "\n");
    }

    @ParameterizedTest
    @MethodSource("all")
    void theValuesOfLogParserHaveTheirNames(SyntheticEvents.Event event) throws IOException {
        if (event.version() == 0 && !event.values().isEmpty()) {
            EventRecord read =
                    clean(SyntheticTables.logParser(List.of(event))).events().get(0);
            List<String> names = new ArrayList<>(event.values().keySet());
            names.add("Date");
            assertEquals(
                    names, read.fields().stream().map(EventRecord.Field::name).toList());
            assertEquals("SYNTHETIC", read.computer());
            assertEquals(7, read.number());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                VIEWER,
                "Level,Date and Time,Source,Event ID,Task Category",
                "Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie",
                "キーワード,日付と時刻,ソース,イベント ID,タスクのカテゴリ"
            })
    void headersOfSeveralLanguagesAreKnown(String header) throws IOException {
        EventRecord event = clean("\ufeff" + SyntheticTables.viewer(header, List.of(FAILED)))
                .events()
                .get(0);
        assertEquals("192.0.2.2", event.value("RemoteAddress"));
        assertEquals("1/2/2026 3:04:05 AM", event.value("Date"));
        assertNull(event.time());
        assertNotNull(Explainer.explain(event).failure());
    }

    @Test
    void theOrderOfColumnsAndTheSeparatorAreFree() throws IOException {
        String table =
                "sep=;\r\nMessage;Extra;Source;Event ID;Date and Time\r\n\"a; \"\"quoted\"\"\r\nFailure Information:\r\nFailure Reason:\tNo policy"
                        + " configured\";more;Security;4653;2026-01-02T03:04:05Z\r\n";
        EventRecord event = clean(table).events().get(0);
        assertEquals("No policy configured", event.value("FailureReason"));
        assertEquals("more", event.value("Extra"));
        assertEquals("2026-01-02T03:04:05Z", String.valueOf(event.time()));
        assertTrue(event.text().startsWith("a; \"quoted\""));
        EventRecord tabs = clean("Event ID\tSource\tLocalAddress\n4655\tSecurity\t192.0.2.1\n")
                .events()
                .get(0);
        assertEquals("192.0.2.1", tabs.value("LocalAddress"));
    }

    @Test
    void whatIsInUtf16IsReadAlike() throws IOException {
        String table = SyntheticTables.powerShell(List.of(FAILED));
        assertEquals(
                clean(table).events(),
                EventsOf.of(("\ufeff" + table).getBytes(StandardCharsets.UTF_16LE))
                        .events());
    }

    @Test
    void tablesOfSomethingElseAreNone() {
        for (String other :
                List.of("a,b,c\n1,2,3\n", "Event ID\n4653\n", "1/2/2005,3:04:05,x\n", "\"", "Date,Time,Source\n")) {
            assertEquals(EventForm.NONE, EventForm.of(other.getBytes(StandardCharsets.UTF_8)), other);
        }
    }

    @Test
    void aRowWithoutAnIdIsToldAndPassedOver() throws IOException {
        EventsOf found = EventsOf.of(VIEWER + "\nx,y,z,,w,\"text\"\n" + "x,y,Security,4655,w,\"text\"\n\n");
        assertEquals(1, found.events().size());
        assertEquals("line 2", found.problems().get(0).where());
        assertEquals(1, found.problems().size());
    }

    @Test
    void aQuoteThatDoesNotEndCostsOnlyWhatFollows() throws IOException {
        String good = SyntheticTables.viewer(VIEWER, List.of(FAILED, FAILED)) + "\r\n";
        EventsOf found = EventsOf.of(good + "a,b,Security,4653,c,\"" + "x".repeat(600_000));
        assertEquals(2, found.events().size());
        assertEquals(1, found.problems().size());
        assertTrue(found.problems().get(0).what().contains("quote does not end"));
        EventsOf wide = EventsOf.of(good + ",".repeat(100_000));
        assertEquals(2, wide.events().size());
        assertEquals(1, wide.problems().size());
    }

    @Test
    void aLongDescriptionIsCutAndTold() throws IOException {
        EventsOf found = EventsOf.of(VIEWER + "\na,b,Security,4653,c,\"" + "x".repeat(40_000) + "\"\n");
        assertEquals(EventLimits.DEFAULT.maxText(), found.events().get(0).text().length());
        assertFalse(found.problems().isEmpty());
    }
}
