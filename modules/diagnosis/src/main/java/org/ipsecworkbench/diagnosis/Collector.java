package org.ipsecworkbench.diagnosis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.extension.Extensions;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.OutputListener;
import org.ipsecworkbench.hostconnection.Transcript;

/** Asks hosts what checks need. It only reads, and never asks again what is there already. */
public final class Collector {
    /** What a check asks for may depend on earlier answers; real chains have three links. */
    private static final int MAX_ROUNDS = 8;

    private Collector() {}

    /**
     * Collects what is missing of one host. Waits for the host; not for the event thread.
     *
     * @param known what there is of the host
     * @param listener may end it; the command that runs is ended then, and no other one is begun
     * @return never less than what was known; what failed says so itself
     */
    public static HostEvidence collect(
            HostConnection connection,
            HostEvidence known,
            Collection<? extends Check> checks,
            CollectListener listener) {
        HostEvidence evidence = connection.isSimulated() ? known.simulated() : known;
        // One that failed once is not waited for again.
        List<Check> asking = new ArrayList<>(checks);
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Set<String> asked = new LinkedHashSet<>();
            for (Check check : List.copyOf(asking)) {
                HostEvidence now = evidence;
                Optional<List<Need>> needs =
                        Extensions.attempt(check, Extensions.PATIENCE, () -> List.copyOf(check.needs(now)));
                if (needs.isEmpty()) {
                    asking.remove(check);
                }
                for (Need need : needs.orElse(List.of())) {
                    if (evidence.failure() != null || listener.isCancelled()) {
                        return evidence;
                    }
                    if (!evidence.hasAsked(need) && asked.add(need.line())) {
                        listener.asks(evidence.name(), need);
                        evidence = ask(connection, evidence, need, listener);
                    }
                }
            }
            if (asked.isEmpty()) {
                return evidence;
            }
        }
        return evidence;
    }

    private static HostEvidence ask(
            HostConnection connection, HostEvidence evidence, Need need, CollectListener listener) {
        Cancellation cancellation = new Cancellation();
        listener.runs(cancellation);
        try {
            Transcript transcript = connection.run(need.command(), OutputListener.NONE, cancellation);
            return evidence.with(transcript);
        } catch (ConnectionException e) {
            return evidence.failed(e.failure());
        }
    }
}
