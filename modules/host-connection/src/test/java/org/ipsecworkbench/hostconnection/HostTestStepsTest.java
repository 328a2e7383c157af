package org.ipsecworkbench.hostconnection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import org.ipsecworkbench.hostconnection.testing.FakeHost;
import org.ipsecworkbench.hostconnection.testing.FakeShell.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The connection test: what works, what does not, and that each step says so. */
@Timeout(60)
class HostTestStepsTest {
    private FakeHost host;
    private volatile String elevated = "True";
    private final Credentials credentials = Credentials.password(FakeHost.USER, FakeHost.PASSWORD.toCharArray());

    @BeforeEach
    void start() throws IOException {
        host = FakeHost.http(line -> Reply.of("os=Microsoft Windows Server 2019 Standard\r\nversion=10.0.17763\r\n"
                + "culture=de-DE\r\npowershell=5.1.17763.1\r\nelevated=" + elevated
                + "\r\nno value\r\nservice.IKEEXT=Running\r\nservice.PolicyAgent=Stopped\r\n"));
    }

    @AfterEach
    void stop() throws IOException {
        host.close();
    }

    private HostTest.Report test() {
        return HostTest.run(
                HostAddress.parse("winrm://127.0.0.1:" + host.port()), credentials, ConnectionOptions.DEFAULT);
    }

    private static HostTest.Result result(HostTest.Report report, ConnectionStep step) {
        return report.results().get(step.ordinal());
    }

    @Test
    void everyStepWorks() {
        HostTest.Report report = test();
        assertTrue(report.isOk(), report::toString);
        assertEquals(ConnectionStep.values().length, report.results().size());
        assertEquals(
                "Microsoft Windows Server 2019 Standard, 10.0.17763, de-DE, PowerShell 5.1.17763.1;"
                        + " IKEEXT running, PolicyAgent stopped",
                result(report, ConnectionStep.SYSTEM).detail());
        assertEquals("Running", report.values().get("service.IKEEXT"));
        assertNotNull(report.clockOffset());
    }

    @Test
    void stepsAfterAFailureAreNotReached() {
        host.offers = "Basic";
        HostTest.Report report = test();
        assertFalse(report.isOk());
        assertTrue(result(report, ConnectionStep.IDENTIFY).isOk());
        assertNotNull(result(report, ConnectionStep.AUTHENTICATE).failure());
        assertFalse(result(report, ConnectionStep.SHELL).isReached());
    }

    @Test
    void missingRightsAndWrongClocksAreTold() {
        elevated = "False";
        host.clock = Instant.now().minusSeconds(900);
        HostTest.Report report = test();
        assertTrue(result(report, ConnectionStep.SHELL).isOk());
        Failure rights = result(report, ConnectionStep.ELEVATION).failure();
        assertEquals(FailureCause.ACCESS_DENIED, rights.cause());
        assertTrue(rights.nextStep().contains("LocalAccountTokenFilterPolicy"));
        assertEquals(
                FailureCause.CLOCK_SKEW,
                result(report, ConnectionStep.SYSTEM).failure().cause());
    }
}
