package org.ipsecworkbench.captureviewer.compare;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.HierarchyEvent;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.capture.Comparison;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.captureviewer.Looks;
import org.ipsecworkbench.captureviewer.Snapshot;
import org.ipsecworkbench.captureviewer.compare.OtherCaptures.Open;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.RowsModel;
import org.ipsecworkbench.workbench.VerdictBanner;
import org.jspecify.annotations.Nullable;
import org.openide.filesystems.FileChooserBuilder;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** The tab <i>Compare</i>: this capture and another, one as it was before and one as it is after. */
@Messages({
    "LBL_ChooseOther=Choose a capture…",
    "TIT_OpenOther=Capture to Compare With",
    "ACN_OtherCapture=Capture to compare with",
    "# {0} - outcome",
    "LBL_OutcomePartly=Read in part: {0}"
})
public final class ComparePanel extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int NAME = 36;
    private static final int REASONS = 5;
    private static final String EMPTY = "empty";
    private static final String RESULT = "result";

    private final transient RequestProcessor worker = new RequestProcessor("Comparing captures", 1, false);
    private final transient OtherCaptures others;
    private final JLabel own;
    private final JComboBox<Object> other = new JComboBox<>();
    private final SideBar sides = new SideBar(this::swap, this::openFile);
    private final CardLayout cards = new CardLayout();
    private final JPanel content = new JPanel(cards);
    private final WhyCompare empty = new WhyCompare(this::openFile, this::cancel);
    private final VerdictBanner banner = new VerdictBanner();
    private final ShareChart chart = new ShareChart();
    private final ClassTable classes = new ClassTable();
    private final ChangeTable changes = new ChangeTable(new RowsModel<>(ChangeColumn.values()));
    private transient @Nullable Coverage coverage;
    private transient @Nullable Open compared;
    private transient Runnable reading = () -> {};
    private boolean ownIsAfter = true;
    private boolean listing;
    private int turn;

    /** For the capture of a file; what it is compared with comes from the others. */
    public ComparePanel(Path file, OtherCaptures others) {
        super(new BorderLayout());
        this.others = others;
        own = new JLabel(Formats.abbreviate(String.valueOf(file.getFileName()), NAME));
        other.setName("otherCapture");
        other.getAccessibleContext().setAccessibleName(Bundle.ACN_OtherCapture());
        other.setPrototypeDisplayValue("x".repeat(NAME - 8));
        other.addActionListener(e -> chosen());
        JSplitPane upper = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, chart, scroll(classes));
        upper.setResizeWeight(0.5);
        upper.setBorder(BorderFactory.createEmptyBorder());
        chart.setMinimumSize(new Dimension(240, 140));
        chart.setPreferredSize(new Dimension(560, 300));
        JSplitPane both = new JSplitPane(JSplitPane.VERTICAL_SPLIT, upper, scroll(changes));
        both.setResizeWeight(0.6);
        both.setBorder(BorderFactory.createEmptyBorder());
        JPanel result = new JPanel(new BorderLayout());
        result.add(banner, BorderLayout.NORTH);
        result.add(both, BorderLayout.CENTER);
        content.add(empty, EMPTY);
        content.add(result, RESULT);
        add(sides, BorderLayout.NORTH);
        add(content, BorderLayout.CENTER);
        place();
        refill();
        addHierarchyListener(e -> {
            if ((e.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && isShowing()) {
                refill();
            }
        });
    }

    private static JScrollPane scroll(Component table) {
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setMinimumSize(new Dimension(200, 80));
        return scroll;
    }

    /** Shows another snapshot of this window's capture. */
    public void show(Coverage found) {
        boolean news = coverage == null || found.complete() || found.packets() != coverage.packets();
        coverage = found;
        if (news && isShowing()) {
            compare();
        }
    }

    /** Lists the captures that are open now. */
    private void refill() {
        listing = true;
        DefaultComboBoxModel<Object> model = new DefaultComboBoxModel<>();
        model.addElement(Bundle.LBL_ChooseOther());
        Open kept = compared;
        List<Open> open = others.open();
        Object selected = null;
        for (Open one : open) {
            model.addElement(one);
            if (kept != null && kept.file().equals(one.file())) {
                selected = one;
                compared = one;
            }
        }
        if (kept != null && selected == null) {
            model.addElement(kept);
            selected = kept;
        }
        other.setModel(model);
        other.setSelectedItem(selected == null ? model.getElementAt(0) : selected);
        listing = false;
        compare();
    }

    private void chosen() {
        if (!listing) {
            compared = other.getSelectedItem() instanceof Open open ? open : null;
            compare();
        }
    }

    private void swap() {
        ownIsAfter = !ownIsAfter;
        place();
        compare();
    }

    private void place() {
        sides.show(ownIsAfter ? other : own, ownIsAfter ? own : other);
    }

    private void openFile() {
        File file = new FileChooserBuilder(ComparePanel.class)
                .setTitle(Bundle.TIT_OpenOther())
                .setFilesOnly(true)
                .showOpenDialog();
        if (file != null) {
            open(file.toPath());
        }
    }

    /** Reads a file and compares with it. */
    void open(Path file) {
        cancel();
        compared = null;
        cards.show(content, EMPTY);
        reading = others.read(file, snapshot -> showReading(file, snapshot));
    }

    private void showReading(Path file, Snapshot snapshot) {
        empty.show(snapshot);
        Coverage found = snapshot.coverage();
        if (!snapshot.state().running()) {
            cancel();
            if (found != null && found.packets() > 0 && snapshot.failure() == null) {
                compared = new Open(file, found);
                refill();
            }
        }
    }

    private void cancel() {
        reading.run();
        reading = () -> {};
    }

    /** Compares in the background; the last one asked for wins. */
    private void compare() {
        Coverage mine = coverage;
        Open with = compared;
        int now = ++turn;
        if (mine == null || with == null) {
            cards.show(content, EMPTY);
            return;
        }
        Coverage before = ownIsAfter ? with.coverage() : mine;
        Coverage after = ownIsAfter ? mine : with.coverage();
        worker.post(() -> {
            Comparison comparison = Comparison.of(before, after);
            SwingUtilities.invokeLater(() -> {
                if (now == turn) {
                    display(comparison, before, after);
                }
            });
        });
    }

    private void display(Comparison comparison, Coverage before, Coverage after) {
        String outcome = comparison.outcome().label();
        banner.show(
                Looks.of(comparison.outcome()),
                before.complete() && after.complete() ? outcome : Bundle.LBL_OutcomePartly(outcome),
                comparison.reasons().stream().limit(REASONS).toList());
        chart.show("Before", before, "After", after);
        classes.show(before, after);
        changes.show(comparison.changes());
        cards.show(content, RESULT);
    }

    /** Gives the focus to the table of changes, or to the choice of the other capture. */
    public boolean focusFirst() {
        return changes.isShowing() ? changes.requestFocusInWindow() : other.requestFocusInWindow();
    }

    /** Ends what runs in the background. */
    public void close() {
        cancel();
        turn++;
        worker.shutdown();
    }
}
