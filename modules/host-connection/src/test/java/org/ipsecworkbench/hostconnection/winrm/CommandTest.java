package org.ipsecworkbench.hostconnection.winrm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.OutputListener;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.hostconnection.testing.FakeShell.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Commands on a host within the JVM, over HTTP with NTLM and sealing. */
@Timeout(60)
class CommandTest extends WinRmCase {
    @Test
    void commandRunsFromTheFirstByteToTheLast() throws ConnectionException {
        try (HostConnection connection = open()) {
            Transcript transcript = connection.run(RemoteCommand.program("netsh", "ipsec", "static", "show", "all"));
            assertTrue(transcript.isComplete());
            assertEquals(OptionalInt.of(0), transcript.ending().exitCode());
            assertArrayEquals(reply.output(), transcript.output());
            assertEquals(new String(reply.output(), StandardCharsets.UTF_8), transcript.outputText());
            assertEquals("netsh ipsec static show all", transcript.line());
            assertEquals(List.of("netsh ipsec static show all"), host.shell.lines);
            assertEquals(1, host.shell.terminated, "every command is terminated, also one that has ended");
        }
        assertEquals(0, host.shell.openShells, "the shell is deleted");
        assertEquals(
                List.of("Identify", "anonymous", "negotiate", "authenticate", "Create", "Command"),
                host.requests.subList(0, 6));
    }

    @Test
    void oneShellServesManyCommands() throws ConnectionException {
        try (HostConnection connection = open()) {
            for (int i = 0; i < 3; i++) {
                connection.run(RemoteCommand.program("hostname"));
            }
            assertEquals(1, host.shell.openShells);
            assertEquals(1, host.attempts);
        }
    }

    @Test
    void exitCodesOf32Bits() throws ConnectionException {
        reply = new Reply(new byte[0], "x".getBytes(StandardCharsets.UTF_8), 0xC0000005, false);
        try (HostConnection connection = open()) {
            Transcript transcript = connection.run(RemoteCommand.program("crash"));
            assertEquals(OptionalInt.of(0xC0000005), transcript.ending().exitCode());
            assertEquals("x", transcript.errorText());
        }
    }

    @Test
    void inputIsSentWhole() throws ConnectionException {
        byte[] input = "äöü\n".repeat(40_000).getBytes(StandardCharsets.UTF_8);
        try (HostConnection connection = open()) {
            connection.run(RemoteCommand.program("more").withInput(input));
        }
        assertEquals(new String(input, StandardCharsets.UTF_8), host.shell.inputs.get(0));
    }

    @Test
    void longScriptsGoThroughInput() throws ConnectionException {
        try (HostConnection connection = open()) {
            connection.run(RemoteCommand.powerShell("'x'".repeat(3000), Map.of("path", "C:\\it's")));
        }
        assertEquals(1, host.shell.inputs.size());
        assertTrue(host.shell.lines.get(0).length() <= RemoteCommand.MAX_LINE);
    }

    @Test
    void lateCommandIsTerminated() throws ConnectionException {
        reply = Reply.hanging();
        try (HostConnection connection = open()) {
            Transcript transcript =
                    connection.run(RemoteCommand.program("pause").withDeadline(Duration.ofMillis(200)));
            assertNotNull(transcript.ending().failure());
            assertEquals(FailureCause.TIMED_OUT, transcript.ending().failure().cause());
            assertEquals(1, host.shell.terminated);
        }
    }

    @Test
    void cancellingEndsTheCommandOnTheHost() throws Exception {
        reply = Reply.hanging();
        Cancellation cancellation = new Cancellation();
        try (HostConnection connection = open()) {
            CompletableFuture<Transcript> running = CompletableFuture.supplyAsync(() -> {
                try {
                    return connection.run(RemoteCommand.program("pause"), OutputListener.NONE, cancellation);
                } catch (ConnectionException e) {
                    throw new IllegalStateException(e);
                }
            });
            while (host.shell.lines.isEmpty()) {
                Thread.sleep(5);
            }
            cancellation.cancel();
            Transcript transcript = running.get(10, TimeUnit.SECONDS);
            assertNotNull(transcript.ending().failure());
            assertEquals(FailureCause.CANCELLED, transcript.ending().failure().cause());
            assertEquals(1, host.shell.terminated);
        }
    }

    @Test
    void clockOfTheHostIsMeasured() throws ConnectionException {
        host.clock = Instant.now().plusSeconds(3600);
        try (HostConnection connection = open()) {
            long seconds = connection.clockOffset().orElseThrow().toSeconds();
            assertTrue(Math.abs(seconds - 3600) <= 2, () -> seconds + " s");
        }
    }

    @Test
    void outputInPiecesOfAByteKeepsItsCharacters() throws ConnectionException {
        host.shell.pieceSize = 1;
        host.shell.piecesPerAnswer = 100;
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        try (HostConnection connection = open()) {
            Transcript transcript = connection.run(
                    RemoteCommand.program("hostname"), (isError, bytes) -> seen.writeBytes(bytes), new Cancellation());
            assertTrue(transcript.outputText().startsWith("Grüße, 世界 \ud83d\ude00 from"));
            assertArrayEquals(reply.output(), seen.toByteArray());
        }
    }
}
