package org.ipsecworkbench.commandline;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipsecworkbench.diagnosis.CollectListener;
import org.ipsecworkbench.diagnosis.FleetEvidence;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.Fleet;
import org.ipsecworkbench.hostconnection.HostConnection;

/** Collects from several hosts side by side, one connection each. */
final class HostCollection {
    private HostCollection() {}

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
        Map<String, HostEvidence> before =
                known.stream().collect(Collectors.toMap(HostEvidence::name, one -> one, (one, same) -> one));
        FleetEvidence<DiagnosisTarget> evidence = new FleetEvidence<>(targets, target -> begin(target, before));
        new Fleet<>(
                        (DiagnosisTarget target, Cancellation cancellation) -> evidence.collect(
                                target,
                                () -> HostConnection.open(target.address(), target.credentials(), target.options()),
                                checks,
                                CollectListener.NONE,
                                cancellation),
                        evidence)
                .run(targets);
        return evidence.inOrder();
    }

    private static HostEvidence begin(DiagnosisTarget target, Map<String, HostEvidence> known) {
        HostEvidence before = known.get(target.name());
        return new HostEvidence(
                target.name(), target.isSimulated(), before == null ? List.of() : before.transcripts(), null);
    }
}
