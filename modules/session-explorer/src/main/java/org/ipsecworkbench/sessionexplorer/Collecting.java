package org.ipsecworkbench.sessionexplorer;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipsecworkbench.diagnosis.CollectListener;
import org.ipsecworkbench.diagnosis.Collector;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.SavedEvidence;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.Fleet;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.session.SessionWorkspace;
import org.ipsecworkbench.workbench.HostWork;
import org.ipsecworkbench.workbench.Keepable;
import org.openide.util.NbBundle.Messages;

/** Asks hosts what all checks need, and offers to keep their answers; a host that cannot be asked is kept with the reason. */
@Messages({"# {0} - hosts", "LBL_Collecting=Collect from {0}"})
final class Collecting implements Fleet.Listener<KnownHost, HostEvidence>, Keepable {
    private final String names;
    private final List<Check> checks = Diagnosis.installedChecks();
    /** In the order in which they were selected; guarded by itself. */
    private final Map<KnownHost, HostEvidence> evidence = new LinkedHashMap<>();

    private Collecting(List<KnownHost> hosts) {
        names = hosts.stream().map(KnownHost::name).collect(Collectors.joining(", "));
        hosts.forEach(host -> evidence.put(host, HostEvidence.none(host.name(), HostWork.isSimulated(host))));
    }

    /** Begins; on the event dispatch thread. */
    static void start(List<KnownHost> hosts) {
        Collecting collecting = new Collecting(hosts);
        HostWork.start(
                Bundle.LBL_Collecting(collecting.names),
                hosts,
                collecting::collect,
                collecting,
                () -> Keeping.keep(collecting));
    }

    private HostEvidence collect(
            KnownHost host, Credentials credentials, ConnectionOptions options, Cancellation cancellation)
            throws ConnectionException {
        CollectListener listener = new CollectListener() {
            @Override
            public void runs(Cancellation command) {
                cancellation.onCancel(command::cancel);
            }

            @Override
            public boolean isCancelled() {
                return cancellation.isCancelled();
            }
        };
        HostEvidence none = HostEvidence.none(host.name(), HostWork.isSimulated(host));
        try (HostConnection connection = HostConnection.open(host.address(), credentials, options)) {
            return Collector.collect(connection, none, checks, listener);
        }
    }

    @Override
    public void started(KnownHost host) {}

    @Override
    public void ended(KnownHost host, Fleet.Outcome<HostEvidence> outcome) {
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

    @Override
    public String title() {
        return names;
    }

    @Override
    public void keepIn(SessionWorkspace session) throws IOException {
        List<HostEvidence> all;
        List<KnownHost> asked;
        synchronized (evidence) {
            all = List.copyOf(evidence.values());
            asked = List.copyOf(evidence.keySet());
        }
        SavedEvidence.save(all, session);
        HostWork.keepCommands(asked, session);
    }
}
