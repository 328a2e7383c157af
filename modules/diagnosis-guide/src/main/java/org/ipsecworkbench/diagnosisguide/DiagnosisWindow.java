package org.ipsecworkbench.diagnosisguide;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JPanel;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.RemedyRun;
import org.ipsecworkbench.diagnosis.SavedEvidence;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.session.SessionContents;
import org.ipsecworkbench.session.SessionWorkspace;
import org.ipsecworkbench.workbench.Bookmarks;
import org.ipsecworkbench.workbench.Copying;
import org.ipsecworkbench.workbench.EditorWindows;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.HostWork;
import org.ipsecworkbench.workbench.Keepable;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.MessageView;
import org.ipsecworkbench.workbench.ProblemStrip;
import org.ipsecworkbench.workbench.VerdictBanner;
import org.jspecify.annotations.Nullable;
import org.openide.util.Lookup;
import org.openide.util.NbBundle.Messages;
import org.openide.util.lookup.Lookups;
import org.openide.windows.TopComponent;

/** The window of one diagnosis: the cause on top, the checks as steps, and what the chosen one found. */
@TopComponent.Description(
        preferredID = "Diagnosis",
        iconBase = DiagnosisWindow.ICON,
        persistenceType = TopComponent.PERSISTENCE_NEVER)
@Messages({
    "# {0} - hosts",
    "LBL_Window=Diagnosis of {0}",
    "LBL_Begins=Asking the hosts",
    "LBL_BeginsWhy=Nothing is changed on them: every command only reads.",
    "LBL_NoHost=No host could be asked",
    "LBL_NoAnswer=The session holds no answer of a host",
    "LBL_NoAnswerWhy=Collect with ipsecwb collect, or diagnose the hosts themselves."
})
public final class DiagnosisWindow extends TopComponent {
    static final String ICON = "org/ipsecworkbench/diagnosisguide/icons/diagnosis.svg";

    private static final long serialVersionUID = 1;
    private static final String MESSAGE = "message";
    private static final String CONTENT = "content";

    private final transient Examination examination;
    private final RunStrip strip;
    private final ProblemStrip problems = new ProblemStrip();
    private final VerdictBanner cause = new VerdictBanner();
    private final transient Buttons buttons = new Buttons();
    private final ChecksPane checks;

    private final CardLayout cards = new CardLayout();
    private final JPanel content = new JPanel(cards);
    private final MessageView message = new MessageView();
    private transient volatile @Nullable Diagnosis shown;
    private transient List<String> notRead = List.of();
    private transient Instant shownAt = Instant.EPOCH;
    /** Where to go as soon as everything was looked at. */
    private transient @Nullable FindingPlace wanted;

    private DiagnosisWindow(Function<Examination.View, Examination> examines) {
        examination = examines.apply(new Shown());
        strip = new RunStrip(examination.isLive(), new Strip());
        checks = new ChecksPane(new CheckView(buttons, examination.isLive(), this::again));
        String subject = examination.subject();
        setName(Bundle.LBL_Window(subject));
        setDisplayName(Bundle.LBL_Window(Formats.abbreviate(subject, 40)));
        setToolTipText(Bundle.LBL_Window(subject));
        setLayout(new BorderLayout());
        JPanel top = new JPanel(new BorderLayout());
        top.add(strip, BorderLayout.NORTH);
        top.add(problems, BorderLayout.CENTER);
        add(top, BorderLayout.NORTH);
        JPanel whole = new JPanel(new BorderLayout());
        whole.add(cause, BorderLayout.NORTH);
        whole.add(checks, BorderLayout.CENTER);
        content.add(message, MESSAGE);
        content.add(whole, CONTENT);
        add(content, BorderLayout.CENTER);
        message.show(Mark.INSUFFICIENT, Bundle.LBL_Begins(), Bundle.LBL_BeginsWhy(), false);
        Copying.enable(this);
        associateLookup(examination.isLive() ? Lookups.singleton(new Collected()) : Lookup.EMPTY);
    }

    /** Diagnoses hosts, or brings the window of the same ones to the front. On the event dispatch thread. */
    static void show(List<KnownHost> hosts) {
        show(view -> new HostExamination(hosts, view));
    }

    /** The same for what a session holds. */
    static DiagnosisWindow show(SessionContents session) {
        return show(view -> new SessionExamination(session, view));
    }

    /** Goes to a finding, as soon as everything was looked at. */
    void show(FindingPlace place) {
        wanted = place;
    }

    private void goToWanted(Diagnosis diagnosis) {
        FindingPlace place = wanted;
        wanted = null;
        if (place != null) {
            checks.reveal(place, diagnosis);
        }
    }

    private static DiagnosisWindow show(Function<Examination.View, Examination> examines) {
        DiagnosisWindow window = new DiagnosisWindow(examines);
        Optional<DiagnosisWindow> known =
                EditorWindows.find(DiagnosisWindow.class, open -> open.examination.isSameAs(window.examination));
        if (known.isEmpty()) {
            EditorWindows.show(window);
            window.begin();
            return window;
        }
        DiagnosisWindow open = known.get();
        open.requestActive();
        if (!open.examination.isLive()) {
            // More may be in the session by now.
            open.begin();
        }
        return open;
    }

    private void begin() {
        strip.begins();
        checks.setIdle(false);
        examination.start();
    }

    private void again() {
        examination.forget();
        begin();
    }

    /** Asks what one check needs. */
    private void again(String key) {
        Diagnosis.installedChecks().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .ifPresent(one -> {
                    examination.forget(one);
                    begin();
                });
    }

    private void lookCloser() {
        Diagnosis diagnosis = shown;
        if (diagnosis != null) {
            List<Remedy> tools =
                    diagnosis.tools().stream().filter(buttons::canApply).toList();
            ToolDialog.choose(tools).ifPresent(buttons::apply);
        }
    }

    /** Nobody reads the answers any more. A change that is being made goes on: half of it would be worse. */
    @Override
    protected void componentClosed() {
        examination.cancel();
    }

    private void undo(Remedy remedy) {
        strip.begins();
        RemedyWork.undo(hosts(remedy), remedy, this::changed);
    }

    /** The hosts that a remedy changes, as far as they can be reached from here. */
    private List<KnownHost> hosts(Remedy remedy) {
        return remedy.hosts().stream()
                .flatMap(name -> examination.host(name).stream())
                .toList();
    }

    /** A host is not what it was when it answered, so all are asked again: that is the test of the remedy. */
    private void changed(RemedyRun done) {
        strip.changed(done);
        again();
    }

    private void saveReport() {
        if (shown != null) {
            ReportDialog.ask(shown, shownAt);
        }
    }

    private void show(Diagnosis diagnosis, boolean isLast) {
        List<HostFacts> answered = diagnosis.scene().hosts();
        List<String> failures = Reasons.failures(diagnosis);
        List<String> wrong = new ArrayList<>(failures);
        wrong.addAll(notRead);
        problems.show(wrong);
        if (answered.stream().allMatch(host -> host.evidence().transcripts().isEmpty())) {
            if (isLast) {
                problems.show(notRead);
                message.show(
                        Mark.INCONCLUSIVE,
                        examination.isLive() ? Bundle.LBL_NoHost() : Bundle.LBL_NoAnswer(),
                        examination.isLive() ? String.join("\n", failures) : Bundle.LBL_NoAnswerWhy(),
                        false);
                cards.show(content, MESSAGE);
            }
            return;
        }
        boolean isFirst = shown == null;
        shown = diagnosis;
        shownAt = Instant.now();
        cause.show(Looks.of(diagnosis.verdict()), diagnosis.verdict().label(), Reasons.of(diagnosis, isLast));
        checks.show(diagnosis);
        cards.show(content, CONTENT);
        if (isFirst) {
            requestFocusInWindow();
        }
        if (isLast) {
            checks.chooseAny(diagnosis);
            goToWanted(diagnosis);
        }
    }

    @Override
    public boolean requestFocusInWindow() {
        return checks.isShowing() ? checks.requestFocusInWindow() : message.focusFirst();
    }

    @Override
    protected void componentActivated() {
        requestFocusInWindow();
    }

    private final class Shown implements Examination.View {
        @Override
        public void asking(String words) {
            strip.asking(words);
        }

        @Override
        public void notRead(List<String> captures) {
            notRead = captures;
        }

        @Override
        public void show(Diagnosis diagnosis, boolean isLast) {
            if (isLast) {
                strip.ended(Reasons.failures(diagnosis).isEmpty());
                checks.setIdle(true);
            }
            DiagnosisWindow.this.show(diagnosis, isLast);
        }
    }

    private final class Strip implements RunStrip.Actions {
        @Override
        public void again() {
            DiagnosisWindow.this.again();
        }

        @Override
        public void stop() {
            examination.cancel();
        }

        @Override
        public void saveReport() {
            DiagnosisWindow.this.saveReport();
        }

        @Override
        public void lookCloser() {
            DiagnosisWindow.this.lookCloser();
        }

        @Override
        public void undo(Remedy remedy) {
            DiagnosisWindow.this.undo(remedy);
        }
    }

    /** What the hosts answered, for a session. */
    private final class Collected implements Keepable {
        @Override
        public String title() {
            return examination.subject();
        }

        @Override
        public void keepIn(SessionWorkspace session) throws IOException {
            Diagnosis diagnosis = shown;
            if (diagnosis != null) {
                List<HostEvidence> answers = diagnosis.scene().hosts().stream()
                        .map(HostFacts::evidence)
                        .toList();
                SavedEvidence.save(answers, session);
                HostWork.keepCommands(
                        answers.stream()
                                .flatMap(answer -> examination.host(answer.name()).stream())
                                .toList(),
                        session);
            }
        }
    }

    private final class Buttons implements FindingView.Actions {
        @Override
        public boolean canBookmark() {
            return examination.session().isPresent();
        }

        @Override
        public void bookmark(Finding finding) {
            Bookmarks bookmarks = Lookup.getDefault().lookup(Bookmarks.class);
            if (bookmarks != null) {
                examination
                        .session()
                        .ifPresent(session -> bookmarks.add(new Bookmarks.InSession(
                                session, "", FindingPlace.of(finding).words(), finding.statement())));
            }
        }

        @Override
        public void open(Evidence evidence) {
            if (shown != null) {
                EvidenceLinks.open(evidence, shown, examination);
            }
        }

        @Override
        public boolean canApply(Remedy remedy) {
            return !remedy.hosts().isEmpty()
                    && hosts(remedy).size() == remedy.hosts().size();
        }

        @Override
        public void apply(Remedy remedy) {
            if (RemedyWork.isWanted(remedy)) {
                strip.begins();
                RemedyWork.apply(hosts(remedy), remedy, DiagnosisWindow.this::changed);
            }
        }
    }
}
