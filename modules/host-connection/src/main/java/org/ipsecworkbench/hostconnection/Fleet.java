package org.ipsecworkbench.hostconnection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Does the same with many hosts, at most {@link #MAX_HOSTS} of them at a time, and tells of each as it ends. For one run; only
 * {@link #cancel} comes from other threads.
 *
 * @param <H> what stands for a host
 * @param <R> what comes of one
 */
public final class Fleet<H, R> {
    /** Hosts that are asked at the same time: each is a connection and a thread. */
    public static final int MAX_HOSTS = 64;

    /**
     * What is done with one host, in a thread of its own.
     *
     * @param <H> what stands for a host
     * @param <R> what comes of one
     */
    public interface Task<H, R> {
        /**
         * Does it.
         *
         * @param cancellation to be handed to the commands, at most one of which runs at a time
         */
        R run(H host, Cancellation cancellation) throws ConnectionException;
    }

    /**
     * Is told of hosts in the threads that ask them, of several at the same time.
     *
     * @param <H> what stands for a host
     * @param <R> what comes of one
     */
    public interface Listener<H, R> {
        /** It is this host's turn. */
        void started(H host);

        /** The host is done with. */
        void ended(H host, Outcome<R> outcome);
    }

    /**
     * What became of a host: exactly one is there.
     *
     * @param failure why there is no result; {@link FailureCause#CANCELLED} where the host's turn did not come any more
     * @param result what came of it; null where it failed
     * @param <R> what comes of a host
     */
    public record Outcome<R>(@Nullable R result, @Nullable Failure failure) {}

    private static final Failure CANCELLED = new Failure(
            ConnectionStep.RESOLVE,
            FailureCause.CANCELLED,
            "It was cancelled before this host's turn.",
            "Start it again for the hosts that are left.");

    private final Task<H, R> task;
    private final Listener<H, R> listener;
    private final Set<Cancellation> running = ConcurrentHashMap.newKeySet();
    private volatile boolean isCancelled;

    /** For one run, with what is done and who is told. */
    public Fleet(Task<H, R> task, Listener<H, R> listener) {
        this.task = task;
        this.listener = listener;
    }

    /** Goes through the hosts in their order, and returns when the last has ended. */
    public void run(Collection<? extends H> hosts) throws InterruptedException {
        if (hosts.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(MAX_HOSTS, hosts.size()), work -> {
            Thread thread = new Thread(work, "fleet");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> all = new ArrayList<>();
            hosts.forEach(host -> all.add(threads.submit(() -> ask(host))));
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            cancel();
            throw new IllegalStateException(
                    "what is done with a host may fail by ConnectionException only", e.getCause());
        } catch (InterruptedException e) {
            cancel();
            throw e;
        } finally {
            threads.shutdown();
        }
    }

    private void ask(H host) {
        Cancellation cancellation = new Cancellation();
        running.add(cancellation);
        try {
            if (isCancelled) {
                listener.ended(host, new Outcome<>(null, CANCELLED));
                return;
            }
            listener.started(host);
            listener.ended(host, outcome(host, cancellation));
        } finally {
            running.remove(cancellation);
        }
    }

    private Outcome<R> outcome(H host, Cancellation cancellation) {
        try {
            return new Outcome<>(task.run(host, cancellation), null);
        } catch (ConnectionException e) {
            return new Outcome<>(null, e.failure());
        }
    }

    /** Ends what runs, as far as it can be ended, and begins no more. Returns when the hosts were asked to end it. */
    public void cancel() {
        isCancelled = true;
        running.forEach(Cancellation::cancel);
    }
}
