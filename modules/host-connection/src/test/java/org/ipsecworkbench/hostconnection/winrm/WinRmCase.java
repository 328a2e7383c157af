package org.ipsecworkbench.hostconnection.winrm;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.Timeouts;
import org.ipsecworkbench.hostconnection.testing.FakeHost;
import org.ipsecworkbench.hostconnection.testing.FakeShell.Reply;
import org.ipsecworkbench.hostconnection.testing.Leaks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The client against a host within the JVM, over HTTP with NTLM and sealing; no test may leave anything behind. */
abstract class WinRmCase {
    static final Timeouts QUICK = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(1));
    static final ConnectionOptions OPTIONS = new ConnectionOptions(null, null, "", QUICK);

    FakeHost host;
    volatile Reply reply = Reply.of("Grüße, 世界 \ud83d\ude00 from the host\r\n".repeat(20));
    final Credentials credentials = Credentials.password(FakeHost.USER, FakeHost.PASSWORD.toCharArray());
    private final Leaks leaks = new Leaks();

    @BeforeEach
    void start() throws IOException {
        host = FakeHost.http(line -> reply);
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        try {
            leaks.assertNone(host);
        } finally {
            host.close();
            credentials.close();
        }
    }

    HostAddress address() {
        return HostAddress.parse("winrm://127.0.0.1:" + host.port());
    }

    HostConnection open() throws ConnectionException {
        return HostConnection.open(address(), credentials, OPTIONS);
    }

    FailureCause openFails() {
        return assertThrows(ConnectionException.class, () -> open().close())
                .failure()
                .cause();
    }
}
