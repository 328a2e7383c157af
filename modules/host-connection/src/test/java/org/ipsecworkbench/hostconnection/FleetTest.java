package org.ipsecworkbench.hostconnection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FleetTest {
    private final Map<Integer, Fleet.Outcome<String>> ended = new ConcurrentHashMap<>();
    private final AtomicInteger started = new AtomicInteger();
    private final Fleet.Listener<Integer, String> listener = new Fleet.Listener<>() {
        @Override
        public void started(Integer host) {
            started.incrementAndGet();
        }

        @Override
        public void ended(Integer host, Fleet.Outcome<String> outcome) {
            ended.put(host, outcome);
        }
    };

    @Test
    void everyHostHasItsTurnAndNeverMoreThanTheBound() throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(Fleet.MAX_HOSTS);
        new Fleet<Integer, String>(
                        (host, cancellation) -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            full.countDown();
                            await(full);
                            now.decrementAndGet();
                            return "host " + host;
                        },
                        listener)
                .run(IntStream.range(0, 1000).boxed().toList());
        assertEquals(Fleet.MAX_HOSTS, most.get());
        assertEquals(1000, ended.size());
        assertEquals("host 999", ended.get(999).result());
    }

    @Test
    void whatFailsIsToldAndTheOthersGoOn() throws InterruptedException {
        Failure failure = new Failure(ConnectionStep.CONNECT, FailureCause.REFUSED, "Refused.", "Switch it on.");
        new Fleet<Integer, String>(
                        (host, cancellation) -> {
                            if (host == 1) {
                                throw new ConnectionException(failure);
                            }
                            return "well";
                        },
                        listener)
                .run(IntStream.range(0, 3).boxed().toList());
        assertEquals(failure, ended.get(1).failure());
        assertEquals("well", ended.get(2).result());
    }

    @Test
    void cancellingEndsWhatRunsAndBeginsNoMore() throws InterruptedException {
        CountDownLatch cancelled = new CountDownLatch(Fleet.MAX_HOSTS);
        CountDownLatch running = new CountDownLatch(Fleet.MAX_HOSTS);
        Fleet<Integer, String> fleet = new Fleet<>(
                (host, cancellation) -> {
                    cancellation.onCancel(cancelled::countDown);
                    running.countDown();
                    await(cancelled);
                    return "ended";
                },
                listener);
        Thread canceller = new Thread(() -> {
            await(running);
            fleet.cancel();
        });
        canceller.start();
        fleet.run(IntStream.range(0, 200).boxed().toList());
        canceller.join();
        assertEquals(Fleet.MAX_HOSTS, started.get());
        assertEquals(200, ended.size());
        Failure failure = ended.get(199).failure();
        assertTrue(failure != null && failure.cause() == FailureCause.CANCELLED);
    }

    @Test
    void aFaultInTheTaskIsNotHidden() {
        Fleet<Integer, String> fleet = new Fleet<>(
                (host, cancellation) -> {
                    throw new ArithmeticException("on purpose");
                },
                listener);
        IllegalStateException e = assertThrows(
                IllegalStateException.class,
                () -> fleet.run(IntStream.range(0, 2).boxed().toList()));
        assertTrue(e.getCause() instanceof ArithmeticException);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
