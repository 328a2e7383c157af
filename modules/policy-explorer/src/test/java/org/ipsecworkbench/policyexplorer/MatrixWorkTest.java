package org.ipsecworkbench.policyexplorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.policy.AddressRange;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.PredictionMatrix;
import org.ipsecworkbench.policy.PredictionMatrix.Host;
import org.ipsecworkbench.policy.PredictionMatrix.Service;
import org.junit.jupiter.api.Test;

class MatrixWorkTest {
    private static final List<Host> HOSTS = List.of(host("one", "10.0.0.1"), host("two", "10.0.0.2"));

    private final List<PredictionMatrix> told = new ArrayList<>();

    private static Host host(String name, String address) {
        return new Host(HostPolicy.EMPTY.named(name), Objects.requireNonNull(AddressRange.parse(address)));
    }

    private MatrixWork work() {
        return new MatrixWork(HOSTS, new Service(6, 445), "Predicting", (work, matrix, done) -> {
            assertTrue(SwingUtilities.isEventDispatchThread());
            told.add(matrix);
        });
    }

    @Test
    void theWholeIsToldOnTheEventThread() throws Exception {
        work().run();
        SwingUtilities.invokeAndWait(() -> {});
        assertEquals(1, told.size());
        assertTrue(told.get(0).isWhole());
    }

    @Test
    void whatWasEndedBeforeItBeganTellsNothing() throws Exception {
        MatrixWork work = work();
        work.cancel();
        work.run();
        SwingUtilities.invokeAndWait(() -> {});
        assertEquals(List.of(), told);
    }
}
