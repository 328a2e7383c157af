package org.ipsecworkbench.sessionexplorer;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.GridLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.SessionChange;
import org.ipsecworkbench.diagnosis.SessionComparison;
import org.ipsecworkbench.session.SessionContents;
import org.ipsecworkbench.workbench.Copying;
import org.ipsecworkbench.workbench.EditorWindows;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.MessageView;
import org.ipsecworkbench.workbench.ProblemStrip;
import org.ipsecworkbench.workbench.VerdictBanner;
import org.ipsecworkbench.workbench.WrappedText;
import org.netbeans.api.progress.ProgressHandle;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;
import org.openide.windows.TopComponent;

/** The window of what changed between two sessions: the verdict in words, the changes, and of the chosen one what was and what is. */
@TopComponent.Description(
        preferredID = "SessionChanges",
        iconBase = Icons.SESSION,
        persistenceType = TopComponent.PERSISTENCE_NEVER)
@Messages({
    "# {0} - session",
    "LBL_ChangesOf=Changes of {0}",
    "# {0} - first session",
    "# {1} - second session",
    "HINT_Changes=From {0} to {1}",
    "# {0} - first session",
    "# {1} - second session",
    "LBL_ComparingSessions=Comparing {0} with {1}",
    "LBL_NotComparedAtAll=The sessions cannot be compared",
    "LBL_Worse=Worse than before",
    "LBL_NotTheSame=Not the same",
    "LBL_NoChange=No change",
    "# {0} - first session",
    "# {1} - second session",
    "LBL_FromTo=Before: {0}. Now: {1}.",
    "CTL_SwapSides=&Swap Sides",
    "CTL_CompareAgain=Compare &Again",
    "# {0} - value",
    "LBL_BeforeIs=Before\n{0}",
    "# {0} - value",
    "LBL_NowIs=Now\n{0}",
    "LBL_NothingThere=Nothing"
})
final class ChangesWindow extends TopComponent {
    private static final long serialVersionUID = 1;
    private static final String MESSAGE = "message";
    private static final String CONTENT = "content";
    private static final RequestProcessor WORK = new RequestProcessor("Comparing sessions", 1);

    private final transient ComparedSide before;
    private final transient ComparedSide after;
    private final CardLayout cards = new CardLayout();
    private final JPanel content = new JPanel(cards);
    private final MessageView message = new MessageView();
    private final ProblemStrip problems = new ProblemStrip();
    private final VerdictBanner verdict = new VerdictBanner();
    private final ChangeTable changes = ChangeTable.of(this::show);
    private final WrappedText statement = new WrappedText(false);
    private final WrappedText was = new WrappedText(false);
    private final WrappedText is = new WrappedText(false);
    private transient AtomicBoolean cancelled = new AtomicBoolean();

    private ChangesWindow(ComparedSide before, ComparedSide after) {
        this.before = before;
        this.after = after;
        setName(Bundle.LBL_ChangesOf(after.name()));
        setDisplayName(Bundle.LBL_ChangesOf(Formats.abbreviate(after.name(), 40)));
        setToolTipText(Bundle.HINT_Changes(before.name(), after.name()));
        setLayout(new BorderLayout());
        JPanel bar = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 4));
        button(bar, "swapSides", Bundle.CTL_SwapSides(), () -> show(after, before));
        button(bar, "compareAgain", Bundle.CTL_CompareAgain(), this::compare);
        JPanel top = new JPanel(new BorderLayout());
        top.add(bar, BorderLayout.NORTH);
        top.add(problems, BorderLayout.CENTER);
        add(top, BorderLayout.NORTH);
        JScrollPane list = new JScrollPane(changes);
        list.setBorder(BorderFactory.createEmptyBorder());
        list.setPreferredSize(new Dimension(1000, 500));
        list.setMinimumSize(new Dimension(300, 100));
        JScrollPane below = new JScrollPane(sides());
        below.setPreferredSize(new Dimension(1000, 260));
        below.setMinimumSize(new Dimension(300, 80));
        JSplitPane both = new JSplitPane(JSplitPane.VERTICAL_SPLIT, true, list, below);
        both.setBorder(BorderFactory.createEmptyBorder());
        both.setResizeWeight(0.66);
        JPanel whole = new JPanel(new BorderLayout());
        whole.add(verdict, BorderLayout.NORTH);
        whole.add(both, BorderLayout.CENTER);
        content.add(message, MESSAGE);
        content.add(whole, CONTENT);
        add(content, BorderLayout.CENTER);
        Copying.enable(this);
    }

    private static void button(JPanel bar, String name, String words, Runnable does) {
        JButton button = new JButton();
        Mnemonics.setLocalizedText(button, words);
        button.setName(name);
        button.addActionListener(e -> does.run());
        bar.add(button);
    }

    private JPanel sides() {
        statement.setName("changeStatement");
        was.setName("changeBefore");
        is.setName("changeAfter");
        JPanel values = new JPanel(new GridLayout(1, 2, 18, 0));
        values.add(was);
        values.add(is);
        JPanel panel = new JPanel(new BorderLayout(0, 10));
        panel.setBorder(BorderFactory.createEmptyBorder(10, 14, 10, 14));
        panel.add(statement, BorderLayout.NORTH);
        panel.add(values, BorderLayout.CENTER);
        return panel;
    }

    /** Compares two sessions in a window of their own. On the event dispatch thread. */
    static void show(ComparedSide before, ComparedSide after) {
        ChangesWindow window = new ChangesWindow(before, after);
        EditorWindows.show(window);
        window.compare();
    }

    private void compare() {
        cancelled.set(true);
        AtomicBoolean own = new AtomicBoolean();
        cancelled = own;
        String doing = Bundle.LBL_ComparingSessions(before.name(), after.name());
        message.show(Mark.INSUFFICIENT, doing, "", false);
        cards.show(content, MESSAGE);
        WORK.post(() -> {
            ProgressHandle handle = ProgressHandle.createHandle(doing, () -> {
                own.set(true);
                return true;
            });
            handle.start(OpenedSession.PERCENT);
            try {
                SessionComparison found = read(handle, own);
                SwingUtilities.invokeLater(() -> {
                    if (own == cancelled) {
                        show(found);
                    }
                });
            } catch (IOException e) {
                String why = String.valueOf(e.getMessage());
                SwingUtilities.invokeLater(() -> {
                    if (own == cancelled) {
                        message.show(Mark.INCONCLUSIVE, Bundle.LBL_NotComparedAtAll(), why, true);
                    }
                });
            } finally {
                handle.finish();
            }
        });
    }

    private SessionComparison read(ProgressHandle handle, AtomicBoolean isCancelled) throws IOException {
        ScanMonitor monitor = OpenedSession.monitor(handle, isCancelled);
        SessionContents one = before.opening().open();
        try {
            SessionContents other = after.opening().open();
            try {
                return SessionComparison.of(one, other, Diagnosis.installedChecks(), monitor);
            } finally {
                after.close(other);
            }
        } finally {
            before.close(one);
        }
    }

    private void show(SessionComparison found) {
        problems.show(found.notCompared());
        List<String> why = new ArrayList<>(List.of(found.headline()));
        why.add(Bundle.LBL_FromTo(before.name(), after.name()));
        verdict.show(
                found.isWorse() ? Mark.FAILED : found.isDifferent() ? Mark.ATTENTION : Mark.SUCCEEDED,
                found.isWorse()
                        ? Bundle.LBL_Worse()
                        : found.isDifferent() ? Bundle.LBL_NotTheSame() : Bundle.LBL_NoChange(),
                why);
        statement.setText("");
        was.setText("");
        is.setText("");
        changes.show(found.changes());
        cards.show(content, CONTENT);
        requestFocusInWindow();
    }

    private void show(SessionChange change) {
        statement.setText(change.statement() + ".");
        was.setText(Bundle.LBL_BeforeIs(change.before().isEmpty() ? Bundle.LBL_NothingThere() : change.before()));
        is.setText(Bundle.LBL_NowIs(change.after().isEmpty() ? Bundle.LBL_NothingThere() : change.after()));
        revalidate();
    }

    @Override
    protected void componentClosed() {
        cancelled.set(true);
    }

    @Override
    public boolean requestFocusInWindow() {
        return changes.isShowing() ? changes.requestFocusInWindow() : message.focusFirst();
    }

    @Override
    protected void componentActivated() {
        requestFocusInWindow();
    }
}
