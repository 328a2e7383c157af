package org.ipsecworkbench.hostconnection.winrm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.testing.FakeHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A password that a host rejects is tried once. */
@Timeout(60)
class RejectionTest extends WinRmCase {
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
}
