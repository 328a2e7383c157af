package org.ipsecworkbench.extension;

import java.security.CodeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls what modules contribute through {@code @ServiceProvider}. Whatever it throws, and that it does not come back, becomes
 * an {@link ExtensionFault} with the name of its module; nobody else is kept from going on. Safe for every thread.
 */
public final class Extensions {
    /** How long a call may take that is not for the user to cancel. The slowest of our own take a second or two. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger(Extensions.class.getName());
    private static final Pattern JAR = Pattern.compile("([^/]+)\\.jar(!/)?$");

    /**
     * A call of a provider.
     *
     * @param <R> what comes back
     * @param <X> what its contract lets it throw
     */
    @FunctionalInterface
    public interface Call<R, X extends Exception> {
        /** Does it. */
        R run() throws X;
    }

    /** As many as calls go on at once; a check of a thousand hosts makes ten thousand calls, which would be as many threads. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "extension");
        thread.setDaemon(true);
        return thread;
    });

    private Extensions() {}

    /**
     * The name of the module that a provider is of: that of its file, without {@code .jar}; of its package where it is in no
     * such file.
     */
    public static String module(Object provider) {
        Class<?> type = provider.getClass();
        CodeSource source = type.getProtectionDomain().getCodeSource();
        Matcher jar = JAR.matcher(
                source == null || source.getLocation() == null
                        ? ""
                        : source.getLocation().getPath());
        return jar.find() ? jar.group(1) : type.getPackageName();
    }

    /**
     * Calls a provider on this thread, for as long as it takes.
     *
     * @throws X what the contract of the call provides for, as it is
     * @throws ExtensionFault for everything else that it throws
     */
    public static <R, X extends Exception> R call(Object provider, Call<R, X> call) throws X, ExtensionFault {
        try {
            return call.run();
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            throw new ExtensionFault(
                    who(provider) + " failed: " + e.getClass().getSimpleName()
                            + (e.getMessage() == null ? "" : ": " + e.getMessage()),
                    e);
        }
    }

    /**
     * Calls a provider on another thread. One that does not come back is interrupted and left behind.
     *
     * @param patience how long it may take
     * @throws X what the contract of the call provides for, as it is
     * @throws ExtensionFault for everything else that it throws, and where it takes longer or the caller is interrupted
     */
    public static <R, X extends Exception> R call(Object provider, Duration patience, Call<R, X> call)
            throws X, ExtensionFault {
        CompletableFuture<R> answer = new CompletableFuture<>();
        CompletableFuture<Thread> calls = new CompletableFuture<>();
        Future<?> task = THREADS.submit(() -> {
            Thread thread = Thread.currentThread();
            thread.setName("extension " + module(provider));
            calls.complete(thread);
            complete(answer, provider, call);
        });
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ExtensionFault fault) {
                throw fault;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            @SuppressWarnings("unchecked") // Of what a call throws, all but X has become a fault.
            X expected = (X) e.getCause();
            throw expected;
        } catch (TimeoutException e) {
            Thread thread = calls.getNow(null);
            if (thread != null) {
                e.setStackTrace(thread.getStackTrace());
            }
            task.cancel(true);
            throw new ExtensionFault(who(provider) + " did not come back within " + words(patience), e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new ExtensionFault(who(provider) + " was ended", e);
        }
    }

    /** Like {@link #call(Object, Duration, Call)} for a call that throws nothing; empty after a fault, which is logged. */
    public static <R> Optional<R> attempt(Object provider, Duration patience, Call<R, RuntimeException> call) {
        try {
            return Optional.of(call(provider, patience, call));
        } catch (ExtensionFault e) {
            log(e);
            return Optional.empty();
        }
    }

    /** Logs a fault that is passed over. */
    public static void log(ExtensionFault fault) {
        LOG.log(Level.WARNING, fault.getMessage() + "; it is passed over", fault.getCause());
    }

    private static <R, X extends Exception> void complete(
            CompletableFuture<R> answer, Object provider, Call<R, X> call) {
        try {
            answer.complete(call(provider, call));
        } catch (Throwable e) {
            // Also what nobody can go on after, such as a lack of memory: the caller waits for it.
            answer.completeExceptionally(e);
        }
    }

    private static String who(Object provider) {
        return provider.getClass().getSimpleName() + " of the module " + module(provider);
    }

    private static String words(Duration patience) {
        return patience.toMillis() % 1000 == 0 ? patience.toSeconds() + " s" : patience.toMillis() + " ms";
    }
}
