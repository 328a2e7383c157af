package org.ipsecworkbench.ike.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.ike.EventRecord;
import org.ipsecworkbench.ike.testing.Captures;
import org.junit.jupiter.api.Test;

/** Reads the real events that lie beside the project; without them the test is skipped. */
class EventCorpusTest {
    private static final String AUDIT = "Microsoft-Windows-Security-Auditing";
    private static final String BARE = "4653-eventviewer-screenshot-transcribed.txt";
    private static final String CUT = "4653-ikev1-timeout-xml-pretty-fragment.xml";
    private static final Map<String, Integer> IDS = Map.of(
            "4650-snare-syslog-flattened.txt",
            4650,
            BARE,
            4653,
            "4653-ikev1-timeout-xml-2020.xml",
            4653,
            CUT,
            4653,
            "rasclient-20227-eventviewer-copy-with-xml.txt",
            20227);

    private static Path folder() {
        Path folder = Captures.sharedOrNowhere().resolveSibling("corpus").resolve("events");
        assumeTrue(Files.isDirectory(folder), () -> "no real events: " + folder + " is not there");
        return folder;
    }

    @Test
    void everySampleIsReadWithoutAnUnexplainedLoss() throws IOException {
        Path folder = folder();
        for (Map.Entry<String, Integer> sample : IDS.entrySet()) {
            EventsOf found = EventsOf.of(Files.readAllBytes(folder.resolve(sample.getKey())));
            assertEquals(1, found.events().size(), sample.getKey());
            assertEquals(sample.getValue(), found.events().get(0).id(), sample.getKey());
            assertEquals(
                    sample.getKey().equals(CUT),
                    !found.problems().isEmpty(),
                    found.problems().toString());
        }
    }

    @Test
    void aFlattenedLineKeepsEveryValue() throws IOException {
        EventRecord event = EventsOf.of(Files.readAllBytes(folder().resolve("4650-snare-syslog-flattened.txt")))
                .events()
                .get(0);
        assertEquals("10.40.1.123", event.value("LocalAddress"));
        assertEquals("DMN/SRV2$", event.value("RemoteMMPrincipalName"));
        assertEquals("71695", event.value("MMFilterID"));
        assertEquals(
                17,
                event.fields().stream()
                        .filter(field -> !field.name().equals("Date"))
                        .count());
        assertTrue(event.fields().stream()
                .noneMatch(field -> field.raw().contains(":") && !field.name().equals("Date")));
    }

    @Test
    void theFieldTableHasTheVersionsOfTheReference() throws IOException {
        Path table = folder().resolveSibling("reference").resolve("security_event_xml_fields.tsv");
        int compared = 0;
        for (String line : Files.readAllLines(table)) {
            String[] row = line.split("\t", -1);
            int id = row[0].matches("\\d+") ? Integer.parseInt(row[0]) : 0;
            if (EventTable.entry(AUDIT, id) == null || row[3].isEmpty()) {
                continue;
            }
            String[] names = row[3].replaceAll(":\\w+", "").split(", ");
            boolean isOfOneBuildAlone = id == 5452 && row[1].equals("1");
            if (!isOfOneBuildAlone) {
                assertEquals(
                        List.of(names),
                        EventTable.fields(AUDIT, id, Integer.parseInt(row[1]), names.length),
                        "event " + id);
                compared++;
            }
        }
        assertFalse(compared < 50, "rows compared: " + compared);
    }
}
