package org.ipsecworkbench.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates on the command line; the listings are synthetic. */
class CertificatesCommandTest {
    private static final String BLOCK = """
            ================ Certificate %d ================
            Serial Number: 58000000%02d
            Issuer: CN=Root, DC=example
             NotBefore: 2026-01-13 10:00
             NotAfter: %s 10:00
            Subject: CN=%s
            Template: IPSec
            Cert Hash(sha1): 0123456789abcdef0123456789abcdef012345%02d
              Key Container = le-IPSec
              Provider = Microsoft Software Key Storage Provider
            Signature test passed

            """;

    @TempDir
    private Path folder;

    private Path store;
    private Path user;

    @BeforeEach
    void write() throws IOException {
        store = Files.writeString(
                folder.resolve("store.txt"),
                "C:\\>certutil -store My\nMy \"Personal\"\n"
                        + BLOCK.formatted(0, 0, "2026-02-13", "old", 0)
                        + BLOCK.formatted(1, 1, "2027-02-13", "srv1", 1));
        user = Files.writeString(
                folder.resolve("user.txt"),
                "C:\\>certutil -user -store My\nMy \"Personal\"\n" + BLOCK.formatted(0, 2, "2027-02-13", "joe", 2));
    }

    private Run run(String... more) {
        String[] all = new String[more.length + 5];
        all[0] = "certificates";
        all[1] = "--at";
        all[2] = "2026-11-25T12:00:00Z";
        all[3] = store.toString();
        all[4] = user.toString();
        System.arraycopy(more, 0, all, 5, more.length);
        return Run.of(all);
    }

    @Test
    void theTextSaysWhichOneIkePicksAndWhyNotTheOthers() throws IOException {
        Run text = run();
        assertEquals("", text.err());
        assertEquals(3, text.exit(), "a listing does not tell all");
        Goldens.check(
                "certificates/stores", text.out().replace(folder + "/", "").replace(folder + "\\", ""));
    }

    @Test
    void theJsonHasEachRule() throws IOException {
        Run json = run("--format", "json", "--authority", "DC=example,CN=Root");
        JsonNode host = new ObjectMapper().readTree(json.out()).get("hosts").get(0);
        assertEquals(3, host.get("certificates").size(), json.out());
        assertEquals(
                "0123456789abcdef0123456789abcdef01234501", host.get("picked").asText());
        JsonNode first = host.get("certificates").get(0);
        assertEquals("unknown", first.get("fitness").asText());
        assertTrue(first.get("notAfter").has("earliest"), "a listing has no zone");
        assertEquals("broken", host.get("certificates").get(2).get("fitness").asText());
        assertEquals(3, host.get("forecast").size());
    }

    @Test
    void whatIsNoCertificateIsToldAndFails() throws IOException {
        Path other = Files.writeString(folder.resolve("other.txt"), "nothing of this kind\n");
        Run run = Run.of("certificates", other.toString());
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("Nothing in it was recognised"), run.err());
        assertEquals(2, Run.of("certificates").exit());
    }

    @Test
    void aTableHasEachCertificateInALine() {
        Run run = run("--format", "csv");
        String[] lines = run.out().split("\r\n");
        assertEquals(4, lines.length, run.out());
        assertTrue(lines[0].startsWith("\"host\",\"store\",\"location\",\"counts\",\"picked\""), lines[0]);
        assertTrue(lines[1].startsWith("\"files\",\"My\",\"computer\",\"true\",\"true\""), lines[1]);
        assertTrue(run.out().contains("\"files\",\"My\",\"user\",\"false\",\"false\""), run.out());
    }

    @Test
    void aCalendarHasWhatWillEndAndNotWhatHasEnded() {
        Run run = run("--format", "ics");
        assertTrue(run.out().startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), run.out());
        assertTrue(run.out().contains("SUMMARY:Certificate ends: srv1 (files)"), run.out());
        assertTrue(!run.out().contains("Certificate ends: old"), run.out());
    }
}
