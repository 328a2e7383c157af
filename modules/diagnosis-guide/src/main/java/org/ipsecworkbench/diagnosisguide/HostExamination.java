package org.ipsecworkbench.diagnosisguide;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.diagnosis.CollectListener;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.FleetEvidence;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.Need;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.ipsecworkbench.hostconnection.Fleet;
import org.ipsecworkbench.hostconnection.HostConnection;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.workbench.HostWork;
import org.ipsecworkbench.workbench.OpenCapture;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;
import org.openide.windows.TopComponent;

/**
 * Asks hosts in the background and examines what they answered and what the captures that are open hold of them, anew each time
 * that one more has answered. Never asks again what it knows, unless told to forget it.
 */
@Messages({"# {0} - hosts", "LBL_Work=Diagnose {0}", "# {0} - host", "# {1} - what is read", "LBL_Asking={0}: {1}"})
final class HostExamination implements Examination {
    private static final RequestProcessor WORK = new RequestProcessor(HostExamination.class);

    private final List<KnownHost> hosts;
    private final List<Check> checks = Diagnosis.installedChecks();
    private final View view;
    private final FleetEvidence<KnownHost> evidence;

    /** Of the captures that were open when it was started last. */
    private volatile Traffic traffic = Traffic.NONE;
    /** What ends what goes on; null while nothing does. On the event dispatch thread. */
    private @Nullable Cancellation running;

    HostExamination(List<KnownHost> hosts, View view) {
        this.hosts = List.copyOf(hosts);
        this.view = view;
        evidence = new FleetEvidence<>(this.hosts, host -> HostEvidence.none(host.name(), HostWork.isSimulated(host)));
    }

    @Override
    public String subject() {
        return hosts.stream().map(KnownHost::name).collect(Collectors.joining(", "));
    }

    @Override
    public boolean isSameAs(Examination other) {
        return other instanceof HostExamination one && one.hosts.equals(hosts);
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public Optional<KnownHost> host(String name) {
        return hosts.stream().filter(host -> host.name().equals(name)).findFirst();
    }

    @Override
    public Optional<Path> capture(String name) {
        return traffic.file(name);
    }

    @Override
    public void forget() {
        evidence.update(known -> HostEvidence.none(known.name(), known.isSimulated()));
    }

    @Override
    public void forget(Check check) {
        evidence.update(known -> known.without(check));
    }

    @Override
    public void start() {
        if (running != null) {
            return;
        }
        List<Path> captures = openCaptures();
        WORK.post(() -> {
            traffic = Traffic.read(Traffic.named(captures), ScanMonitor.NONE);
            SwingUtilities.invokeLater(() -> view.notRead(traffic.notRead()));
        });
        running = HostWork.start(Bundle.LBL_Work(subject()), hosts, this::collect, new Heard(), this::end);
    }

    @Override
    public void cancel() {
        if (running != null) {
            running.cancel();
        }
    }

    private static List<Path> openCaptures() {
        return TopComponent.getRegistry().getOpened().stream()
                .flatMap(window -> window.getLookup().lookupAll(OpenCapture.class).stream())
                .map(OpenCapture::file)
                .distinct()
                .toList();
    }

    private HostEvidence collect(
            KnownHost host, Credentials credentials, ConnectionOptions options, Cancellation cancellation)
            throws ConnectionException {
        CollectListener told = new CollectListener() {
            @Override
            public void asks(String name, Need need) {
                SwingUtilities.invokeLater(() -> view.asking(Bundle.LBL_Asking(name, need.reads())));
            }
        };
        return evidence.collect(
                host, () -> HostConnection.open(host.address(), credentials, options), checks, told, cancellation);
    }

    private void end() {
        running = null;
        WORK.post(() -> examine(true));
    }

    private void examine(boolean isLast) {
        Diagnosis diagnosis = Diagnosis.of(evidence.inOrder(), traffic.evidence(), checks);
        SwingUtilities.invokeLater(() -> view.show(diagnosis, isLast));
    }

    /** Examines anew with each host that has ended. */
    private final class Heard implements Fleet.Listener<KnownHost, HostEvidence> {
        @Override
        public void started(KnownHost host) {}

        @Override
        public void ended(KnownHost host, Fleet.Outcome<HostEvidence> outcome) {
            evidence.ended(host, outcome);
            WORK.post(() -> examine(false));
        }
    }
}
