package org.ipsecworkbench.hostconnection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTrailTest {
    private final List<String> heard = new ArrayList<>();

    private final AuditTrail.Listener listener = new AuditTrail.Listener() {
        @Override
        public void sent(AuditTrail.Entry entry) {
            heard.add("sent by " + entry.action() + ": " + entry.text());
        }

        @Override
        public void ended(AuditTrail.Entry entry, Transcript transcript) {
            heard.add("ended: " + transcript.outputText());
        }

        @Override
        public void failed(AuditTrail.Entry entry, Failure failure) {
            heard.add("failed: " + failure.cause());
        }
    };

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        AuditTrail.add(listener);
    }

    @AfterEach
    void stop() {
        AuditTrail.remove(listener);
    }

    private HostConnection record(RemoteCommand command, String output) throws ConnectionException, IOException {
        Transcript transcript = new Transcript(
                "winrm://host",
                command.line(),
                Instant.EPOCH,
                Instant.EPOCH,
                Ending.exited(0),
                output.getBytes(StandardCharsets.UTF_8),
                new byte[0],
                false,
                StandardCharsets.UTF_8,
                Optional.empty());
        TranscriptFile.write(transcript, folder.resolve("1" + TranscriptFile.SUFFIX));
        return HostConnection.open(
                HostAddress.parse("recorded:" + folder),
                Credentials.none(),
                ConnectionOptions.DEFAULT.withAction("a test"));
    }

    @Test
    void everyCommandIsToldBeforeAndAfter() throws ConnectionException, IOException {
        RemoteCommand command = RemoteCommand.powerShell("Get-It $name", Map.of("name", "x"));
        try (HostConnection connection = record(command, "it\n")) {
            connection.run(command);
        }
        assertEquals(
                List.of("sent by a test: $ProgressPreference='SilentlyContinue';$name='x';Get-It $name", "ended: it\n"),
                heard);
    }

    @Test
    void whatWasNotStartedIsTold() throws ConnectionException, IOException {
        try (HostConnection connection = record(RemoteCommand.program("a"), "")) {
            assertThrows(ConnectionException.class, () -> connection.run(RemoteCommand.program("b", "c d")));
        }
        assertEquals(List.of("sent by a test: b \"c d\"", "failed: NOT_AVAILABLE"), heard);
    }

    @Test
    void keysAreNeitherInTheTrailNorInTheTranscript() throws ConnectionException, IOException {
        RemoteCommand command = RemoteCommand.program("netsh", "add", "auth1psk=geheim");
        StringBuilder live = new StringBuilder();
        Transcript transcript;
        try (HostConnection connection = record(command, "Auth1PSK: geheim\r\nOk.\r\n")) {
            transcript = connection.run(
                    command,
                    (isError, bytes) -> live.append(new String(bytes, StandardCharsets.UTF_8)),
                    new Cancellation());
        }
        String kept = heard + transcript.line() + transcript.outputText();
        assertTrue(kept.contains("Ok.") && kept.contains("auth1psk=(redacted-"), kept);
        assertTrue(!kept.contains("geheim"), kept);
        assertTrue(live.toString().contains("geheim"), "the one who asks sees what came");
    }

    @Test
    void whatWasSentIsKeptWithoutKeysUntilTheRecordIsClosed() throws Exception {
        RemoteCommand command = RemoteCommand.program("netsh", "set", "psk=hidden-key");
        try (AuditRecord written = AuditRecord.start();
                HostConnection host = record(command, "ok")) {
            String address = host.address().toString();
            host.run(command);
            written.close();
            host.run(command);
            List<AuditRecord.Sent> sent = written.sentTo(List.of(address));
            assertEquals(1, sent.size());
            assertEquals("exit code 0", sent.get(0).result());
            assertEquals("a test", sent.get(0).entry().action());
            assertTrue(sent.get(0).entry().text().startsWith("netsh set psk=(redacted-"), sent.toString());
            assertEquals("ok", sent.get(0).transcript().outputText());
            assertEquals(List.of(), written.sentTo(List.of("winrm://other")));
        }
    }

    @Test
    void ofMoreOutputThanItMayKeepTheRecordForgetsTheOldest() throws Exception {
        RemoteCommand command = RemoteCommand.program("type", "large");
        try (AuditRecord written = AuditRecord.start();
                HostConnection host = record(command, "x".repeat(AuditRecord.MAX_OUTPUT / 2))) {
            host.run(command);
            host.run(command);
            host.run(command);
            List<AuditRecord.Sent> sent = written.sentTo(List.of(host.address().toString()));
            assertEquals(3, sent.size());
            assertNull(sent.get(0).transcript());
            assertNotNull(sent.get(1).transcript());
            assertEquals("exit code 0", sent.get(0).result());
        }
    }
}
