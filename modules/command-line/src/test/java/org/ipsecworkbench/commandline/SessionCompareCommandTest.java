package org.ipsecworkbench.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionFile;
import org.ipsecworkbench.session.SessionHost;
import org.ipsecworkbench.session.SessionLimits;
import org.ipsecworkbench.session.SessionWorkspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of the lab, in which hosts have the same names whatever is wrong with them. */
class SessionCompareCommandTest {
    private static final Map<String, byte[]> COLLECTED = new HashMap<>();

    @TempDir
    private Path folder;

    private Path session(String scenario) throws IOException {
        Path file = folder.resolve(scenario + ".ipsecwb");
        if (!COLLECTED.containsKey(scenario)) {
            Run run = Run.of("collect", "--lab", "--scenario", scenario, "--output", file.toString());
            assertEquals(0, run.exit(), run.err());
            COLLECTED.put(scenario, Files.readAllBytes(file));
        }
        return Files.write(file, COLLECTED.get(scenario));
    }

    /** Certificates of the lab are made at each start. */
    private String timeless(String text) {
        return text.replace(folder + "/", "")
                .replace(folder + "\\", "")
                .replaceAll("serial number [0-9a-f]+", "serial number N")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}(T[0-9:]+Z)?", "DATE");
    }

    private static JsonNode json(Run run) throws IOException {
        return new ObjectMapper().readTree(run.out());
    }

    private static List<String> statements(JsonNode comparison, String trend, String topic) {
        List<String> found = new ArrayList<>();
        for (JsonNode change : comparison.get("changes")) {
            if (change.get("trend").asText().equals(trend)
                    && change.get("topic").asText().equals(topic)) {
                found.add(change.get("statement").asText());
            }
        }
        return found;
    }

    @Test
    void nothingHasChangedInTheSameSession() throws IOException {
        String file = session("all-well").toString();
        Run run = Run.of("session", "compare", file, file);
        assertEquals(0, run.exit(), run.out() + run.err());
        assertTrue(run.out().contains("NO CHANGE"), run.out());
    }

    @Test
    void whatStoppedWorkingIsNamedBeforeAllElse() throws IOException {
        Run run = Run.of(
                "session",
                "compare",
                session("all-well").toString(),
                session("service-stopped").toString());
        assertEquals(3, run.exit(), run.err());
        assertTrue(run.out().contains("WORSE"), run.out());
        assertTrue(run.out().contains("It worked before, and now a cause is found"), run.out());
        JsonNode comparison = json(Run.of(
                "session",
                "compare",
                "--format",
                "json",
                session("all-well").toString(),
                session("service-stopped").toString()));
        assertEquals("ipsecwb/session-comparison/1", comparison.get("schema").asText());
        assertEquals("cause", comparison.get("changes").get(0).get("topic").asText());
        assertTrue(comparison.get("worse").asBoolean());
        assertFalse(statements(comparison, "worse", "service").isEmpty(), comparison.toPrettyString());
    }

    @Test
    void theOtherWayRoundItIsBetter() throws IOException {
        Run run = Run.of(
                "session",
                "compare",
                "--format",
                "json",
                session("service-stopped").toString(),
                session("all-well").toString());
        assertEquals(3, run.exit(), run.err());
        JsonNode comparison = json(run);
        assertFalse(comparison.get("worse").asBoolean(), comparison.toPrettyString());
        assertTrue(comparison.get("headline").asText().startsWith("The cause of before is not found any more"));
        assertFalse(statements(comparison, "better", "service").isEmpty(), comparison.toPrettyString());
    }

    @Test
    void anotherPolicyIsToldWithBothValues() throws IOException {
        Run run = Run.of(
                "session",
                "compare",
                session("all-well").toString(),
                session("main-mode-mismatch").toString());
        assertEquals(3, run.exit(), run.err());
        assertTrue(run.out().contains("Policy (SRV"), run.out());
        Goldens.check("session-compare", timeless(run.out()));
    }

    @Test
    void oneSessionIsComparedWithItsBaseline() throws IOException {
        Path both = both(session("all-well"), session("service-stopped"));
        Run run = Run.of("session", "compare", both.toString());
        assertEquals(3, run.exit(), run.err());
        assertTrue(run.out().contains("(baseline)"), run.out());
        assertTrue(run.out().contains("It worked before"), run.out());
    }

    @Test
    void withoutBaselineASecondSessionIsAskedFor() throws IOException {
        Run run = Run.of("session", "compare", session("all-well").toString());
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("Nothing in"), run.err());
    }

    /** The first session's evidence marked as baseline, and the second one's, in one file. */
    private Path both(Path first, Path second) throws IOException {
        Path file = folder.resolve("both.ipsecwb");
        Path journal = folder.resolve("journal");
        try (SessionFile one = SessionFile.open(first, SessionLimits.DEFAULT);
                SessionFile other = SessionFile.open(second, SessionLimits.DEFAULT);
                SessionWorkspace work = SessionWorkspace.create(
                        journal, Session.empty("both", one.session().created()))) {
            for (SessionHost host : one.session().hosts()) {
                work.update(session -> session.with(host));
            }
            copy(one, work, true);
            copy(other, work, false);
            work.save(file, Long.MAX_VALUE, ScanMonitor.NONE);
        }
        return file;
    }

    private static void copy(SessionFile from, SessionWorkspace to, boolean isBaseline) throws IOException {
        for (EvidenceItem item : from.session().evidence()) {
            try (InputStream in = from.evidence(item).open()) {
                EvidenceItem added = to.add(item.kind(), item.host(), item.name(), item.takenAt(), in);
                to.update(session -> session.with(added.withBaseline(isBaseline)));
            }
        }
    }
}
