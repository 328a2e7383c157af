package org.ipsecworkbench.hostconnection.winrm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ipsecworkbench.hostconnection.AuthenticationMethod;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.testing.FakeHost;
import org.ipsecworkbench.hostconnection.testing.FakeShell.Reply;
import org.ipsecworkbench.hostconnection.testing.TestCertificates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS: whom the client trusts, and that NTLM is bound to the connection. */
@Timeout(60)
class TlsTest {
    @TempDir
    private Path folder;

    private final Reply reply = Reply.of("hello");
    private final Credentials credentials = Credentials.password(FakeHost.USER, FakeHost.PASSWORD.toCharArray());
    private TestCertificates certificates;
    private FakeHost host;

    @BeforeEach
    void start() throws Exception {
        certificates = TestCertificates.of(folder, "DNS:localhost");
        host = FakeHost.https(certificates.server(), certificates.hash(), line -> reply);
    }

    @AfterEach
    void stop() throws IOException {
        host.close();
    }

    private void run(String name, @Nullable Path authorities, String pin) throws ConnectionException {
        HostAddress address = HostAddress.parse("winrms://" + name + ":" + host.port());
        ConnectionOptions options = new ConnectionOptions(null, authorities, pin, WinRmCase.QUICK);
        try (HostConnection connection = HostConnection.open(address, credentials, options)) {
            assertArrayEquals(
                    reply.output(),
                    connection.run(RemoteCommand.program("hostname")).output());
        }
    }

    private ConnectionException fails(String name, @Nullable Path authorities, String pin) {
        return assertThrows(ConnectionException.class, () -> run(name, authorities, pin));
    }

    @Test
    void trustsTheAuthorityThatWasNamed() throws Exception {
        run("localhost", certificates.pem(), "");
    }

    @Test
    void trustsThePinnedKeyWhateverItsName() throws Exception {
        run("127.0.0.1", null, certificates.pin());
        run("127.0.0.1", null, "sha256:" + certificates.pin().toUpperCase(Locale.ROOT));
    }

    @Test
    void unknownCertificateIsShownWithItsPin() throws Exception {
        ConnectionException e = fails("localhost", null, "");
        assertEquals(FailureCause.NOT_TRUSTED, e.failure().cause());
        assertEquals(ConnectionStep.TRUST, e.failure().step());
        assertTrue(e.failure().nextStep().contains(certificates.pin()));
        assertEquals(certificates.certificate(), e.certificate().orElseThrow());
        assertEquals(0, host.attempts, "nothing is authenticated before the host is trusted");
    }

    @Test
    void certificateOfAnotherNameIsRefused() throws Exception {
        assertEquals(
                FailureCause.NOT_TRUSTED,
                fails("127.0.0.1", certificates.pem(), "").failure().cause());
    }

    @Test
    void anotherKeyThanThePinnedOneIsRefused() {
        assertEquals(
                FailureCause.NOT_TRUSTED,
                fails("localhost", null, "0".repeat(64)).failure().cause());
    }

    @Test
    void ntlmIsBoundToTheConnection() throws Exception {
        host.close();
        host = FakeHost.https(certificates.server(), new byte[48], line -> reply);
        assertEquals(
                FailureCause.CREDENTIALS_REJECTED,
                fails("localhost", certificates.pem(), "").failure().cause());
    }

    private void runAs(Credentials user, @Nullable AuthenticationMethod method) throws Exception {
        ConnectionOptions options = new ConnectionOptions(method, certificates.pem(), "", WinRmCase.QUICK);
        HostAddress address = HostAddress.parse("winrms://localhost:" + host.port());
        try (HostConnection connection = HostConnection.open(address, user, options)) {
            assertArrayEquals(
                    reply.output(),
                    connection.run(RemoteCommand.program("hostname")).output());
        }
    }

    private FailureCause runAsFails(Credentials user, @Nullable AuthenticationMethod method) {
        return assertThrows(ConnectionException.class, () -> runAs(user, method))
                .failure()
                .cause();
    }

    @Test
    void basicLetsInWhereItIsAskedForAndTheHostOffersIt() throws Exception {
        assertEquals(FailureCause.NO_AUTHENTICATION, runAsFails(credentials, AuthenticationMethod.BASIC));
        host.offers = "Basic";
        runAs(credentials, AuthenticationMethod.BASIC);
        assertEquals(FailureCause.NO_AUTHENTICATION, runAsFails(credentials, null), "never unless asked for");
    }

    @Test
    void aWrongPasswordByBasicIsTriedOnce() {
        host.offers = "Basic";
        try (Credentials wrong = Credentials.password(FakeHost.USER, "wrong".toCharArray())) {
            assertEquals(FailureCause.CREDENTIALS_REJECTED, runAsFails(wrong, AuthenticationMethod.BASIC));
            assertEquals(FailureCause.REJECTED_BEFORE, runAsFails(wrong, AuthenticationMethod.BASIC));
        }
    }

    @Test
    void aCertificateOfTheClientLetsIn() throws Exception {
        char[] password = TestCertificates.PASSWORD.toCharArray();
        try (Credentials own = Credentials.certificate(certificates.store(), password)) {
            runAs(own, null);
        }
        try (Credentials wrong = Credentials.certificate(certificates.store(), "wrong".toCharArray())) {
            assertEquals(FailureCause.LOCAL_CREDENTIALS, runAsFails(wrong, null));
        }
    }

    @Test
    void httpWhereHttpsShouldBe() throws Exception {
        try (FakeHost plain = FakeHost.http(line -> reply)) {
            HostAddress address = HostAddress.parse("winrms://127.0.0.1:" + plain.port());
            ConnectionException e = assertThrows(
                    ConnectionException.class, () -> HostConnection.open(address, credentials, WinRmCase.OPTIONS));
            assertTrue(e.failure().cause() == FailureCause.TLS || e.failure().cause() == FailureCause.TIMED_OUT);
            assertEquals(ConnectionStep.TRUST, e.failure().step());
        }
    }

    @Test
    void unusableFilesAreNamed() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken"), "no certificate");
        for (Path file : new Path[] {broken, folder.resolve("absent")}) {
            ConnectionException e = fails("localhost", file, "");
            assertEquals(FailureCause.LOCAL_CREDENTIALS, e.failure().cause());
            assertTrue(e.failure().explanation().contains(file.toString()));
        }
    }
}
