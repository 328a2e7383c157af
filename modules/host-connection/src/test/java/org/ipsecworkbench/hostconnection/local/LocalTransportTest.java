package org.ipsecworkbench.hostconnection.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.Ending;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.RemoteCommand.Encoding;
import org.ipsecworkbench.hostconnection.Transcript;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes of this machine, by a shell of Unix in the place of cmd.exe. */
@Timeout(30)
class LocalTransportTest {
    private final LocalTransport transport = new LocalTransport(List.of("sh", "-c", "eval \"$IPSECWB_LINE\""));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void needsUnix() {
        assumeTrue(Files.exists(Path.of("/bin/sh")), "no /bin/sh");
    }

    private Ending run(String line, byte[] input, Duration deadline, Cancellation cancellation)
            throws ConnectionException {
        return transport.run(
                new RemoteCommand(line, input, Encoding.UTF_8, deadline, Transcript.MAX_BYTES),
                (isError, bytes) -> (isError ? err : out).writeBytes(bytes),
                cancellation);
    }

    @Test
    void outputErrorsInputAndExitCode() throws ConnectionException {
        byte[] input = "in".getBytes(StandardCharsets.UTF_8);
        Ending ending = run("cat; echo err >&2; exit 5", input, Duration.ofSeconds(10), new Cancellation());
        assertEquals(OptionalInt.of(5), ending.exitCode());
        assertEquals("in", out.toString(StandardCharsets.UTF_8));
        assertEquals("err\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void lateProcessIsEnded() throws ConnectionException {
        Ending ending = run("sleep 20", new byte[0], Duration.ofMillis(200), new Cancellation());
        assertEquals(FailureCause.TIMED_OUT, ending.failure().cause());
    }

    @Test
    void cancelledProcessIsEnded() throws Exception {
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Void> later = CompletableFuture.runAsync(
                cancellation::cancel, CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
        Ending ending = run("sleep 20", new byte[0], Duration.ofSeconds(10), cancellation);
        assertEquals(FailureCause.CANCELLED, ending.failure().cause());
        later.join();
    }

    @Test
    void elsewhereThanOnWindowsItSaysSo() {
        assumeTrue(!System.getProperty("os.name").startsWith("Windows"), "this is Windows");
        ConnectionException e = assertThrows(
                ConnectionException.class,
                () -> HostConnection.open(HostAddress.parse("local:"), Credentials.none(), ConnectionOptions.DEFAULT));
        assertEquals(FailureCause.NOT_AVAILABLE, e.failure().cause());
    }
}
