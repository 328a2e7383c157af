package org.ipsecworkbench.policyexplorer;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.diagnosis.PolicyEvidence;
import org.ipsecworkbench.policy.ComparedValue;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.PolicyComparison;
import org.ipsecworkbench.workbench.Copying;
import org.ipsecworkbench.workbench.EditorWindows;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.RowsModel;
import org.ipsecworkbench.workbench.VerdictBanner;
import org.ipsecworkbench.workbench.WrappedText;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;
import org.openide.windows.TopComponent;

/** The window of two policies beside each other: of two hosts, of two times, or one and what Windows comes with. */
@TopComponent.Description(
        preferredID = "PolicyComparison",
        iconBase = PolicyWindow.ICON,
        persistenceType = TopComponent.PERSISTENCE_NEVER)
@Messages({
    "# {0} - first policy",
    "# {1} - second policy",
    "LBL_Comparison={0} beside {1}",
    "LBL_Comparing=Comparing",
    "LBL_NoDifference=No difference",
    "LBL_OneDifference=1 difference",
    "# {0} - how many",
    "LBL_Differences={0} differences",
    "# {0} - first policy",
    "# {1} - second policy",
    "LBL_Sides=The first policy is that of {0}, the second one that of {1}.",
    "# {0} - values that are the same",
    "# {1} - values that only one tells",
    "LBL_Rest=The same: {0} values. Told by one of both only, and so no difference: {1}.",
    "ACN_First=Value of the first policy",
    "ACN_Second=Value of the second policy",
    "# {0} - policy",
    "# {1} - value",
    "# {2} - where it was read",
    "LBL_Whole={0}\n{1}\n\n{2}",
    "LBL_NoValue=None"
})
public final class ComparisonWindow extends TopComponent {
    private static final long serialVersionUID = 1;
    private static final RequestProcessor WORK = new RequestProcessor("Comparing policies");

    private final transient PolicyEvidence first;
    private final transient PolicyEvidence second;
    private final VerdictBanner verdict = new VerdictBanner();
    private final transient RowsModel<ComparedValue> model = new RowsModel<>(ComparisonColumn.values());
    private final ComparisonTable table = new ComparisonTable(model);
    private final WrappedText one = new WrappedText(false);
    private final WrappedText other = new WrappedText(false);

    private ComparisonWindow(PolicyEvidence first, PolicyEvidence second) {
        this.first = first;
        this.second = second;
        String title = Bundle.LBL_Comparison(first.name(), second.name());
        setName(title);
        setDisplayName(
                Bundle.LBL_Comparison(Formats.abbreviate(first.name(), 24), Formats.abbreviate(second.name(), 24)));
        setToolTipText(title);
        setLayout(new BorderLayout());
        add(verdict, BorderLayout.NORTH);
        JPanel whole = new JPanel(new GridLayout(1, 2));
        whole.add(text(one, "first", Bundle.ACN_First()));
        whole.add(text(other, "second", Bundle.ACN_Second()));
        whole.setPreferredSize(new Dimension(400, 150));
        whole.setMinimumSize(new Dimension(100, 60));
        JScrollPane values = new JScrollPane(table);
        values.setPreferredSize(new Dimension(400, 240));
        JSplitPane both = new JSplitPane(JSplitPane.VERTICAL_SPLIT, true, values, whole);
        both.setBorder(BorderFactory.createEmptyBorder());
        both.setResizeWeight(1);
        add(both, BorderLayout.CENTER);
        verdict.show(Mark.INSUFFICIENT, Bundle.LBL_Comparing(), List.of());
        table.getSelectionModel().addListSelectionListener(e -> showSelected());
        Copying.enable(this);
    }

    private static JScrollPane text(WrappedText text, String name, String accessibleName) {
        text.setName(name);
        text.getAccessibleContext().setAccessibleName(accessibleName);
        text.setBorder(BorderFactory.createEmptyBorder(8, 10, 8, 10));
        return new JScrollPane(text);
    }

    /** Shows two policies, or brings their window to the front. On the event dispatch thread. */
    static void show(PolicyEvidence first, PolicyEvidence second) {
        EditorWindows.find(ComparisonWindow.class, one -> one.first.equals(first) && one.second.equals(second))
                .ifPresentOrElse(TopComponent::requestActive, () -> {
                    ComparisonWindow window = new ComparisonWindow(first, second);
                    EditorWindows.show(window);
                    WORK.post(window::compare);
                });
    }

    private void compare() {
        List<ComparedValue> values = PolicyComparison.of(first.against(second), second.against(first));
        SwingUtilities.invokeLater(() -> show(values));
    }

    private void show(List<ComparedValue> values) {
        long differences =
                values.stream().filter(value -> value.standing().isDifference()).count();
        long same = values.stream()
                .filter(value -> value.standing() == ComparedValue.Standing.SAME)
                .count();
        String words = differences == 0
                ? Bundle.LBL_NoDifference()
                : differences == 1 ? Bundle.LBL_OneDifference() : Bundle.LBL_Differences(Formats.count(differences));
        List<String> why = new ArrayList<>();
        why.add(Bundle.LBL_Sides(first.name(), second.name()));
        why.add(Bundle.LBL_Rest(Formats.count(same), Formats.count(values.size() - differences - same)));
        verdict.show(differences == 0 ? Mark.SUCCEEDED : Mark.ATTENTION, words, why);
        model.show(values);
        if (!values.isEmpty()) {
            table.setRowSelectionInterval(0, 0);
        }
        requestFocusInWindow();
    }

    private void showSelected() {
        int row = table.getSelectedRow();
        if (row < 0) {
            return;
        }
        ComparedValue value = model.row(row);
        show(one, first.name(), value.ofFirst(), value.firstPlace());
        show(other, second.name(), value.ofSecond(), value.secondPlace());
    }

    private static void show(WrappedText text, String host, String value, Place place) {
        text.setText(Bundle.LBL_Whole(host, value.isEmpty() ? Bundle.LBL_NoValue() : value, place.label()));
        text.setCaretPosition(0);
    }

    @Override
    public boolean requestFocusInWindow() {
        return table.requestFocusInWindow();
    }

    @Override
    protected void componentActivated() {
        requestFocusInWindow();
    }
}
