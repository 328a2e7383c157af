package org.ipsecworkbench.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ipsecworkbench.hostconnection.AuthenticationMethod;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
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

/** Hosts that are reached by a literal address of IPv6, in every way to sign in. */
@Timeout(120)
class SixTest {
    private static final String PASSWORD = "Geheim-1234567";
    private static final String SERVICE = "HTTP/::1@" + Realm.NAME;

    @TempDir
    private Path folder;

    private Realm realm;
    private Lab lab;
    private Path authority;

    @BeforeEach
    void start() throws Exception {
        realm = new Realm(Files.createDirectory(folder.resolve("realm")));
        realm.add("alice", PASSWORD);
        LabKeytab keys = new LabKeytab(SERVICE, realm.keytab(SERVICE, true));
        lab = Lab.start(Scenario.find("all-well-ipv6").orElseThrow(), "alice", PASSWORD.toCharArray(), 0, keys);
        authority = Files.writeString(folder.resolve("authority.pem"), Lab.pem(lab.authority()));
        assumeTrue(
                lab.hosts().get(0).loopback().equals("::1"),
                "this machine has no IPv6 loopback, so hosts are not reached by IPv6 here");
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
        realm.close();
    }

    private String whoAmI(HostAddress host, AuthenticationMethod method, Credentials given) throws ConnectionException {
        HostAddress address = HostAddress.parse(host.toString());
        ConnectionOptions options = new ConnectionOptions(method, authority, "", Timeouts.DEFAULT);
        try (given;
                HostConnection connection = HostConnection.open(address, given, options)) {
            String addresses = connection.run(RemoteCommand.program("ipconfig")).outputText();
            assertTrue(addresses.contains("fd57::10"), addresses);
            return connection.run(RemoteCommand.program("whoami")).outputText().strip();
        }
    }

    @Test
    void ntlmSealsAndIsBoundToTls() throws Exception {
        LabHost host = lab.hosts().get(0);
        assertEquals("winrm://[::1]:" + host.port(), host.winrm().toString());
        for (HostAddress address : new HostAddress[] {host.winrm(), host.winrms()}) {
            Credentials password = Credentials.password(lab.user(), PASSWORD.toCharArray());
            assertEquals("lab\\alice", whoAmI(address, AuthenticationMethod.NTLM, password));
        }
    }

    @Test
    void aCertificateSignsInWhereTheHostsOwnNamesTheAddress() throws Exception {
        char[] password = "of the file".toCharArray();
        Path file = Files.write(folder.resolve("client.p12"), lab.clientCertificate(password));
        assertEquals("lab\\alice", whoAmI(lab.hosts().get(0).winrms(), null, Credentials.certificate(file, password)));
    }

    @Test
    void kerberosAsksForTheServiceOfTheAddress() throws Exception {
        Credentials password = Credentials.password("alice@" + Realm.NAME, PASSWORD.toCharArray());
        assertEquals("lab\\alice", whoAmI(lab.hosts().get(0).winrm(), AuthenticationMethod.KERBEROS, password));
    }
}
