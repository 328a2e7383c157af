package org.ipsecworkbench.hostconnection.winrm;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Finds the addresses of a name within a deadline, which the JDK has none for: a name server that is silent holds a look-up for
 * as long as the system likes. Such a look-up is left to itself in a thread that keeps nothing alive.
 */
final class Resolution {
    /** Asks for all addresses of a name, as {@link InetAddress#getAllByName} does. */
    interface LookUp {
        InetAddress[] addresses(String name) throws UnknownHostException;
    }

    /** No answer, neither yes nor no, came in time. */
    static final class SilentException extends UnknownHostException {
        private static final long serialVersionUID = 1;

        SilentException(String name) {
            super(name);
        }
    }

    /** An address, for which nobody is asked. */
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[^%]*:.*");

    private Resolution() {}

    /**
     * The addresses of a name, at least one.
     *
     * @throws UnknownHostException where there is no such name, or {@link SilentException} where nobody says
     */
    static InetAddress[] of(String name, Duration limit, LookUp lookUp) throws IOException {
        if (LITERAL.matcher(name).matches()) {
            return lookUp.addresses(name);
        }
        FutureTask<InetAddress[]> task = new FutureTask<>(() -> lookUp.addresses(name));
        Thread thread = new Thread(task, "look-up");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SilentException(name);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw new IOException("the look-up failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a name was looked up");
        }
    }
}
