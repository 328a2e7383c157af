package org.ipsecworkbench.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.FileFetch;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of a simulated Windows Server 2003, which has no PowerShell. */
@Timeout(60)
class LegacyFetchTest {
    @TempDir
    private Path folder;

    @Test
    void aFileComesByCertutilAndItsCopyIsGone() throws Exception {
        char[] password = LabPassword.madeUp();
        Scenario scenario = Scenario.find("old-and-new").orElseThrow();
        try (Lab lab = Lab.start(scenario, "Administrator", password, 0);
                Credentials credentials = Credentials.password(lab.user(), password);
                HostConnection host = HostConnection.open(
                        HostAddress.parse(
                                "winrm://127.0.0.1:" + lab.hosts().get(0).port()),
                        credentials,
                        ConnectionOptions.DEFAULT)) {
            host.run(RemoteCommand.program("fsutil", "file", "createnew", "C:\\it is here", "100000"));
            assertTrue(host.isSimulated(), "it says so to whoever asks, in any process");
            Path local = folder.resolve("it");
            FileFetch.Fetched fetched =
                    FileFetch.fetch(host, "C:\\it is here", local, (done, all) -> {}, new Cancellation());
            assertArrayEquals(new byte[100_000], Files.readAllBytes(local));
            assertTrue(fetched.isHashCompared());
            String temporary = host.run(RemoteCommand.program("set", "TEMP"))
                    .outputText()
                    .strip()
                    .substring(5);
            assertFalse(host.run(RemoteCommand.program("dir", temporary))
                    .outputText()
                    .contains("ipsecwb-"));
        }
    }
}
