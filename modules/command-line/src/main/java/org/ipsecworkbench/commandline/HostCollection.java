package org.ipsecworkbench.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.ipsecworkbench.diagnosis.CollectListener;
import org.ipsecworkbench.diagnosis.Collector;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.Fleet;
import org.ipsecworkbench.hostconnection.HostConnection;

/** Collects from several hosts side by side, one connection each. */
final class HostCollection implements Fleet.Listener<DiagnosisTarget, HostEvidence> {
    private final List<Check> checks;
    private final Map<DiagnosisTarget, HostEvidence> evidence = new ConcurrentHashMap<>();

    private final Map<String, HostEvidence> known;

    private HostCollection(List<Check> checks, List<HostEvidence> known) {
        this.checks = checks;
        this.known = known.stream().collect(Collectors.toMap(HostEvidence::name, one -> one, (one, same) -> one));
    }

    /** Asks all hosts all that the checks need. */
    static List<HostEvidence> collect(List<DiagnosisTarget> targets, List<Check> checks) throws InterruptedException {
        return collect(targets, checks, List.of());
    }

    /**
     * Asks all hosts what the checks need and is not known.
     *
     * @param known answers of hosts, by their names, that are not asked for again
     * @return one entry per host, in their order; what could not be collected says why
     */
    static List<HostEvidence> collect(List<DiagnosisTarget> targets, List<Check> checks, List<HostEvidence> known)
            throws InterruptedException {
        HostCollection collection = new HostCollection(checks, known);
        new Fleet<>(collection::ask, collection).run(targets);
        List<HostEvidence> inOrder = new ArrayList<>();
        targets.forEach(target -> inOrder.add(collection.evidence.get(target)));
        return inOrder;
    }

    private HostEvidence ask(DiagnosisTarget target, Cancellation cancellation) throws ConnectionException {
        try (HostConnection connection =
                HostConnection.open(target.address(), target.credentials(), target.options())) {
            return Collector.collect(connection, begin(target), checks, endedBy(cancellation));
        }
    }

    /** Ends the command that runs, and begins no other, once the host is given up. */
    private static CollectListener endedBy(Cancellation cancellation) {
        return new CollectListener() {
            @Override
            public void runs(Cancellation command) {
                cancellation.onCancel(command::cancel);
            }

            @Override
            public boolean isCancelled() {
                return cancellation.isCancelled();
            }
        };
    }

    private HostEvidence begin(DiagnosisTarget target) {
        HostEvidence none = HostEvidence.none(target.name(), target.isSimulated());
        HostEvidence before = known.getOrDefault(target.name(), none);
        return new HostEvidence(none.name(), none.isSimulated(), before.transcripts(), null);
    }

    @Override
    public void started(DiagnosisTarget target) {}

    @Override
    public void ended(DiagnosisTarget target, Fleet.Outcome<HostEvidence> outcome) {
        HostEvidence found = outcome.result();
        Failure failure = outcome.failure();
        if (failure != null) {
            evidence.put(target, begin(target).failed(failure));
        } else if (found != null) {
            evidence.put(target, found);
        }
    }
}
