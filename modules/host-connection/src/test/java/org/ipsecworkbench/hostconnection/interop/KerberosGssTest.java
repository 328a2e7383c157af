package org.ipsecworkbench.hostconnection.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HexFormat;
import org.ipsecworkbench.hostconnection.AuthenticationMethod;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.Timeouts;
import org.ipsecworkbench.hostconnection.testing.TestCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Kerberos, sealing and channel binding against MIT Kerberos with its KDC. */
@Timeout(120)
class KerberosGssTest extends GssCase {
    @Test
    void kerberosSealsForAndOpensFromMitKerberos() throws Exception {
        startKdc(300);
        HostAddress address = kerberosAcceptor("localhost");
        assertRuns(address, alice("alice@LAB.TEST", PASSWORD), AuthenticationMethod.KERBEROS);
        assertRuns(
                address,
                Credentials.keytab("alice@LAB.TEST", folder.resolve("alice.keytab")),
                AuthenticationMethod.KERBEROS);
    }

    @Test
    void kerberosSaysWhatIsWrong() throws Exception {
        startKdc(300);
        HostAddress address = kerberosAcceptor("localhost");
        AuthenticationMethod kerberos = AuthenticationMethod.KERBEROS;
        assertFails(FailureCause.CREDENTIALS_REJECTED, address, alice("alice@LAB.TEST", "guess"), kerberos);
        assertFails(FailureCause.CREDENTIALS_REJECTED, address, alice("nobody@LAB.TEST", "x"), kerberos);
        assertFails(FailureCause.ACCOUNT_LOCKED, address, alice("locked@LAB.TEST", PASSWORD), kerberos);
        HostAddress byNumber = HostAddress.parse("winrm://127.0.0.1:" + address.port());
        assertFails(FailureCause.SERVICE_NAME, byNumber, alice("alice@LAB.TEST", PASSWORD), kerberos);
        assertFails(
                FailureCause.LOCAL_CREDENTIALS,
                address,
                Credentials.keytab("alice@LAB.TEST", folder.resolve("none")),
                kerberos);
    }

    /** The KDC takes no clock for right, as one would whose own is far off. */
    @Test
    void aClockThatIsOffIsNamedAsSuch() throws Exception {
        startKdc(-1);
        HostAddress address = kerberosAcceptor("localhost");
        assertFails(FailureCause.CLOCK_SKEW, address, alice("alice@LAB.TEST", PASSWORD), AuthenticationMethod.KERBEROS);
    }

    @Test
    void ticketsOfKinitLetIn() throws Exception {
        startKdc(300);
        HostAddress address = kerberosAcceptor("localhost");
        assertEquals("LOCAL_CREDENTIALS", withTickets("none", address), "no tickets yet");
        assumeTrue(Files.exists(Path.of("/usr/bin/kinit")), "no kinit: Debian's krb5-user is not installed");
        String keys = folder.resolve("alice.keytab").toString();
        ProcessBuilder kinit = new ProcessBuilder("kinit", "-k", "-t", keys, "alice").redirectErrorStream(true);
        kinit.environment().put("KRB5_CONFIG", krb5Conf());
        kinit.environment().put("KRB5CCNAME", folder.resolve("tickets").toString());
        Process process = kinit.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertEquals("ran hostname", withTickets("tickets", address));
    }

    /** Java takes the place of the tickets from its environment, so that this takes a process of its own. */
    private String withTickets(String cache, HostAddress address) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.security.krb5.conf=" + krb5Conf(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KerberosGssTest.class.getName(),
                address.toString());
        builder.environment().put("KRB5CCNAME", folder.resolve(cache).toString());
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }

    /** Runs a command with the tickets of the system; prints what it prints, or why it could not be run. */
    public static void main(String[] arguments) {
        ConnectionOptions options = new ConnectionOptions(AuthenticationMethod.KERBEROS, null, "", Timeouts.DEFAULT);
        try (Credentials credentials = Credentials.ticketCache("");
                HostConnection connection =
                        HostConnection.open(HostAddress.parse(arguments[0]), credentials, options)) {
            System.out.println(connection.run(RemoteCommand.program("hostname")).outputText());
        } catch (ConnectionException e) {
            System.out.println(e.failure().cause());
        }
    }

    @Test
    void kerberosIsBoundToTheConnection() throws Exception {
        startKdc(300);
        TestCertificates certificates = TestCertificates.of(folder, "DNS:localhost");
        authorities = certificates.pem();
        String pem = withKey(certificates).toString();
        String right = HexFormat.of().formatHex(certificates.hash());
        HostAddress bound = kerberosAcceptor("localhost", pem, right);
        assertRuns(bound, alice("alice@LAB.TEST", PASSWORD), AuthenticationMethod.KERBEROS);
        HostAddress passedOn = kerberosAcceptor("localhost", pem, "00".repeat(48));
        assertFails(
                FailureCause.SERVICE_NAME, passedOn, alice("alice@LAB.TEST", PASSWORD), AuthenticationMethod.KERBEROS);
    }

    private Path withKey(TestCertificates certificates) throws Exception {
        KeyStore store = KeyStore.getInstance(certificates.store().toFile(), TestCertificates.PASSWORD.toCharArray());
        byte[] key =
                store.getKey("host", TestCertificates.PASSWORD.toCharArray()).getEncoded();
        String text = "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n" + Files.readString(certificates.pem());
        return Files.writeString(folder.resolve("with-key.pem"), text);
    }
}
