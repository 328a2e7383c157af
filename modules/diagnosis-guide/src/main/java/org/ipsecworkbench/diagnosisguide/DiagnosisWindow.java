package org.ipsecworkbench.diagnosisguide;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import org.ipsecworkbench.diagnosis.Cause;
import org.ipsecworkbench.diagnosis.CheckResult;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.RemedyRun;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.workbench.Copying;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.MessageView;
import org.ipsecworkbench.workbench.ProblemStrip;
import org.ipsecworkbench.workbench.VerdictBanner;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.Mode;
import org.openide.windows.TopComponent;
import org.openide.windows.WindowManager;

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
    "# {0} - host",
    "# {1} - why",
    "# {2} - next step",
    "LBL_HostFailed={0} could not be asked: {1} Next step: {2}",
    "# {0} - step",
    "LBL_Next=Next: {0}",
    "# {0} - percent",
    "LBL_Sure={0} % sure.",
    "# {0} - other findings",
    "LBL_Explains=It explains: {0}.",
    "# {0} - other findings",
    "LBL_Against=Against it: {0}.",
    "# {0} - finding",
    "# {1} - how many others",
    "LBL_AndMore={0}, and {1} more",
    "# {0} - host names",
    "LBL_Simulated=Simulated: {0}. What stands here is true of the lab, not of a real network.",
    "LBL_Soon=Not all hosts have answered yet."
})
public final class DiagnosisWindow extends TopComponent {
    static final String ICON = "org/ipsecworkbench/diagnosisguide/icons/diagnosis.svg";

    private static final long serialVersionUID = 1;
    private static final String MESSAGE = "message";
    private static final String CONTENT = "content";

    private final transient List<KnownHost> hosts;
    private final transient DiagnosisRun run;
    private final RunStrip strip;
    private final ProblemStrip problems = new ProblemStrip();
    private final VerdictBanner cause = new VerdictBanner();
    private final CheckView check = new CheckView(new Buttons());
    private final CheckTable checks = CheckTable.of(check::show);
    private final CardLayout cards = new CardLayout();
    private final JPanel content = new JPanel(cards);
    private final MessageView message = new MessageView();
    private transient @Nullable Diagnosis shown;
    private transient List<String> notRead = List.of();
    private transient Instant shownAt = Instant.EPOCH;

    private DiagnosisWindow(List<KnownHost> hosts) {
        this.hosts = List.copyOf(hosts);
        run = new DiagnosisRun(hosts, new Shown());
        strip = new RunStrip(this::again, this::saveReport, this::undo);
        String names = hosts.stream().map(KnownHost::name).collect(Collectors.joining(", "));
        setName(Bundle.LBL_Window(names));
        setDisplayName(Bundle.LBL_Window(Formats.abbreviate(names, 40)));
        setToolTipText(Bundle.LBL_Window(names));
        setLayout(new BorderLayout());
        JPanel top = new JPanel(new BorderLayout());
        top.add(strip, BorderLayout.NORTH);
        top.add(problems, BorderLayout.CENTER);
        add(top, BorderLayout.NORTH);
        JScrollPane list = new JScrollPane(checks);
        list.setMinimumSize(new Dimension(260, 100));
        list.setPreferredSize(new Dimension(520, 500));
        check.setMinimumSize(new Dimension(300, 100));
        check.setPreferredSize(new Dimension(640, 500));
        JSplitPane both = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, true, list, check);
        both.setBorder(BorderFactory.createEmptyBorder());
        both.setResizeWeight(0.4);
        JPanel whole = new JPanel(new BorderLayout());
        whole.add(cause, BorderLayout.NORTH);
        whole.add(both, BorderLayout.CENTER);
        content.add(message, MESSAGE);
        content.add(whole, CONTENT);
        add(content, BorderLayout.CENTER);
        message.show(Mark.INSUFFICIENT, Bundle.LBL_Begins(), Bundle.LBL_BeginsWhy(), false);
        Copying.enable(this);
    }

    /** Diagnoses hosts, or brings the window of the same ones to the front. On the event dispatch thread. */
    static void show(List<KnownHost> hosts) {
        for (TopComponent open : TopComponent.getRegistry().getOpened()) {
            if (open instanceof DiagnosisWindow window && window.hosts.equals(hosts)) {
                window.requestActive();
                return;
            }
        }
        DiagnosisWindow window = new DiagnosisWindow(hosts);
        Mode editor = WindowManager.getDefault().findMode("editor");
        if (editor != null) {
            editor.dockInto(window);
        }
        window.open();
        window.requestActive();
        window.begin();
    }

    private void begin() {
        strip.begins();
        run.start();
    }

    private void again() {
        run.forget();
        begin();
    }

    private void undo(Remedy remedy) {
        host(remedy).ifPresent(host -> {
            strip.begins();
            RemedyWork.undo(host, remedy, this::changed);
        });
    }

    private Optional<KnownHost> host(Remedy remedy) {
        return hosts.stream().filter(host -> host.name().equals(remedy.host())).findFirst();
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
        List<String> wrong = failures(answered);
        wrong.addAll(notRead);
        problems.show(wrong);
        if (answered.stream().allMatch(host -> host.evidence().transcripts().isEmpty())) {
            if (isLast) {
                problems.show(notRead);
                message.show(Mark.INCONCLUSIVE, Bundle.LBL_NoHost(), String.join("\n", failures(answered)), false);
                cards.show(content, MESSAGE);
            }
            return;
        }
        boolean isFirst = shown == null;
        shown = diagnosis;
        shownAt = Instant.now();
        cause.show(Looks.of(diagnosis.verdict()), diagnosis.verdict().label(), why(diagnosis, isLast));
        checks.show(diagnosis.checks());
        cards.show(content, CONTENT);
        if (isFirst) {
            requestFocusInWindow();
        }
        if (checks.getSelectedRow() < 0 && isLast) {
            diagnosis.checks().stream()
                    .filter(one -> isAbout(one, diagnosis))
                    .findFirst()
                    .or(() -> diagnosis.checks().stream().findFirst())
                    .ifPresent(one -> checks.choose(one.key()));
        }
    }

    /** Whether the check found the cause; without one, the first check is chosen. */
    private static boolean isAbout(CheckResult one, Diagnosis diagnosis) {
        return !diagnosis.causes().isEmpty()
                && one.findings().contains(diagnosis.causes().get(0).finding());
    }

    private List<String> why(Diagnosis diagnosis, boolean isLast) {
        List<String> why = new ArrayList<>();
        why.add(diagnosis.headline());
        if (!isLast) {
            why.add(Bundle.LBL_Soon());
        }
        if (!diagnosis.causes().isEmpty()) {
            Cause first = diagnosis.causes().get(0);
            why.add(Bundle.LBL_Next(first.nextStep()));
            String sure = Bundle.LBL_Sure(Math.round(first.confidence() * 100));
            why.add(
                    first.supporting().isEmpty()
                            ? sure
                            : sure + " " + Bundle.LBL_Explains(statements(first.supporting())));
            if (!first.against().isEmpty()) {
                why.add(Bundle.LBL_Against(statements(first.against())));
            }
        }
        String simulated = diagnosis.scene().hosts().stream()
                .map(HostFacts::evidence)
                .filter(HostEvidence::isSimulated)
                .map(HostEvidence::name)
                .collect(Collectors.joining(", "));
        if (!simulated.isEmpty()) {
            why.add(Bundle.LBL_Simulated(simulated));
        }
        return why;
    }

    /** The first in words, of the others how many there are: the checks have them. */
    private static String statements(List<Finding> findings) {
        List<String> all = findings.stream().map(Finding::statement).distinct().toList();
        return all.size() == 1 ? all.get(0) : Bundle.LBL_AndMore(all.get(0), all.size() - 1);
    }

    private static List<String> failures(List<HostFacts> answered) {
        List<String> lines = new ArrayList<>();
        for (HostFacts host : answered) {
            String line = failure(host.evidence());
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static @Nullable String failure(HostEvidence host) {
        return host.failure() == null
                ? null
                : Bundle.LBL_HostFailed(
                        host.name(),
                        host.failure().explanation(),
                        host.failure().nextStep());
    }

    @Override
    public boolean requestFocusInWindow() {
        return checks.isShowing() ? checks.requestFocusInWindow() : message.focusFirst();
    }

    @Override
    protected void componentActivated() {
        requestFocusInWindow();
    }

    private final class Shown implements DiagnosisRun.View {
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
                strip.ended(failures(diagnosis.scene().hosts()).isEmpty());
            }
            DiagnosisWindow.this.show(diagnosis, isLast);
        }
    }

    private final class Buttons implements FindingView.Actions {
        @Override
        public void open(Evidence evidence) {
            if (shown != null) {
                shown.scene().hosts().stream()
                        .filter(host -> host.name().equals(evidence.host()))
                        .flatMap(host -> host.evidence().transcripts().stream())
                        .filter(transcript -> transcript.line().equals(evidence.source()))
                        .reduce((older, newer) -> newer)
                        .ifPresent(transcript -> AnswerDialog.show(evidence, transcript));
            }
        }

        @Override
        public void apply(Remedy remedy) {
            host(remedy).filter(host -> RemedyWork.isWanted(remedy)).ifPresent(host -> {
                strip.begins();
                RemedyWork.apply(host, remedy, DiagnosisWindow.this::changed);
            });
        }
    }
}
