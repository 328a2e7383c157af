package org.ipsecworkbench.sessionexplorer;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.ipsecworkbench.diagnosis.CollectListener;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.FleetEvidence;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.SavedEvidence;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.session.SessionWorkspace;
import org.ipsecworkbench.workbench.HostWork;
import org.ipsecworkbench.workbench.Keepable;
import org.openide.util.NbBundle.Messages;

/** Asks hosts what all checks need, and offers to keep their answers; a host that cannot be asked is kept with the reason. */
@Messages({"# {0} - hosts", "LBL_Collecting=Collect from {0}"})
final class Collecting implements Keepable {
    private final List<KnownHost> hosts;
    private final FleetEvidence<KnownHost> evidence;

    private Collecting(List<KnownHost> hosts) {
        this.hosts = hosts;
        evidence = new FleetEvidence<>(hosts, host -> HostEvidence.none(host.name(), HostWork.isSimulated(host)));
    }

    /** Begins; on the event dispatch thread. */
    static void start(List<KnownHost> hosts) {
        Collecting collecting = new Collecting(hosts);
        List<Check> checks = Diagnosis.installedChecks();
        HostWork.start(
                Bundle.LBL_Collecting(collecting.title()),
                hosts,
                (host, credentials, options, cancellation) -> collecting.evidence.collect(
                        host,
                        () -> HostConnection.open(host.address(), credentials, options),
                        checks,
                        CollectListener.NONE,
                        cancellation),
                collecting.evidence,
                () -> Keeping.keep(collecting));
    }

    @Override
    public String title() {
        return hosts.stream().map(KnownHost::name).collect(Collectors.joining(", "));
    }

    @Override
    public void keepIn(SessionWorkspace session) throws IOException {
        SavedEvidence.save(evidence.inOrder(), session);
        HostWork.keepCommands(hosts, session);
    }
}
