package org.ipsecworkbench.workbench.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.HostAddress;
import org.ipsecworkbench.hostconnection.HostTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostStateTest {
    private static final HostAddress ADDRESS = HostAddress.parse("winrm://h");

    private static HostTest.Report report(ConnectionStep failed, FailureCause cause) {
        List<HostTest.Result> results = new ArrayList<>();
        for (ConnectionStep step : ConnectionStep.values()) {
            int order = failed == null ? -1 : step.compareTo(failed);
            Failure failure = order == 0 ? new Failure(step, cause, "It failed.", "Mend it.") : null;
            results.add(new HostTest.Result(step, "well", failure, order <= 0));
        }
        return new HostTest.Report(ADDRESS, results, Map.of(), null, null);
    }

    @Test
    void whatWorksIsReachable() {
        assertEquals(HostState.Kind.REACHABLE, HostState.of(report(null, null)).kind());
    }

    @ParameterizedTest
    @CsvSource({
        "RESOLVE, NAME_NOT_RESOLVED, UNREACHABLE",
        "CONNECT, REFUSED, UNREACHABLE",
        "CONNECT, NO_ANSWER, UNREACHABLE",
        "TRUST, NOT_TRUSTED, UNTRUSTED",
        "IDENTIFY, NO_WINRM, FAILED",
        "AUTHENTICATE, CREDENTIALS_REJECTED, REJECTED",
        "AUTHENTICATE, REJECTED_BEFORE, REJECTED",
        "AUTHENTICATE, ACCOUNT_LOCKED, REJECTED",
        "SHELL, QUOTA, FAILED",
        "ELEVATION, ACCESS_DENIED, ATTENTION",
        "SYSTEM, CLOCK_SKEW, ATTENTION"
    })
    void theFirstFailureDecides(ConnectionStep step, FailureCause cause, HostState.Kind kind) {
        HostState state = HostState.of(report(step, cause));
        assertEquals(kind, state.kind());
        assertEquals("It failed.", state.failure().explanation());
    }

    @Test
    void stepsComeOneByOne() {
        HostTest.Result step = new HostTest.Result(ConnectionStep.RESOLVE, "192.0.2.1", null, true);
        HostState state = HostState.testing().with(step);
        assertEquals(HostState.Kind.TESTING, state.kind());
        assertEquals(List.of(step), state.steps());
    }
}
