package org.ipsecworkbench.hostconnection.winrm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ipsecworkbench.hostconnection.AuthenticationMethod;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.OutputListener;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.Timeouts;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.hostconnection.testing.FakeHost;
import org.ipsecworkbench.hostconnection.testing.FakeShell.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client against a host within the JVM, over HTTP with NTLM and sealing. */
@Timeout(60)
class WinRmTest {
    static final Timeouts QUICK = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(1));
    static final ConnectionOptions OPTIONS = new ConnectionOptions(null, null, "", QUICK);

    private FakeHost host;
    private volatile Reply reply = Reply.of("Grüße, 世界 \ud83d\ude00 from the host\r\n".repeat(20));
    private final Credentials credentials = Credentials.password(FakeHost.USER, FakeHost.PASSWORD.toCharArray());

    @BeforeEach
    void start() throws IOException {
        host = FakeHost.http(line -> reply);
    }

    @AfterEach
    void stop() throws IOException {
        host.close();
        credentials.close();
    }

    private HostAddress address() {
        return HostAddress.parse("winrm://127.0.0.1:" + host.port());
    }

    private HostConnection open() throws ConnectionException {
        return HostConnection.open(address(), credentials, OPTIONS);
    }

    private FailureCause openFails() {
        return assertThrows(ConnectionException.class, () -> open().close())
                .failure()
                .cause();
    }

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
    void hugeOutputIsCutInTheTranscriptAndStreamedWhole() throws ConnectionException {
        byte[] huge = new byte[100 << 20];
        reply = new Reply(huge, new byte[0], 0, false);
        host.shell.pieceSize = 300_000;
        host.shell.piecesPerAnswer = 8;
        long[] streamed = new long[1];
        try (HostConnection connection = open()) {
            Transcript transcript = connection.run(
                    RemoteCommand.program("type", "big"),
                    (isError, bytes) -> streamed[0] += bytes.length,
                    new Cancellation());
            assertTrue(transcript.isTruncated());
            assertEquals(Transcript.MAX_BYTES, transcript.output().length);
            assertEquals(huge.length, streamed[0]);
        }
    }

    @Test
    void wrongPasswordIsTriedOnce() throws IOException {
        Credentials wrong = Credentials.password(FakeHost.USER, "guess".toCharArray());
        for (FailureCause expected : List.of(FailureCause.CREDENTIALS_REJECTED, FailureCause.REJECTED_BEFORE)) {
            ConnectionException e =
                    assertThrows(ConnectionException.class, () -> HostConnection.open(address(), wrong, OPTIONS));
            assertEquals(expected, e.failure().cause());
            assertEquals(ConnectionStep.AUTHENTICATE, e.failure().step());
        }
        assertEquals(1, host.attempts);
    }

    @Test
    void wrongPasswordIsTriedOnceByManyThreadsToo() throws Exception {
        Credentials wrong = Credentials.password(FakeHost.USER, "guess".toCharArray());
        CountDownLatch start = new CountDownLatch(1);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            all.add(CompletableFuture.runAsync(
                    () -> {
                        try {
                            start.await();
                            HostConnection.open(address(), wrong, OPTIONS).close();
                        } catch (ConnectionException | InterruptedException e) {
                            return;
                        }
                    },
                    command -> new Thread(command).start()));
        }
        start.countDown();
        for (CompletableFuture<Void> one : all) {
            one.get(30, TimeUnit.SECONDS);
        }
        assertEquals(1, host.attempts);
    }

    @Test
    void plainAnswersAreRefused() throws ConnectionException {
        host.answersPlain = true;
        try (HostConnection connection = open()) {
            ConnectionException e =
                    assertThrows(ConnectionException.class, () -> connection.run(RemoteCommand.program("hostname")));
            assertEquals(FailureCause.NOT_SEALED, e.failure().cause());
        }
    }

    @Test
    void faultsAreToldApartByTheirCodes() throws ConnectionException {
        for (Map.Entry<Long, FailureCause> fault : Map.of(
                        5L, FailureCause.ACCESS_DENIED,
                        2147942405L, FailureCause.ACCESS_DENIED,
                        2150859173L, FailureCause.QUOTA,
                        2150859174L, FailureCause.QUOTA,
                        2150858843L, FailureCause.SHELL_LOST,
                        2147942402L, FailureCause.NOT_AVAILABLE,
                        87L, FailureCause.OTHER)
                .entrySet()) {
            host.shell.faultOnCommand = fault.getKey();
            try (HostConnection connection = open()) {
                ConnectionException e = assertThrows(
                        ConnectionException.class, () -> connection.run(RemoteCommand.program("hostname")));
                assertEquals(fault.getValue(), e.failure().cause(), () -> "code " + fault.getKey());
                assertFalse(e.failure().nextStep().isEmpty());
            }
        }
        assertEquals(List.of(), host.shell.lines, "nothing is tried twice");
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
    void otherServicesAreNamedAsSuch() {
        host.stack = "1.1";
        assertEquals(FailureCause.UNSUPPORTED_VERSION, openFails());
        host.stack = "3.0";
        host.offers = "Basic realm=\"WSMAN\"";
        assertEquals(FailureCause.NO_AUTHENTICATION, openFails());
        host.tamper = (number, whole) ->
                "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(FailureCause.NO_WINRM, openFails());
        host.tamper = (number, whole) -> "SSH-2.0-OpenSSH_9.2p1\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(FailureCause.NO_WINRM, openFails());
    }

    @Test
    void nobodyListensOrHasThatName() throws IOException {
        int port;
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = unused.getLocalPort();
        }
        for (Map.Entry<String, FailureCause> address : Map.of(
                        "winrm://127.0.0.1:" + port,
                        FailureCause.REFUSED,
                        "winrm://nowhere.invalid",
                        FailureCause.NAME_NOT_RESOLVED)
                .entrySet()) {
            ConnectionException e = assertThrows(
                    ConnectionException.class,
                    () -> HostConnection.open(HostAddress.parse(address.getKey()), credentials, OPTIONS));
            assertEquals(address.getValue(), e.failure().cause());
        }
    }

    @Test
    void aPortThatDropsWhatIsSentIsToldFromOneThatRefuses() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        // Nobody accepts, so that once its queue is full the system drops further requests, as a firewall does.
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 4; i++) {
                Socket socket = new Socket();
                waiting.add(socket);
                try {
                    socket.connect(full.getLocalSocketAddress(), 200);
                } catch (SocketTimeoutException e) {
                    break;
                }
            }
            ConnectionOptions soon = new ConnectionOptions(
                    null, null, "", new Timeouts(Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofSeconds(5)));
            ConnectionException e = assertThrows(
                    ConnectionException.class,
                    () -> HostConnection.open(
                            HostAddress.parse("winrm://127.0.0.1:" + full.getLocalPort()), credentials, soon));
            assertEquals(FailureCause.NO_ANSWER, e.failure().cause());
            assertTrue(e.failure().nextStep().contains("firewall"), e.failure().nextStep());
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void nameServersThatAreSilentAreNotWaitedForForever() {
        CountDownLatch never = new CountDownLatch(1);
        UnknownHostException silent = assertThrows(
                UnknownHostException.class,
                () -> Resolution.of("server1", Duration.ofMillis(100), name -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return new InetAddress[0];
                }));
        ConnectionException told =
                Failures.of(silent, ConnectionStep.RESOLVE, Endpoint.of(HostAddress.parse("winrm://server1")), null);
        assertEquals(FailureCause.NAME_NOT_RESOLVED, told.failure().cause());
        assertTrue(
                told.failure().nextStep().contains("name servers"),
                told.failure().nextStep());
        never.countDown();
    }

    @Test
    void slowHostIsNotWaitedForForever() {
        host.tamper = (number, whole) -> {
            Thread.sleep(10_000);
            return whole;
        };
        assertEquals(FailureCause.TIMED_OUT, openFails());
    }

    @Test
    void basicNeedsTls() {
        ConnectionOptions basic = new ConnectionOptions(AuthenticationMethod.BASIC, null, "", QUICK);
        ConnectionException e =
                assertThrows(ConnectionException.class, () -> HostConnection.open(address(), credentials, basic));
        assertEquals(FailureCause.NO_AUTHENTICATION, e.failure().cause());
    }

    /** Wherever the connection is cut: a reason or an incomplete transcript, nothing sent twice, nothing left open. */
    @Test
    void connectionCutAtEveryStep() throws Exception {
        reply = Reply.of("0123456789");
        for (int cut = 0; cut < 8; cut++) {
            for (boolean half : new boolean[] {false, true}) {
                int at = cut;
                int[] seen = new int[1];
                host.shell.lines.clear();
                host.tamper = (number, whole) -> {
                    if (seen[0]++ != at) {
                        return whole;
                    }
                    return half ? Arrays.copyOf(whole, whole.length / 2) : null;
                };
                boolean isReported = false;
                try (HostConnection connection = open()) {
                    Transcript transcript = connection.run(RemoteCommand.program("hostname"));
                    isReported = !transcript.isComplete();
                } catch (ConnectionException e) {
                    assertEquals(FailureCause.CONNECTION_LOST, e.failure().cause(), "cut " + at);
                    isReported = true;
                }
                boolean isAfterTheEnd = at == 7;
                assertEquals(!isAfterTheEnd, isReported, "cut " + at);
                assertTrue(host.shell.lines.size() <= 1, "a command was sent twice, cut " + at);
            }
        }
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() throws InterruptedException {
        for (int i = 0; i < 100 && host.connections() > 0; i++) {
            Thread.sleep(20);
        }
        assertEquals(0, host.connections());
        assertTrue(
                Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("ipsecwb")),
                "no thread is left");
    }

    @Test
    void changedAnswersAreNoticed() throws ConnectionException {
        reply = Reply.of("0123456789");
        for (int position = 1; position < 40; position++) {
            int fromEnd = position + 30;
            host.tamper = (number, whole) -> {
                byte[] changed = whole.clone();
                String head = new String(whole, StandardCharsets.ISO_8859_1);
                if (head.contains("multipart/encrypted")) {
                    changed[whole.length - fromEnd] ^= 1;
                }
                return changed;
            };
            try (HostConnection connection = open()) {
                ConnectionException e = assertThrows(
                        ConnectionException.class, () -> connection.run(RemoteCommand.program("hostname")));
                assertEquals(FailureCause.PROTOCOL, e.failure().cause());
            }
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
