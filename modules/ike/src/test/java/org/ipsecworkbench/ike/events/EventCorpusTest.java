package org.ipsecworkbench.ike.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern DATA = Pattern.compile("<Data(?: Name=['\"](\\w+)['\"])?>([^<]*)</Data>");

    /** {@code Label: value}; labels alone are headings. */
    private static final Pattern LABELLED = Pattern.compile("(?m)^\\s*([^:\\n<]{1,40}):[ \\t]+(\\S[^\\n]*)$");

    /** Parts of an event's head that no event of IPsec needs, in text and in XML. */
    private static final Set<String> NOT_KEPT = Set.of("Task Category", "Level", "Keywords", "User");

    /** Every value of a sample stands among the values of its event, or in its head. */
    @Test
    void noValueOfASampleIsLost() throws IOException {
        Path folder = folder();
        int counted = 0;
        for (String sample : IDS.keySet()) {
            String text = Files.readString(folder.resolve(sample));
            EventRecord event = EventsOf.of(text).events().get(0);
            List<String> raws =
                    event.fields().stream().map(EventRecord.Field::raw).toList();
            List<String> lost = new ArrayList<>();
            Matcher data = DATA.matcher(text);
            while (data.find()) {
                counted++;
                boolean isThere = event.fields().stream()
                        .anyMatch(field -> field.raw().equals(data.group(2))
                                && (data.group(1) == null || field.name().equals(data.group(1))));
                if (!isThere) {
                    lost.add(data.group());
                }
            }
            Matcher line = LABELLED.matcher(text);
            while (line.find() && !sample.startsWith("4650")) {
                counted++;
                String value = line.group(2).strip();
                boolean isHead = List.of(event.channel(), event.provider(), "" + event.id(), event.computer())
                        .contains(value);
                // With XML below it the copy's date is the XML's time.
                boolean isTime = line.group(1).equals("Date") && event.time() != null;
                if (!isHead && !isTime && !raws.contains(value) && !NOT_KEPT.contains(line.group(1))) {
                    lost.add(line.group());
                }
            }
            assertEquals(List.of(), lost, sample);
            assertFalse(Explainer.explain(event).meaning().isEmpty(), sample);
        }
        assertFalse(counted < 40, "values counted: " + counted);
    }
}
