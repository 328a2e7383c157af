package org.ipsecworkbench.certificateinspector;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsecworkbench.diagnosis.CollectListener;
import org.ipsecworkbench.diagnosis.Collector;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.Fleet;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.HostWork;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.util.NbBundle.Messages;

/**
 * Asks hosts for their certificates and their policies, which say what is asked of certificates: the commands only read. Hosts that
 * fail are told in one message.
 */
@Messages({
    "# {0} - hosts",
    "LBL_AskWork=Read the certificates of {0}",
    "# {0} - host",
    "# {1} - why",
    "# {2} - next step",
    "MSG_NotAsked={0} could not be asked: {1} Next step: {2}",
    "# {0} - hosts",
    "# {1} - time",
    "LBL_AskedAt={0}, asked at {1}"
})
final class AskedCertificates implements Fleet.Listener<KnownHost, HostEvidence> {
    private static final Set<String> CHECKS = Set.of("certificate", "policy");
    private static final int MAX_NAME = 80;

    private final List<KnownHost> hosts;
    private final List<Check> checks = Diagnosis.installedChecks().stream()
            .filter(check -> CHECKS.contains(check.key()))
            .toList();
    /** By the hosts that answered; guarded by itself. */
    private final Map<KnownHost, HostEvidence> answers = new LinkedHashMap<>();
    /** Guarded by answers. */
    private final List<String> failures = new ArrayList<>();

    private AskedCertificates(List<KnownHost> hosts) {
        this.hosts = hosts;
    }

    /** Begins, and returns; shows what is answered when the last host has ended. On the event dispatch thread. */
    static void ask(List<KnownHost> hosts) {
        AskedCertificates asked = new AskedCertificates(hosts);
        HostWork.start(Bundle.LBL_AskWork(names(hosts)), hosts, asked::collect, asked, asked::end);
    }

    private static String names(List<KnownHost> hosts) {
        return Formats.abbreviate(hosts.stream().map(KnownHost::name).collect(Collectors.joining(", ")), MAX_NAME);
    }

    private HostEvidence collect(
            KnownHost host, Credentials credentials, ConnectionOptions options, Cancellation cancellation)
            throws ConnectionException {
        HostEvidence none = HostEvidence.none(host.name(), HostWork.isSimulated(host));
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
        try (HostConnection connection = HostConnection.open(host.address(), credentials, options)) {
            HostEvidence answered = Collector.collect(connection, none, checks, listener);
            Failure failure = answered.failure();
            if (failure != null) {
                throw new ConnectionException(failure);
            }
            return answered;
        }
    }

    @Override
    public void started(KnownHost host) {}

    @Override
    public void ended(KnownHost host, Fleet.Outcome<HostEvidence> outcome) {
        HostEvidence found = outcome.result();
        Failure failure = outcome.failure();
        synchronized (answers) {
            if (found != null) {
                answers.put(host, found);
            } else if (failure != null) {
                failures.add(Bundle.MSG_NotAsked(host.name(), failure.explanation(), failure.nextStep()));
            }
        }
    }

    private void end() {
        List<KnownHost> asked;
        List<HostEvidence> found;
        List<String> wrong;
        synchronized (answers) {
            asked = hosts.stream().filter(answers::containsKey).toList();
            found = asked.stream().map(answers::get).toList();
            wrong = List.copyOf(failures);
        }
        if (!wrong.isEmpty()) {
            DialogDisplayer.getDefault()
                    .notifyLater(
                            new NotifyDescriptor.Message(String.join("\n", wrong), NotifyDescriptor.ERROR_MESSAGE));
        }
        if (!found.isEmpty()) {
            String names = names(asked);
            CertificateWindow.show(
                    new HostSource(names, Bundle.LBL_AskedAt(names, Formats.moment(Instant.now())), asked, found));
        }
    }
}
