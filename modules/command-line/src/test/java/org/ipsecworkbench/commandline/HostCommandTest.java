package org.ipsecworkbench.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ipsecworkbench.hostconnection.Ending;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.hostconnection.TranscriptFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands about hosts, with transcripts in the place of a host, and where no host is. */
@Timeout(60)
class HostCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private String recorded;

    @BeforeEach
    void record() throws IOException {
        recorded = "recorded:" + folder;
        write("1", RemoteCommand.program("netsh", "show", "a b").line(), 0, "Regel „Büro“ 語\r\n");
        write("2", RemoteCommand.program("fail").line(), 256, "");
    }

    private void write(String name, String line, int exitCode, String output) throws IOException {
        Transcript transcript = new Transcript(
                "winrm://host",
                line,
                Instant.EPOCH,
                Instant.EPOCH,
                Ending.exited(exitCode),
                output.getBytes(StandardCharsets.UTF_8),
                "wrong\n".getBytes(StandardCharsets.UTF_8),
                false,
                StandardCharsets.UTF_8,
                Optional.of(Duration.ofMillis(1500)));
        TranscriptFile.write(transcript, folder.resolve(name + TranscriptFile.SUFFIX));
    }

    @Test
    void runPrintsWhatTheCommandPrints() {
        Run run = Run.of("host", "run", recorded, "--", "netsh", "show", "a b");
        assertEquals(new Run(0, "Regel „Büro“ 語\r\n", "wrong\n"), run);
    }

    @Test
    void exitCodeIsNeverZeroForAnother() {
        assertEquals(1, Run.of("host", "run", recorded, "--", "fail").exit());
    }

    @Test
    void verboseTellsEachCommandAndItsEnd() {
        Run run = Run.of("host", "run", "--verbose", recorded, "--", "fail");
        assertTrue(run.err().contains(recorded + ", ipsecwb host run: fail"), run.err());
        assertTrue(run.err().contains(": exit code 256, 6 bytes, "), run.err());
        assertEquals("wrong\n", Run.of("host", "run", recorded, "--", "fail").err(), "no longer than asked for");
    }

    @Test
    void runAsJson() throws IOException {
        JsonNode json = JSON.readTree(Run.of("host", "run", "--format", "json", recorded, "--", "fail")
                .out());
        assertEquals("ipsecwb/transcript/1", json.get("schema").asText());
        assertEquals(256, json.get("exitCode").asInt());
        assertEquals("wrong\n", json.get("errors").asText());
        assertEquals(1.5, json.get("clockOffset").asDouble());
        assertTrue(json.get("cause").isNull());
    }

    @Test
    void recordKeepsTheTranscript() throws IOException {
        Path kept = folder.resolve("kept");
        Run.of("host", "run", "--record", kept.toString(), recorded, "--", "fail");
        Run again = Run.of("host", "run", "recorded:" + kept, "--", "fail");
        assertEquals("wrong\n", again.err());
    }

    @Test
    void whatCouldNotBeRunHasAReasonAndANextStep() {
        Run run = Run.of("host", "run", recorded, "--", "other");
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("was not recorded"), run.err());
        assertTrue(run.err().contains("Next step: "), run.err());
    }

    @Test
    void testSaysWhichStepFailed() throws IOException {
        int port;
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = unused.getLocalPort();
        }
        String host = "winrm://alice@127.0.0.1:" + port;
        byte[] password = "geheim-4711\n".getBytes(StandardCharsets.UTF_8);
        Run text = Run.with(password, "host", "test", "--password-stdin", host);
        assertEquals(1, text.exit());
        assertTrue(text.out().contains("DOES NOT WORK"), text.out());
        assertTrue(text.out().contains("winrm quickconfig"), text.out());
        Run run = Run.with(password, "host", "test", "--password-stdin", "--format", "json", host);
        JsonNode steps = JSON.readTree(run.out()).get("steps");
        assertEquals("ok", steps.get(0).get("result").asText());
        assertEquals("refused", steps.get(1).get("cause").asText());
        assertEquals("not-reached", steps.get(4).get("result").asText());
        assertFalse((text.out() + text.err() + run.out() + run.err()).contains("geheim"));
    }

    @Test
    void passwordComesFromAFileOrNotAtAll() throws IOException {
        Run none = Run.of("host", "run", "winrm://alice@127.0.0.1:1", "--", "hostname");
        assertEquals(1, none.exit());
        assertTrue(none.err().contains("--password-file"), none.err());
        Path file = Files.writeString(folder.resolve("password"), "geheim-4711\r\nmore\n");
        Run refused = Run.of(
                "host", "run", "--password-file", file.toString(), "winrm://alice@127.0.0.1:1", "--", "hostname");
        assertEquals(1, refused.exit());
        assertTrue(refused.err().contains("refuses port 1"), refused.err());
    }

    @Test
    void usageErrors() {
        assertEquals(2, Run.of("host", "test", "host.example").exit());
        Run password = Run.of("host", "test", "winrm://alice:geheim@host");
        assertEquals(2, password.exit());
        assertFalse(password.err().lines().findFirst().orElse("").contains("geheim"), password.err());
        assertEquals(2, Run.of("host", "test", "winrm://127.0.0.1").exit());
        assertEquals(2, Run.of("host", "test", "--pin", "abc", recorded).exit());
        assertEquals(2, Run.of("host", "run", recorded).exit());
        assertEquals(
                2,
                Run.of(
                                "host",
                                "fetch",
                                recorded,
                                "Oakley.log",
                                folder.resolve("x").toString())
                        .exit());
        assertEquals(2, Run.of("host").exit());
    }
}
