package org.ipsecworkbench.certificateinspector;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import org.ipsecworkbench.certificate.Fitness.Standing;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.ResultTable;
import org.ipsecworkbench.workbench.RowsModel;
import org.ipsecworkbench.workbench.WrappedText;
import org.openide.util.NbBundle.Messages;

/** How a certificate stands to each rule of IKE: verdict, reason and evidence; the selected one in full beside it. */
@Messages({
    "ACN_Rules=Rules of IKE",
    "ACN_RuleWhy=Selected rule",
    "# {0} - rule",
    "# {1} - verdict",
    "# {2} - reason",
    "# {3} - evidence",
    "LBL_Rule={0}: {1}\n{2}\nEvidence: {3}",
    "# {0} - code",
    "# {1} - code in hex",
    "LBL_Code=Windows reports it as error {0} ({1})."
})
final class RuleTable extends JPanel {
    private static final long serialVersionUID = 1;

    private final transient RowsModel<RuleRow> model = new RowsModel<>(RuleColumn.values());
    private final Rules table = new Rules(model);
    private final WrappedText why = new WrappedText(false);

    /**
     * Without rules yet.
     *
     * @param split where the selected rule is told in full, as {@link JSplitPane} has it
     */
    RuleTable(int split) {
        super(new BorderLayout());
        why.setName("ruleWhy");
        why.getAccessibleContext().setAccessibleName(Bundle.ACN_RuleWhy());
        why.setBorder(BorderFactory.createEmptyBorder(8, 10, 8, 10));
        JScrollPane text = new JScrollPane(why);
        text.setPreferredSize(new Dimension(320, 90));
        text.setMinimumSize(new Dimension(120, 60));
        JSplitPane both = new JSplitPane(split, true, new JScrollPane(table), text);
        both.setBorder(BorderFactory.createEmptyBorder());
        both.setResizeWeight(split == JSplitPane.VERTICAL_SPLIT ? 1 : 0.72);
        add(both, BorderLayout.CENTER);
        table.getSelectionModel().addListSelectionListener(e -> showSelected());
    }

    /** Shows rules, and selects the first of those that decide. */
    void show(List<RuleRow> rows) {
        model.show(rows);
        if (!rows.isEmpty()) {
            Standing worst = rows.stream()
                    .map(RuleRow::standing)
                    .max(Standing::compareTo)
                    .orElseThrow();
            int first = 0;
            while (rows.get(first).standing() != worst) {
                first++;
            }
            table.setRowSelectionInterval(first, first);
            table.scrollRectToVisible(table.getCellRect(first, 0, true));
        }
        showSelected();
    }

    private void showSelected() {
        int at = table.getSelectedRow();
        if (at < 0 || at >= model.getRowCount()) {
            why.setText("");
            return;
        }
        RuleRow row = model.row(at);
        int code = row.rule().code();
        String reported = row.standing() == Standing.BROKEN
                ? "\n" + Bundle.LBL_Code(String.valueOf(code), "0x" + Integer.toHexString(code))
                : "";
        why.setText(Bundle.LBL_Rule(row.rule().label(), row.standing().label(), row.why(), row.evidence()) + reported);
        why.setCaretPosition(0);
    }

    private static final class Rules extends ResultTable {
        private static final long serialVersionUID = 1;

        Rules(RowsModel<RuleRow> model) {
            super(model, "rules", Bundle.ACN_Rules(), RuleColumn.WHY);
            // Files that are dropped here are the window's.
            setDropTarget(null);
            column(RuleColumn.RULE, Cells.<String>text(String::toString), "private key is there and can be used");
            column(
                    RuleColumn.VERDICT,
                    Cells.<Standing>marked(
                            Standing::label,
                            standing -> FitnessWords.mark(standing).icon()),
                    "fit, with doubts xx");
            column(
                    RuleColumn.WHY,
                    Cells.<String>text(String::toString),
                    "It may be used for IKE, client authentication");
            column(RuleColumn.EVIDENCE, Cells.<String>text(String::toString), "certutil -store My, line 1234");
        }
    }
}
