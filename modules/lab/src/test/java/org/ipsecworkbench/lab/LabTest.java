package org.ipsecworkbench.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.FileFetch;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.HostTest;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.lab.winrm.Switches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lab as our own client sees it. */
class LabTest {
    private static final char[] PASSWORD = "correct horse".toCharArray();

    private Set<Long> threadsBefore = Set.of();
    private Lab lab;

    @BeforeEach
    void start() throws IOException {
        threadsBefore = threads();
        lab = Lab.start(Scenario.find("all-well").orElseThrow(), "Administrator", PASSWORD, 0);
    }

    @AfterEach
    void nothingIsLeftOpen() throws Exception {
        lab.close();
        for (int i = 0; i < 200 && !threadsBefore.containsAll(threads()); i++) {
            Thread.sleep(25);
        }
        assertEquals(Set.of(), left(), "threads of the lab that are left");
        assertEquals(0, lab.open());
    }

    private static Set<Long> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("ipsecwb-lab-"))
                .map(Thread::getId)
                .collect(Collectors.toSet());
    }

    private Set<Long> left() {
        Set<Long> left = threads();
        left.removeAll(threadsBefore);
        return left;
    }

    private HostConnection open(char[] password) throws ConnectionException {
        HostAddress address =
                HostAddress.parse("winrm://127.0.0.1:" + lab.hosts().get(0).port());
        try (Credentials credentials = Credentials.password(lab.user(), password)) {
            return HostConnection.open(address, credentials, ConnectionOptions.DEFAULT);
        }
    }

    @Test
    void commandsRun() throws ConnectionException {
        try (HostConnection host = open(PASSWORD)) {
            Transcript transcript = host.run(RemoteCommand.program("hostname"));
            assertEquals("SRV1\r\n", transcript.outputText());
            assertTrue(transcript.isComplete());
            assertEquals(
                    1,
                    host.run(RemoteCommand.program("frobnicate"))
                            .ending()
                            .exitCode()
                            .getAsInt());
        }
    }

    @Test
    void theHostTellsWhatItClaimsToBe() {
        HostAddress address =
                HostAddress.parse("winrm://127.0.0.1:" + lab.hosts().get(0).port());
        try (Credentials credentials = Credentials.password(lab.user(), PASSWORD)) {
            HostTest.Report report = HostTest.run(address, credentials, ConnectionOptions.DEFAULT);
            assertTrue(report.isOk(), report::toString);
        }
    }

    @Test
    void aHostWithoutPowerShellSaysWhatItIs() throws IOException {
        try (Lab old = Lab.start(Scenario.find("respond-only").orElseThrow(), "Administrator", PASSWORD, 0);
                Credentials credentials = Credentials.password(old.user(), PASSWORD)) {
            HostAddress address =
                    HostAddress.parse("winrm://127.0.0.1:" + old.hosts().get(0).port());
            HostTest.Report report = HostTest.run(address, credentials, ConnectionOptions.DEFAULT);
            assertTrue(report.isOk(), report::toString);
            assertEquals("5.2.3790", report.values().get("version"));
            assertEquals("Running", report.values().get("service.PolicyAgent"));
        }
    }

    @Test
    void aWrongPasswordIsRejected() {
        ConnectionException rejected = assertThrows(ConnectionException.class, () -> open("wrong".toCharArray()));
        assertEquals(FailureCause.CREDENTIALS_REJECTED, rejected.failure().cause());
    }

    @Test
    void muchOutputArrivesWhole() throws ConnectionException {
        try (HostConnection host = open(PASSWORD)) {
            host.run(RemoteCommand.program("fsutil", "file", "createnew", "C:\\big", "5000000"));
            assertEquals(
                    5_000_000,
                    host.run(RemoteCommand.program("cmd", "/c", "type C:\\big")).output().length);
        }
    }

    @Test
    void aCommandThatWaitsEndsWithTheShell() throws Exception {
        try (HostConnection host = open(PASSWORD)) {
            Transcript transcript =
                    host.run(RemoteCommand.program("ping", "-t", "127.0.0.1").withDeadline(Duration.ofSeconds(1)));
            assertTrue(!transcript.isComplete());
            assertTrue(transcript.outputText().contains("Reply from 127.0.0.1"));
        }
    }

    @Test
    void filesAreFetchedWhole(@TempDir Path folder) throws Exception {
        try (HostConnection host = open(PASSWORD)) {
            host.run(RemoteCommand.program("fsutil", "file", "createnew", "C:\\it's here", "200000"));
            Path local = folder.resolve("file");
            FileFetch.fetch(host, "C:\\it's here", local, (done, all) -> {}, new Cancellation());
            assertArrayEquals(new byte[200_000], Files.readAllBytes(local));
            assertThrows(
                    ConnectionException.class,
                    () -> FileFetch.fetch(host, "C:\\none", local, (done, all) -> {}, new Cancellation()));
        }
    }

    @Test
    void aClockThatIsOffIsSeen() throws Exception {
        try (Lab skewed = Lab.start(Scenario.find("kerberos-clock-skew").orElseThrow(), "Administrator", PASSWORD, 0);
                Credentials credentials = Credentials.password(skewed.user(), PASSWORD);
                HostConnection host = HostConnection.open(
                        HostAddress.parse(
                                "winrm://127.0.0.1:" + skewed.hosts().get(1).port()),
                        credentials,
                        ConnectionOptions.DEFAULT)) {
            host.run(RemoteCommand.program("ver"));
            assertEquals(12, host.clockOffset().orElseThrow().plusSeconds(30).toMinutes());
        }
    }

    @Test
    void aConnectionThatIsCutIsToldAsSuch() {
        for (Switches.Cut cut : new Switches.Cut[] {Switches.Cut.BEFORE_REPLY, Switches.Cut.IN_REPLY}) {
            for (int at = 1; at <= 3; at++) {
                lab.server(0).set(Switches.NONE.cutting(cut, at));
                assertThrows(ConnectionException.class, () -> open(PASSWORD).run(RemoteCommand.program("ver")));
            }
        }
    }

    @Test
    void latencyIsAdded() throws ConnectionException {
        lab.setLatency(Duration.ofMillis(100));
        long before = System.nanoTime();
        open(PASSWORD).close();
        assertTrue(System.nanoTime() - before >= Duration.ofMillis(200).toNanos());
    }

    @Test
    void connectionsAreCutUntilTheyAreNotAnyMore() throws ConnectionException {
        lab.cutConnectionsAt(2);
        assertThrows(ConnectionException.class, () -> open(PASSWORD));
        lab.cutConnectionsAt(0);
        open(PASSWORD).close();
    }

    @Test
    void faultsAreAnsweredToTheMessagesThatTheyAreFor() {
        lab.answerByFault("Create", 5);
        ConnectionException denied =
                assertThrows(ConnectionException.class, () -> open(PASSWORD).run(RemoteCommand.program("ver")));
        assertEquals(FailureCause.ACCESS_DENIED, denied.failure().cause());
        lab.answerByFault("Command", 2150859174L);
        ConnectionException full =
                assertThrows(ConnectionException.class, () -> open(PASSWORD).run(RemoteCommand.program("ver")));
        assertEquals(FailureCause.QUOTA, full.failure().cause());
    }

    @Test
    void theQuotaOfShellsCanBeLess() throws ConnectionException {
        lab.setShellQuota(1);
        try (HostConnection first = open(PASSWORD)) {
            first.run(RemoteCommand.program("ver"));
            ConnectionException full =
                    assertThrows(ConnectionException.class, () -> open(PASSWORD).run(RemoteCommand.program("ver")));
            assertEquals(FailureCause.QUOTA, full.failure().cause());
        }
    }

    @Test
    void aPortThatIsTakenIsToldAndLeavesNothing() {
        assertThrows(
                BindException.class,
                () -> Lab.start(
                        Scenario.find("all-well").orElseThrow(),
                        "Administrator",
                        PASSWORD,
                        lab.hosts().get(0).port()));
    }

    @Test
    void whoSaysNothingOfThemselvesIsAskedTo() throws IOException {
        assertTrue(ask("POST /wsman HTTP/1.1\r\nContent-Length: 0\r\n\r\n").startsWith("HTTP/1.1 401 "));
        assertTrue(ask("GET /wsman HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 405 "));
        assertTrue(ask("POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n").startsWith("HTTP/1.1 404 "));
        assertTrue(ask("POST /wsman HTTP/1.1\r\nAuthorization: Negotiate !\r\nContent-Length: 0\r\n\r\n")
                .startsWith("HTTP/1.1 400 "));
        assertTrue(ask("nonsense\r\n\r\n").startsWith("HTTP/1.1 405 "));
        String identity = ask("POST /wsman HTTP/1.1\r\nWSMANIDENTIFY: unauthenticated\r\nContent-Length: 0\r\n\r\n");
        assertTrue(identity.contains("X-Simulated-By: IPsec Workbench"), identity);
        assertTrue(identity.contains("OS: 0.0.0 SP: 0.0 Stack: 3.0"), identity);
    }

    private String ask(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", lab.hosts().get(0).port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
