package org.ipsecworkbench.hostconnection.winrm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.hostconnection.testing.FakeHost;
import org.ipsecworkbench.hostconnection.testing.FakeShell.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A hundred megabytes of output through the whole client, in a JVM whose heap has no room for them. */
@Timeout(180)
class HugeOutputTest {
    private static final int PIECE = 100_000;
    private static final int TIMES = 1049;

    @Test
    void whatIsStreamedNeedsNoRoom() throws Exception {
        assertEquals("104900000 4096 true", run("-Xmx40m", 4096));
    }

    @Test
    void whatIsKeptNeedsAFewTimesItsSize() throws Exception {
        assertEquals("104900000 " + Transcript.MAX_BYTES + " true", run("-Xmx256m", Transcript.MAX_BYTES));
    }

    private static String run(String heap, int kept) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                HugeOutputTest.class.getName(),
                Integer.toString(kept));
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }

    /** Host and client in one; prints how much came, how much was kept, and whether that is told. */
    public static void main(String[] arguments) throws IOException, ConnectionException {
        Reply reply = new Reply(new byte[PIECE], new byte[0], 0, false);
        long[] streamed = new long[1];
        try (FakeHost host = FakeHost.http(line -> reply);
                Credentials credentials = Credentials.password(FakeHost.USER, FakeHost.PASSWORD.toCharArray());
                HostConnection connection = HostConnection.open(
                        HostAddress.parse("winrm://127.0.0.1:" + host.port()),
                        credentials,
                        ConnectionOptions.DEFAULT)) {
            host.shell.times = TIMES;
            host.shell.pieceSize = PIECE;
            host.shell.piecesPerAnswer = 8;
            Transcript transcript = connection.run(
                    RemoteCommand.program("type", "big").withKept(Integer.parseInt(arguments[0])),
                    (isError, bytes) -> streamed[0] += bytes.length,
                    new Cancellation());
            System.out.println(streamed[0] + " " + transcript.output().length + " " + transcript.isTruncated());
        }
    }
}
