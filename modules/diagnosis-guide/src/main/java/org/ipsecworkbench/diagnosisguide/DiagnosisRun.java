package org.ipsecworkbench.diagnosisguide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.diagnosis.CaptureEvidence;
import org.ipsecworkbench.diagnosis.CollectListener;
import org.ipsecworkbench.diagnosis.Collector;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.Need;
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
import org.ipsecworkbench.workbench.OpenCapture;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;
import org.openide.windows.TopComponent;

/**
 * Asks hosts in the background and examines what they answered and what the captures that are open hold of them, anew each time
 * that one more has answered. Never asks again what it knows, unless told to forget it.
 */
@Messages({
    "# {0} - hosts",
    "LBL_Work=Diagnose {0}",
    "# {0} - host",
    "# {1} - what is read",
    "LBL_Asking={0}: {1}",
    "# {0} - file",
    "# {1} - reason",
    "LBL_NotReadCapture={0} cannot be read: {1}"
})
final class DiagnosisRun {
    /** Is told on the event dispatch thread. */
    interface View {
        /** What a host is asked now, in words. */
        void asking(String words);

        /** Captures that are open and cannot be read, in words; none where all can. */
        void notRead(List<String> captures);

        /** What is known by now; the last time when all hosts have answered or failed. */
        void show(Diagnosis diagnosis, boolean isLast);
    }

    private static final RequestProcessor WORK = new RequestProcessor(DiagnosisRun.class);

    private final List<KnownHost> hosts;
    private final List<Check> checks = Diagnosis.installedChecks();
    private final View view;
    /** By the hosts in their order; guarded by itself. */
    private final Map<KnownHost, HostEvidence> evidence = new LinkedHashMap<>();

    /** Of the captures that were open when it was started last. */
    private volatile List<CaptureEvidence> traffic = List.of();
    /** On the event dispatch thread. */
    private boolean isRunning;

    DiagnosisRun(List<KnownHost> hosts, View view) {
        this.hosts = hosts;
        this.view = view;
        forget();
    }

    /** What the hosts answered is old, and they are to be asked again. */
    void forget() {
        synchronized (evidence) {
            hosts.forEach(host -> evidence.put(host, HostEvidence.none(host.name(), HostWork.isSimulated(host))));
        }
    }

    /** Asks what is missing; on the event dispatch thread. Does nothing while it is running. */
    void start() {
        if (isRunning) {
            return;
        }
        isRunning = true;
        List<Path> captures = openCaptures();
        WORK.post(() -> read(captures));
        String names = hosts.stream().map(KnownHost::name).collect(Collectors.joining(", "));
        HostWork.start(Bundle.LBL_Work(names), hosts, this::collect, new Heard(), this::end);
    }

    private static List<Path> openCaptures() {
        return TopComponent.getRegistry().getOpened().stream()
                .flatMap(window -> window.getLookup().lookupAll(OpenCapture.class).stream())
                .map(OpenCapture::file)
                .distinct()
                .toList();
    }

    /** What was captured between the hosts says more than what they tell; a capture that cannot be read says so. */
    private void read(List<Path> captures) {
        List<CaptureEvidence> read = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (Path file : captures) {
            try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT.withoutIndex(), ScanMonitor.NONE)) {
                capture.scan(ScanMonitor.NONE);
                read.add(new CaptureEvidence(String.valueOf(file.getFileName()), capture.coverage()));
            } catch (IOException e) {
                failed.add(Bundle.LBL_NotReadCapture(file, String.valueOf(e.getMessage())));
            }
        }
        traffic = List.copyOf(read);
        SwingUtilities.invokeLater(() -> view.notRead(failed));
    }

    private HostEvidence collect(
            KnownHost host, Credentials credentials, ConnectionOptions options, Cancellation cancellation)
            throws ConnectionException {
        HostEvidence known;
        synchronized (evidence) {
            HostEvidence before = Objects.requireNonNull(evidence.get(host));
            // A host that could not be asked is asked once more, from where it stopped.
            known = new HostEvidence(before.name(), before.isSimulated(), before.transcripts(), null);
        }
        try (HostConnection connection = HostConnection.open(host.address(), credentials, options)) {
            return Collector.collect(connection, known, checks, new Told(cancellation));
        }
    }

    private void end() {
        isRunning = false;
        WORK.post(() -> examine(true));
    }

    private void examine(boolean isLast) {
        List<HostEvidence> known;
        synchronized (evidence) {
            known = List.copyOf(evidence.values());
        }
        Diagnosis diagnosis = Diagnosis.of(known, traffic, checks);
        SwingUtilities.invokeLater(() -> view.show(diagnosis, isLast));
    }

    private final class Heard implements Fleet.Listener<KnownHost, HostEvidence> {
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
            WORK.post(() -> examine(false));
        }
    }

    private final class Told implements CollectListener {
        private final Cancellation cancellation;

        Told(Cancellation cancellation) {
            this.cancellation = cancellation;
        }

        @Override
        public void asks(String host, Need need) {
            SwingUtilities.invokeLater(() -> view.asking(Bundle.LBL_Asking(host, need.reads())));
        }

        @Override
        public void runs(Cancellation command) {
            cancellation.onCancel(command::cancel);
        }

        @Override
        public boolean isCancelled() {
            return cancellation.isCancelled();
        }
    }
}
