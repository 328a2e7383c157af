package org.ipsecworkbench.hostconnection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transcripts that are kept, and what replays them. */
class TranscriptFileTest {
    @TempDir
    private Path folder;

    private static Transcript transcript(String line, Ending ending, byte[] output) {
        return new Transcript(
                "winrm://host",
                line,
                Instant.parse("2026-11-25T05:00:00Z"),
                Instant.parse("2026-11-25T05:00:01.5Z"),
                ending,
                output,
                "#< CLIXML\r\n<Objs><S S=\"Error\">Not &lt;found&gt;_x000D__x000A_</S></Objs>"
                        .getBytes(StandardCharsets.US_ASCII),
                false,
                Charset.forName("IBM850"),
                Optional.of(Duration.ofMillis(-1234)));
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        Transcript before = transcript("net start", Ending.exited(-1), bytes);
        Path file = folder.resolve("1.transcript");
        TranscriptFile.write(before, file);
        Transcript after = TranscriptFile.read(file);
        assertArrayEquals(bytes, after.output());
        assertArrayEquals(before.errors(), after.errors());
        assertEquals(before.toString(), after.toString());
        assertEquals(before.clockOffset(), after.clockOffset());
        assertEquals(before.charset(), after.charset());
        assertEquals("Not <found>\r\n", after.errorText());
    }

    @Test
    void incompleteOnesSayWhy() throws IOException {
        Failure failure = new Failure(ConnectionStep.SHELL, FailureCause.CONNECTION_LOST, "lost", "again");
        Path file = folder.resolve("1.transcript");
        TranscriptFile.write(transcript("x", Ending.failed(failure), new byte[0]), file);
        assertEquals(failure, TranscriptFile.read(file).ending().failure());
    }

    @Test
    void everyCutIsNoticed() throws IOException {
        Path file = folder.resolve("1.transcript");
        TranscriptFile.write(transcript("x", Ending.exited(0), new byte[] {1, 2, 3}), file);
        byte[] whole = Files.readAllBytes(file);
        for (int end = 0; end < whole.length; end++) {
            Files.write(file, Arrays.copyOf(whole, end));
            assertThrows(IOException.class, () -> TranscriptFile.read(file), "cut at " + end);
        }
    }

    @Test
    void recordedHostAnswersInTheOrderOfTheRecording() throws Exception {
        TranscriptFile.write(transcript("a", Ending.exited(1), new byte[] {'1'}), folder.resolve("1.transcript"));
        TranscriptFile.write(transcript("a", Ending.exited(2), new byte[] {'2'}), folder.resolve("2.transcript"));
        HostAddress address = HostAddress.parse("recorded:" + folder);
        try (HostConnection host = HostConnection.open(address, Credentials.none(), ConnectionOptions.DEFAULT)) {
            assertEquals("1", host.run(RemoteCommand.program("a")).outputText());
            assertEquals("2", host.run(RemoteCommand.program("a")).outputText());
            Transcript last = host.run(RemoteCommand.program("a"));
            assertEquals(OptionalInt.of(2), last.ending().exitCode());
            assertEquals(Optional.of(Duration.ofMillis(-1234)), last.clockOffset());
            ConnectionException e = assertThrows(ConnectionException.class, () -> host.run(RemoteCommand.program("b")));
            assertEquals(FailureCause.NOT_AVAILABLE, e.failure().cause());
        }
    }
}
