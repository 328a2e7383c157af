package org.ipsecworkbench.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The timeline of simulated hosts that were asked for real, with a capture beside. */
class SessionTimelineCommandTest {
    @TempDir
    private static Path folder;

    private static String session = "";

    @BeforeAll
    static void collect() {
        Path sample = Path.of(
                System.getProperty("basedir", ""), "../capture-viewer/src/main/samples/office-partly-protected.pcap");
        session = folder.resolve("case.ipsecwb").toString();
        Run run = Run.of(
                "collect", "--lab", "--scenario", "psk-mismatch", "--add", sample.toString(), "--output", session);
        assertEquals(0, run.exit(), run.err());
    }

    private static JsonNode json(String... options) throws Exception {
        String[] all = new String[options.length + 5];
        System.arraycopy(new String[] {"session", "timeline", session, "--format", "json"}, 0, all, 0, 5);
        System.arraycopy(options, 0, all, 5, options.length);
        Run run = Run.of(all);
        assertEquals(0, run.exit(), run.err());
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void allEvidenceOfAllHostsIsInOneTimeline() throws Exception {
        JsonNode json = json();
        assertEquals("ipsecwb/timeline/1", json.get("schema").asText());
        assertTrue(json.get("complete").asBoolean());
        Set<String> hosts = new HashSet<>();
        json.get("clocks").forEach(clock -> hosts.add(clock.get("name").asText()));
        assertTrue(hosts.containsAll(Set.of("SRV1", "SRV2", "office-partly-protected.pcap")), hosts.toString());
        Set<String> kinds = new HashSet<>();
        Set<String> lanes = new HashSet<>();
        String before = "";
        for (JsonNode entry : json.get("entries")) {
            kinds.add(entry.get("kind").asText());
            lanes.add(entry.get("lane").asText());
            assertTrue(before.compareTo(entry.get("time").asText().substring(0, 19)) <= 0, "in the order of time");
            before = entry.get("time").asText().substring(0, 19);
        }
        assertTrue(
                kinds.containsAll(Set.of("capture", "negotiation", "event", "service", "command")), kinds.toString());
        assertTrue(lanes.containsAll(Set.of("SRV1", "SRV2", "office-partly-protected.pcap")), lanes.toString());
    }

    @Test
    void filtersLeaveWhatTheyAskFor() throws Exception {
        for (JsonNode entry :
                json("--host", "SRV2", "--kind", "service,negotiation").get("entries")) {
            assertTrue(entry.get("hosts").toString().contains("SRV2"), entry.toString());
            assertTrue(
                    Set.of("service", "negotiation").contains(entry.get("kind").asText()));
        }
        JsonNode found = null;
        for (JsonNode entry : json("--kind", "negotiation").get("entries")) {
            found = entry.get("initiatorCookie").isNull() ? found : entry;
        }
        assertTrue(found != null, "a negotiation of which the cookies are known");
        String cookie = found.get("initiatorCookie").asText();
        JsonNode same = json("--cookie", cookie.substring(0, 12)).get("entries");
        assertTrue(!same.isEmpty());
        same.forEach(entry -> assertEquals(cookie, entry.get("initiatorCookie").asText()));
    }

    @Test
    void textNamesTheClocksFirst() {
        Run run = Run.of("session", "timeline", session, "--kind", "service");
        assertTrue(run.out().contains("times are UTC, without the offsets of the clocks."), run.out());
        assertTrue(run.out().contains("  SRV1: "), run.out());
        assertTrue(run.out().contains("IKEEXT was found running"), run.out());
    }

    @Test
    void tablesHaveALineForEachEntry() {
        String[] lines =
                Run.of("session", "timeline", session, "--format", "csv").out().split("\\R");
        assertEquals("time,stated,seconds,lane,kind,signal,outcome,words,cookies,spis,addresses,item,place", lines[0]);
        assertTrue(lines.length > 50);
        String[] tabs = Run.of("session", "timeline", session, "--format", "tsv", "--kind", "negotiation")
                .out()
                .split("\\R");
        assertEquals(13, tabs[1].split("\t", -1).length);
    }

    @Test
    void whatCannotBeMeantIsWrongUsage() {
        assertEquals(2, Run.of("session", "timeline", session, "--spi", "no").exit());
        Run kind = Run.of("session", "timeline", session, "--kind", "packets");
        assertEquals(2, kind.exit());
        assertTrue(kind.err().contains("There is no kind packets; there are: capture, negotiation"), kind.err());
    }
}
