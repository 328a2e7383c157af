package org.ipsecworkbench.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnoseCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theCauseComesFirst() throws Exception {
        Run run = Run.of("diagnose", "--lab", "--scenario", "respond-only");
        assertEquals(3, run.exit(), run.err());
        Goldens.check("diagnose/respond-only", run.out());
    }

    @Test
    void aKeyIsNeverShown() {
        for (String format : new String[] {"text", "json", "html", "junit", "csv"}) {
            Run run = Run.of("diagnose", "--lab", "--scenario", "psk-mismatch", "--format", format);
            assertEquals(3, run.exit(), run.err());
            assertTrue(run.out().contains("The pre-shared keys of SRV1 and SRV2 differ"), run.out());
            assertFalse(run.out().contains("lab-key"), run.out());
        }
    }

    @Test
    void nothingNeedsAttentionWhereTrafficIsEncrypted() {
        Run run = Run.of("diagnose", "--lab", "--scenario", "all-well");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("Traffic between SRV1 and SRV2 is encrypted"), run.out());
    }

    @Test
    void aCaptureTellsWhatTheHostsDoNot() {
        String sample = "../capture-viewer/src/main/samples/office-partly-protected.pcap";
        Path file = Path.of(System.getProperty("basedir", ""), sample);
        Run run = Run.of("diagnose", "--lab", "--scenario", "partial-coverage", "--capture", file.toString());
        assertEquals(3, run.exit(), run.err());
        assertTrue(run.out().contains("sent each other is, in " + file + ": Encrypted."), run.out());
        assertTrue(run.out().contains("sent each other is, in " + file + ": In clear: not protected."), run.out());
        assertEquals(1, Run.of("diagnose", "--lab", "--capture", "no-such.pcap").exit());
    }

    @Test
    void scriptsGetTheSameAsPeople() throws Exception {
        Run run = Run.of("diagnose", "--lab", "--scenario", "service-stopped", "--format", "json");
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertEquals("ipsecwb/diagnosis/1", json.get("schema").asText());
        assertEquals("failed", json.get("verdict").asText());
        JsonNode cause = json.get("causes").get(0);
        assertEquals("service-stopped", cause.get("finding").asText());
        assertEquals("SRV2", cause.get("hosts").get(0).asText());
        assertEquals(
                "sc start IKEEXT",
                cause.get("remedies").get(0).get("commands").get(1).asText());
        assertTrue(json.get("hosts").get(0).get("simulated").asBoolean());
    }

    @Test
    void aHostThatCannotBeAskedIsNamed() throws Exception {
        Path password = folder.resolve("password");
        Files.writeString(password, "secret\n");
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        Run run = Run.of("diagnose", "winrm://admin@127.0.0.1:" + closed, "--password-file", password.toString());
        assertEquals(1, run.exit());
        assertTrue(run.out().contains("NOT ASKED"), run.out());
    }

    @Test
    void aRemedyIsRunTestedAndUndone() {
        Run run = Run.of(
                "diagnose",
                "--lab",
                "--scenario",
                "service-stopped",
                "--apply",
                "start-service/SRV2/IKEEXT",
                "--yes",
                "--then-undo");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("nothing needs attention"), run.out());
        assertTrue(run.err().contains("Before: The service IKEEXT of SRV2 is stopped and disabled"), run.err());
        assertTrue(run.err().contains("  ran   sc start IKEEXT"), run.err());
        assertTrue(run.err().contains("After undoing it: The service IKEEXT of SRV2 is stopped"), run.err());
    }

    @Test
    void aRemedyIsRefusedThatNobodyAgreedToOrNothingUndoes() {
        String[] clock = {"diagnose", "--lab", "--scenario", "kerberos-clock-skew", "--apply", "resync/SRV2", "--yes"};
        Run refused = Run.of(clock);
        assertEquals(2, refused.exit());
        assertTrue(refused.err().contains("--without-undo"), refused.err());
        Run unknown = Run.of("diagnose", "--lab", "--apply", "no-such", "--yes");
        assertEquals(2, unknown.exit());
        Run failed =
                Run.of("diagnose", "--lab", "--scenario", "firewall-drops-ike", "--apply", "open-ike/SRV2", "--yes");
        assertEquals(1, failed.exit());
        assertTrue(failed.err().contains("nothing was changed"), failed.err());
    }

    @Test
    void hostsOrTheLabAreWanted() {
        assertEquals(2, Run.of("diagnose").exit());
        assertEquals(2, Run.of("diagnose", "--lab", "--format", "no-such").exit());
        assertEquals(2, Run.of("diagnose", "local:", "--lab").exit());
        assertEquals(2, Run.of("diagnose", "--lab", "--scenario", "no-such").exit());
    }
}
