package org.ipsecworkbench.policyexplorer;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import org.ipsecworkbench.policy.DirectedPrediction;
import org.ipsecworkbench.policy.Divergence;
import org.ipsecworkbench.policy.Prediction;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.RowsModel;
import org.ipsecworkbench.workbench.VerdictBanner;
import org.ipsecworkbench.workbench.WrappedText;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** A prediction: the verdict, and the proof of the direction that is chosen, at first of the worse one. */
@Messages({
    "# {0} - why",
    "# {1} - percent",
    "LBL_Sure={0} {1} % sure.",
    "# {0} - attribute",
    "# {1} - one host",
    "# {2} - one value",
    "# {3} - other host",
    "# {4} - other value",
    "LBL_Differ=They differ first in: {0} ({1}: {2}; {3}: {4}).",
    "# {0} - what helps",
    "LBL_Helps=What helps: {0}",
    "# {0} - host",
    "# {1} - outcome",
    "LBL_Begins={0} begins: {1}",
    "ACN_Step=Selected step",
    "# {0} - title",
    "# {1} - result",
    "# {2} - why",
    "LBL_Step={0}: {1}\n{2}",
    "# {0} - host",
    "# {1} - value",
    "LBL_Side=\n\n{0}: {1}",
    "# {0} - file and line",
    "LBL_Place=\n    read in {0}"
})
final class PredictionView extends JPanel {
    private static final long serialVersionUID = 1;

    private final VerdictBanner verdict = new VerdictBanner();
    private final JRadioButton there = new JRadioButton();
    private final JRadioButton back = new JRadioButton();
    private final transient RowsModel<TraceRow> model = new RowsModel<>(TraceColumn.values());
    private final TraceTable table = new TraceTable(model);
    private final WrappedText step = new WrappedText(false);
    private transient @Nullable Prediction shown;
    private String one = "";
    private String other = "";

    PredictionView() {
        super(new BorderLayout());
        ButtonGroup directions = new ButtonGroup();
        JPanel choice = new JPanel();
        choice.setLayout(new BoxLayout(choice, BoxLayout.Y_AXIS));
        choice.setBorder(BorderFactory.createEmptyBorder(4, 10, 4, 10));
        for (JRadioButton direction : List.of(there, back)) {
            directions.add(direction);
            choice.add(direction);
            direction.addActionListener(e -> showDirection());
        }
        there.setName("there");
        back.setName("back");
        JPanel top = new JPanel(new BorderLayout());
        top.add(verdict, BorderLayout.CENTER);
        top.add(choice, BorderLayout.SOUTH);
        step.setName("step");
        step.getAccessibleContext().setAccessibleName(Bundle.ACN_Step());
        step.setBorder(BorderFactory.createEmptyBorder(8, 10, 8, 10));
        JScrollPane whole = new JScrollPane(step);
        whole.setPreferredSize(new Dimension(300, 150));
        whole.setMinimumSize(new Dimension(100, 60));
        JScrollPane steps = new JScrollPane(table);
        steps.setPreferredSize(new Dimension(300, 240));
        JSplitPane both = new JSplitPane(JSplitPane.VERTICAL_SPLIT, true, steps, whole);
        both.setBorder(BorderFactory.createEmptyBorder());
        both.setResizeWeight(1);
        add(top, BorderLayout.NORTH);
        add(both, BorderLayout.CENTER);
        table.getSelectionModel().addListSelectionListener(e -> showStep());
    }

    /**
     * Shows a prediction.
     *
     * @param source name of the flow's source
     * @param destination name of its destination
     * @param before sentences that stand before all others
     */
    void show(Prediction prediction, String source, String destination, List<String> before) {
        shown = prediction;
        one = source;
        other = destination;
        DirectedPrediction decisive = prediction.decisive();
        boolean isThere = decisive.equals(prediction.there());
        List<String> why = new ArrayList<>(before);
        why.add(Bundle.LBL_Sure(decisive.why(), Math.round(prediction.confidence() * 100)));
        Divergence divergence = decisive.divergence();
        if (divergence != null) {
            why.add(Bundle.LBL_Differ(
                    divergence.attribute(),
                    isThere ? one : other,
                    divergence.ofSender(),
                    isThere ? other : one,
                    divergence.ofReceiver()));
        }
        if (!decisive.cure().isEmpty()) {
            why.add(Bundle.LBL_Helps(decisive.cure()));
        }
        verdict.show(Outcomes.mark(prediction.outcome()), prediction.outcome().label(), why);
        there.setText(Bundle.LBL_Begins(
                Formats.abbreviate(source, 40), prediction.there().outcome().label()));
        back.setText(Bundle.LBL_Begins(
                Formats.abbreviate(destination, 40), prediction.back().outcome().label()));
        (isThere ? there : back).setSelected(true);
        showDirection();
    }

    private void showDirection() {
        if (shown == null) {
            return;
        }
        DirectedPrediction direction = there.isSelected() ? shown.there() : shown.back();
        model.show(TraceRow.of(direction));
        for (int row = 0; row < model.getRowCount(); row++) {
            if (model.row(row).why().equals(direction.why())) {
                table.setRowSelectionInterval(row, row);
                table.scrollRectToVisible(table.getCellRect(row, 0, true));
                return;
            }
        }
        if (model.getRowCount() > 0) {
            table.setRowSelectionInterval(0, 0);
        }
    }

    private void showStep() {
        int row = table.getSelectedRow();
        if (row < 0) {
            step.setText("");
            return;
        }
        TraceRow chosen = model.row(row);
        String text = Bundle.LBL_Step(chosen.title(), chosen.result(), chosen.why());
        String sender = there.isSelected() ? one : other;
        String receiver = there.isSelected() ? other : one;
        step.setText(text
                + side(sender, chosen.ofSender(), chosen.senderPlaces())
                + side(receiver, chosen.ofReceiver(), chosen.receiverPlaces()));
        step.setCaretPosition(0);
    }

    private static String side(String host, String value, String places) {
        return value.isEmpty() ? "" : Bundle.LBL_Side(host, value) + (places.isEmpty() ? "" : Bundle.LBL_Place(places));
    }

    @Override
    public boolean requestFocusInWindow() {
        return table.requestFocusInWindow();
    }
}
