package org.ipsecworkbench.diagnosisguide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.RemedyRun;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.junit.jupiter.api.Test;

class MeetingTest {
    private static final Failure GONE = new Failure(ConnectionStep.CONNECT, FailureCause.OTHER, "It is gone.", "");
    private static final RemedyRun DONE = new RemedyRun(
            Remedy.draft("x", "A", "X", Remedy.Risk.LOW, "").done().get(0), RemedyRun.State.APPLIED, "done", List.of());

    private static RemedyRun come(Meeting meeting, String host) {
        try {
            return meeting.come(host, () -> {
                throw new ConnectionException(GONE);
            });
        } catch (ConnectionException e) {
            throw new IllegalStateException(e.failure().explanation(), e);
        }
    }

    @Test
    void theChangeIsMadeOnceAndAllLearnOfIt() throws Exception {
        AtomicInteger made = new AtomicInteger();
        Meeting meeting = new Meeting(Set.of("A", "B"), way -> {
            made.incrementAndGet();
            assertThrows(ConnectionException.class, () -> way.open("A"));
            return DONE;
        });
        CompletableFuture<RemedyRun> first = CompletableFuture.supplyAsync(() -> come(meeting, "A"));
        assertSame(DONE, come(meeting, "B"));
        assertSame(DONE, first.get(10, TimeUnit.SECONDS));
        assertEquals(1, made.get());
    }

    @Test
    void nobodyWaitsForAHostThatCannotCome() {
        Meeting meeting = new Meeting(Set.of("A", "B"), way -> DONE);
        CompletableFuture<RemedyRun> first = CompletableFuture.supplyAsync(() -> come(meeting, "A"));
        meeting.fail(GONE);
        assertThrows(Exception.class, () -> first.get(10, TimeUnit.SECONDS));
    }
}
