package org.ipsecworkbench.hostconnection.winrm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.ipsecworkbench.hostconnection.AuthenticationMethod;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.Timeouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each way in which a host cannot be asked is told apart. */
@Timeout(60)
class FailuresTest extends WinRmCase {
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
            Thread.sleep(3000);
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
}
