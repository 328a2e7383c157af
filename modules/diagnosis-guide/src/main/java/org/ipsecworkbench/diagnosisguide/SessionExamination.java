package org.ipsecworkbench.diagnosisguide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.SavedEvidence;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.SessionContents;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** Examines what a session holds, without any host. The session stays with whoever opened it. */
@Messages({
    "LBL_Session=the session",
    "# {0} - title",
    "LBL_ReadingSession=Reading {0}",
    "# {0} - session",
    "# {1} - reason",
    "LBL_NotReadSession={0} cannot be read: {1}"
})
final class SessionExamination implements Examination {
    private static final RequestProcessor WORK = new RequestProcessor(SessionExamination.class);

    private final SessionContents session;
    private final View view;
    private volatile Traffic traffic = Traffic.NONE;
    private volatile boolean isCancelled;
    /** On the event dispatch thread. */
    private boolean isRunning;

    SessionExamination(SessionContents session, View view) {
        this.session = session;
        this.view = view;
    }

    @Override
    public String subject() {
        String title = session.session().title();
        return title.isEmpty() ? Bundle.LBL_Session() : title;
    }

    @Override
    public boolean isSameAs(Examination other) {
        return other instanceof SessionExamination one && one.session == session;
    }

    @Override
    public boolean isLive() {
        return false;
    }

    @Override
    public Optional<KnownHost> host(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<SessionContents> session() {
        return Optional.of(session);
    }

    @Override
    public Optional<Path> capture(String name) {
        return traffic.file(name);
    }

    /** Nothing is kept: whatever is in the session is read each time. */
    @Override
    public void forget() {}

    @Override
    public void forget(Check check) {}

    @Override
    public void start() {
        if (!isRunning) {
            isRunning = true;
            isCancelled = false;
            view.asking(Bundle.LBL_ReadingSession(subject()));
            WORK.post(this::read);
        }
    }

    @Override
    public void cancel() {
        isCancelled = true;
    }

    private void read() {
        List<String> notRead = new ArrayList<>();
        List<HostEvidence> evidence = List.of();
        try {
            evidence = SavedEvidence.read(session);
            traffic = Traffic.read(captures(notRead), new ScanMonitor() {
                @Override
                public boolean cancelled() {
                    return isCancelled;
                }
            });
            notRead.addAll(traffic.notRead());
        } catch (IOException e) {
            notRead.add(Bundle.LBL_NotReadSession(subject(), String.valueOf(e.getMessage())));
        }
        Diagnosis diagnosis = Diagnosis.of(evidence, traffic.evidence(), Diagnosis.installedChecks());
        SwingUtilities.invokeLater(() -> {
            isRunning = false;
            view.notRead(notRead);
            view.show(diagnosis, true);
        });
    }

    /** The captures of the session as files; each that cannot be had says so. */
    private Map<String, Path> captures(List<String> notRead) {
        Map<String, Path> files = new LinkedHashMap<>();
        for (EvidenceItem item : session.session().evidence(EvidenceKind.CAPTURE)) {
            try {
                Path file = session.evidence(item).file();
                files.put(files.containsKey(item.name()) ? item.id() + " " + item.name() : item.name(), file);
            } catch (IOException e) {
                notRead.add(Bundle.LBL_NotReadCapture(item.name(), String.valueOf(e.getMessage())));
            }
        }
        return files;
    }
}
