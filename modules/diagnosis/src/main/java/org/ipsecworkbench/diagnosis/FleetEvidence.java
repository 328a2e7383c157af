package org.ipsecworkbench.diagnosis;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.Fleet;
import org.ipsecworkbench.hostconnection.HostConnection;

/**
 * What the hosts of a fleet have answered by now. A host that cannot be asked is kept with the reason, and with what it answered
 * before. Safe for several threads.
 *
 * @param <H> what stands for a host
 */
public final class FleetEvidence<H> implements Fleet.Listener<H, HostEvidence> {
    /** Reaches a host. */
    @FunctionalInterface
    public interface Way {
        /** Opens the connection, which is closed by whoever asked for it. */
        HostConnection open() throws ConnectionException;
    }

    /** By the hosts in their order; guarded by itself. */
    private final Map<H, HostEvidence> evidence = new LinkedHashMap<>();

    /**
     * Of these hosts.
     *
     * @param known what there is of a host before it is asked
     */
    public FleetEvidence(Collection<H> hosts, Function<H, HostEvidence> known) {
        hosts.forEach(host -> evidence.put(host, known.apply(host)));
    }

    /**
     * Asks a host what is missing, from where it stopped where it could not be asked before. Waits for it.
     *
     * @param listener told what is asked
     * @param cancellation ends the command that runs, and begins no other
     */
    public HostEvidence collect(
            H host, Way way, Collection<? extends Check> checks, CollectListener listener, Cancellation cancellation)
            throws ConnectionException {
        HostEvidence known;
        synchronized (evidence) {
            known = Objects.requireNonNull(evidence.get(host), "not one of the fleet");
        }
        try (HostConnection connection = way.open()) {
            return Collector.collect(connection, known.unfailed(), checks, listener.endedBy(cancellation));
        }
    }

    @Override
    public void started(H host) {}

    @Override
    public void ended(H host, Fleet.Outcome<HostEvidence> outcome) {
        HostEvidence answered = outcome.result();
        Failure failure = outcome.failure();
        synchronized (evidence) {
            if (answered != null) {
                evidence.put(host, answered);
            } else if (failure != null) {
                evidence.computeIfPresent(host, (same, before) -> before.failed(failure));
            }
        }
    }

    /** Changes what is known of each host. */
    public void update(UnaryOperator<HostEvidence> change) {
        synchronized (evidence) {
            evidence.replaceAll((host, known) -> change.apply(known));
        }
    }

    /** What is known of each host, in their order. */
    public List<HostEvidence> inOrder() {
        synchronized (evidence) {
            return List.copyOf(evidence.values());
        }
    }
}
