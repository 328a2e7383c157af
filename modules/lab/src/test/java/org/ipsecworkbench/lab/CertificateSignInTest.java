package org.ipsecworkbench.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.Timeouts;
import org.ipsecworkbench.lab.model.CertificateAuthority;
import org.ipsecworkbench.lab.winrm.Tls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sign-in by a certificate that is shown within TLS. */
class CertificateSignInTest {
    private static final char[] PASSWORD = "of the file".toCharArray();

    @TempDir
    private Path folder;

    private Lab lab;

    @BeforeEach
    void start() throws IOException {
        lab = Lab.start(Scenario.find("all-well").orElseThrow(), "Administrator", "unused".toCharArray(), 0);
        Files.writeString(folder.resolve("authority.pem"), Lab.pem(lab.authority()));
    }

    @AfterEach
    void stop() throws IOException {
        lab.close();
    }

    private String whoAmI(byte[] certificate) throws ConnectionException, IOException {
        Path file = Files.write(folder.resolve("client.p12"), certificate);
        HostAddress address =
                HostAddress.parse("winrms://127.0.0.1:" + lab.hosts().get(0).tlsPort());
        ConnectionOptions options = new ConnectionOptions(null, folder.resolve("authority.pem"), "", Timeouts.DEFAULT);
        try (Credentials credentials = Credentials.certificate(file, PASSWORD);
                HostConnection host = HostConnection.open(address, credentials, options)) {
            return host.run(RemoteCommand.program("whoami")).outputText().strip();
        }
    }

    @Test
    void theUserOfACertificateIsLetIn() throws Exception {
        assertEquals("lab\\administrator", whoAmI(lab.clientCertificate(PASSWORD)));
    }

    @Test
    void aCertificateOfSomebodyElseIsRefused() {
        byte[] other = lab.tls().clientCertificate("mallory", Instant.now(), PASSWORD);
        assertEquals(FailureCause.CREDENTIALS_REJECTED, failure(other));
    }

    /** Java does not even show it, since the host names the authorities that it takes. */
    @Test
    void aCertificateOfAnotherAuthorityIsRefused() {
        CertificateAuthority other =
                CertificateAuthority.ofListeners("Other", "http://127.0.0.1/none.crl", Instant.now());
        byte[] certificate = Tls.of(other, Instant.now()).clientCertificate("Administrator", Instant.now(), PASSWORD);
        assertEquals(FailureCause.CREDENTIALS_REJECTED, failure(certificate));
    }

    private FailureCause failure(byte[] certificate) {
        return assertThrows(ConnectionException.class, () -> whoAmI(certificate))
                .failure()
                .cause();
    }
}
