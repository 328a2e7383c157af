package org.ipsecworkbench.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.ipsecworkbench.hostconnection.AuthenticationMethod;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.Timeouts;
import org.ipsecworkbench.lab.testing.Realm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sign-in by Kerberos and sealing by its keys, with a KDC of Apache Kerby in the same process. */
@Timeout(120)
class KerberosTest {
    private static final String PASSWORD = "Geheim-1234567";

    @TempDir
    private Path folder;

    private Realm realm;
    private Lab lab;

    @BeforeEach
    void start() throws Exception {
        realm = new Realm(folder);
        realm.add("alice", PASSWORD);
        realm.add("mallory", PASSWORD);
        LabKeytab keys = new LabKeytab(Realm.SERVICE, realm.keytab(Realm.SERVICE, true));
        lab = Lab.start(Scenario.find("all-well").orElseThrow(), "alice", "another".toCharArray(), 0, keys);
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
        realm.close();
    }

    private String run(String scheme, int port, Credentials given) throws ConnectionException {
        ConnectionOptions options =
                new ConnectionOptions(AuthenticationMethod.KERBEROS, authority(), "", Timeouts.DEFAULT);
        HostAddress address = HostAddress.parse(scheme + "://localhost:" + port);
        try (given;
                HostConnection host = HostConnection.open(address, given, options)) {
            String text = "";
            for (int i = 0; i < 3; i++) {
                text = host.run(RemoteCommand.program("whoami")).outputText();
            }
            return text.strip();
        }
    }

    private Path authority() {
        try {
            return java.nio.file.Files.writeString(folder.resolve("authority.pem"), Lab.pem(lab.authority()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Credentials password(String user) {
        return Credentials.password(user + "@" + Realm.NAME, PASSWORD.toCharArray());
    }

    @Test
    void commandsRunSealedByKerberos() throws Exception {
        int port = lab.hosts().get(0).port();
        assertEquals("lab\\alice", run("winrm", port, password("alice")));
        Path keytab = realm.keytab("alice@" + Realm.NAME, false);
        assertEquals("lab\\alice", run("winrm", port, Credentials.keytab("alice@" + Realm.NAME, keytab)));
        assertEquals(0, lab.server(0).shells());
    }

    @Test
    void overHttpsNothingIsSealedTwice() throws Exception {
        assertEquals("lab\\alice", run("winrms", lab.hosts().get(0).tlsPort(), password("alice")));
    }

    @Test
    void aGoodTicketOfSomebodyElseIsRefused() {
        ConnectionException refused = assertThrows(
                ConnectionException.class, () -> run("winrm", lab.hosts().get(0).port(), password("mallory")));
        assertEquals(FailureCause.SERVICE_NAME, refused.failure().cause());
    }

    @Test
    void aKeytabWithoutTheServiceIsTold() throws Exception {
        Path others = realm.keytab("HTTP/other@" + Realm.NAME, true);
        IOException failed = assertThrows(
                IOException.class,
                () -> Lab.start(
                                Scenario.find("all-well").orElseThrow(),
                                "alice",
                                new char[0],
                                0,
                                new LabKeytab(Realm.SERVICE, others))
                        .close());
        assertTrue(String.valueOf(failed.getMessage()).contains(Realm.SERVICE), failed::toString);
    }
}
