package org.ipsecworkbench.diagnosisguide;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.ipsecworkbench.diagnosis.RemedyRun;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.jspecify.annotations.Nullable;

/**
 * Where the threads of several hosts meet, so that one change is made on all of them: the one that comes last makes it, with the
 * ways to all, and the others wait until it is done. So each host is asked by its own credentials and has its own progress.
 */
final class Meeting {
    /** Opens a connection to one host. */
    @FunctionalInterface
    interface Opening {
        HostConnection open() throws ConnectionException;
    }

    private final Set<String> names;
    private final Function<RemedyRun.Way, RemedyRun> change;
    private final Map<String, Opening> openings = new HashMap<>();
    private @Nullable RemedyRun result;
    private @Nullable Failure failure;

    /**
     * Of hosts.
     *
     * @param names all have to come
     * @param change is made once
     */
    Meeting(Set<String> names, Function<RemedyRun.Way, RemedyRun> change) {
        this.names = Set.copyOf(names);
        this.change = change;
    }

    /** A host cannot come: the others need not wait. */
    synchronized void fail(Failure why) {
        if (result == null) {
            failure = why;
            notifyAll();
        }
    }

    /** Comes with the way to a host, and returns what became of the change. */
    synchronized RemedyRun come(String name, Opening opening) throws ConnectionException {
        openings.put(name, opening);
        if (failure == null && openings.keySet().containsAll(names)) {
            result = change.apply(host -> open(host));
            notifyAll();
        }
        while (true) {
            if (result != null) {
                return result;
            }
            if (failure != null) {
                throw new ConnectionException(failure);
            }
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("nobody interrupts the threads of a fleet", e);
            }
        }
    }

    private HostConnection open(String host) throws ConnectionException {
        Opening opening = openings.get(host);
        if (opening == null) {
            throw new IllegalStateException("a remedy changes its own hosts only: " + host);
        }
        return opening.open();
    }
}
