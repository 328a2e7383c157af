package org.ipsecworkbench.policyexplorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ipsecworkbench.diagnosis.CollectListener;
import org.ipsecworkbench.diagnosis.Collector;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.PolicyEvidence;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.Fleet;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.workbench.HostWork;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.util.NbBundle.Messages;

/** Asks hosts for their policies, with the commands of the check of policies: they only read. Hosts that fail are told in one message. */
@Messages({
    "# {0} - hosts",
    "LBL_AskWork=Read the policy of {0}",
    "# {0} - host",
    "# {1} - why",
    "# {2} - next step",
    "MSG_NotAsked={0} could not be asked: {1} Next step: {2}"
})
final class AskedPolicies implements Fleet.Listener<KnownHost, PolicyEvidence> {
    private static final String CHECK = "policy";

    private final List<KnownHost> hosts;
    /** By the hosts that answered; guarded by itself. */
    private final Map<KnownHost, PolicyEvidence> answers = new LinkedHashMap<>();
    /** Guarded by answers. */
    private final List<String> failures = new ArrayList<>();

    private AskedPolicies(List<KnownHost> hosts) {
        this.hosts = hosts;
    }

    /**
     * Begins, and returns. On the event dispatch thread.
     *
     * @param then is told, on that thread too, what the hosts answered, in their order; not where none did
     */
    static void ask(List<KnownHost> hosts, Consumer<Map<KnownHost, PolicyEvidence>> then) {
        AskedPolicies asked = new AskedPolicies(hosts);
        List<Check> checks = Diagnosis.installedChecks().stream()
                .filter(check -> check.key().equals(CHECK))
                .toList();
        String names = hosts.stream().map(KnownHost::name).collect(Collectors.joining(", "));
        HostWork.start(
                Bundle.LBL_AskWork(names),
                hosts,
                (host, credentials, options, cancellation) -> collect(host, credentials, options, cancellation, checks),
                asked,
                () -> asked.end(then));
    }

    private static PolicyEvidence collect(
            KnownHost host,
            Credentials credentials,
            ConnectionOptions options,
            Cancellation cancellation,
            List<Check> checks)
            throws ConnectionException {
        HostEvidence none = HostEvidence.none(host.name(), HostWork.isSimulated(host));
        try (HostConnection connection = HostConnection.open(host.address(), credentials, options)) {
            HostEvidence answers =
                    Collector.collect(connection, none, checks, CollectListener.NONE.endedBy(cancellation));
            Failure failure = answers.failure();
            if (failure != null) {
                throw new ConnectionException(failure);
            }
            return PolicyEvidence.of(answers, PolicySource.DIGESTS);
        }
    }

    @Override
    public void started(KnownHost host) {}

    @Override
    public void ended(KnownHost host, Fleet.Outcome<PolicyEvidence> outcome) {
        PolicyEvidence found = outcome.result();
        Failure failure = outcome.failure();
        synchronized (answers) {
            if (found != null) {
                answers.put(host, found);
            } else if (failure != null) {
                failures.add(Bundle.MSG_NotAsked(host.name(), failure.explanation(), failure.nextStep()));
            }
        }
    }

    private void end(Consumer<Map<KnownHost, PolicyEvidence>> then) {
        Map<KnownHost, PolicyEvidence> inOrder = new LinkedHashMap<>();
        List<String> wrong;
        synchronized (answers) {
            for (KnownHost host : hosts) {
                PolicyEvidence one = answers.get(host);
                if (one != null) {
                    inOrder.put(host, one);
                }
            }
            wrong = List.copyOf(failures);
        }
        if (!wrong.isEmpty()) {
            DialogDisplayer.getDefault()
                    .notifyLater(
                            new NotifyDescriptor.Message(String.join("\n", wrong), NotifyDescriptor.ERROR_MESSAGE));
        }
        if (!inOrder.isEmpty()) {
            then.accept(inOrder);
        }
    }
}
