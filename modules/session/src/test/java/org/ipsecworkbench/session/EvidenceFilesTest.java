package org.ipsecworkbench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.hostconnection.TranscriptFile;
import org.ipsecworkbench.session.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceFilesTest {
    @TempDir
    Path folder;

    private void is(EvidenceKind kind, String summary, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("evidence.bin"), content);
        assertEquals(kind, EvidenceFiles.kind(file));
        assertEquals(summary, EvidenceFiles.summary(file, ScanMonitor.NONE));
    }

    private void is(EvidenceKind kind, String summary, String content) throws IOException {
        is(kind, summary, content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void transcriptsAreTheirCommands() throws IOException {
        is(
                EvidenceKind.TRANSCRIPT,
                "sc queryex PolicyAgent: 7 bytes, exit code 0",
                TranscriptFile.bytes(Samples.transcript("winrm://a", "sc queryex PolicyAgent", "running")));
    }

    @Test
    void capturesAreTheirVerdict() throws IOException {
        Path sample = Path.of("..", "capture-viewer", "src", "main", "samples", "office-partly-protected.pcap");
        is(EvidenceKind.CAPTURE, "Partly in clear: 204 packets, 3 host pairs", Files.readAllBytes(sample));
    }

    @Test
    void eventsAndLogsAreTheirNegotiations() throws IOException {
        is(
                EvidenceKind.EVENTS,
                "1 event, 0 negotiations",
                "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
                        + "<Provider Name='Microsoft-Windows-Security-Auditing'/><EventID>4624</EventID>"
                        + "<TimeCreated SystemTime='2026-11-25T08:00:00.000Z'/></System></Event>");
    }

    /** Made with {@code openssl req -x509 -newkey rsa:2048 -subj /O=Example/CN=srv1.corp.example -days 3649}; its key was not kept. */
    @Test
    void certificatesAreTheirSubjects() throws Exception {
        Path pem = Path.of("src", "test", "resources", "org", "ipsecworkbench", "session", "host.pem");
        is(EvidenceKind.CERTIFICATE, "CN=srv1.corp.example,O=Example, valid until 2036-11-21", Files.readAllBytes(pem));
    }

    @Test
    void policiesAreTheirRules() throws IOException {
        is(EvidenceKind.POLICY, "1 policy, 1 rule", "pushd ipsec static\r\nadd policy name=\"Server\" assign=yes\r\n");
    }

    @Test
    void whatNobodyKnowsIsAFile() throws IOException {
        is(EvidenceKind.FILE, "", "Dear colleague, the server is slow.\n");
        is(EvidenceKind.FILE, "", "");
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        is(EvidenceKind.FILE, "", noise);
        assertTrue(Files.exists(folder.resolve("evidence.bin")), "nothing was taken away");
    }
}
