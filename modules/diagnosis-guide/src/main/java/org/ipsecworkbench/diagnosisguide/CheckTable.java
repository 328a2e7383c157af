package org.ipsecworkbench.diagnosisguide;

import java.util.List;
import java.util.function.Consumer;
import org.ipsecworkbench.diagnosis.CheckResult;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.ResultTable;
import org.ipsecworkbench.workbench.RowsModel;
import org.openide.util.NbBundle.Messages;

/** The checks in their order, one chosen. */
@Messages("ACN_Checks=Checks")
final class CheckTable extends ResultTable {
    private static final long serialVersionUID = 1;
    private final RowsModel<CheckResult> model;
    private final transient QuestionCells questions = new QuestionCells();

    private final transient Consumer<CheckResult> chosen;

    private CheckTable(RowsModel<CheckResult> model, Consumer<CheckResult> chosen) {
        super(model, "checks", Bundle.ACN_Checks(), CheckColumn.QUESTION);
        this.model = model;
        this.chosen = chosen;
        column(
                CheckColumn.VERDICT,
                Cells.<Verdict>marked(
                        Verdict::label, verdict -> Looks.of(verdict).icon()),
                "Needs attention___");
        column(CheckColumn.QUESTION, Cells.<String>text(String::toString), "Do the services run");
        getColumnModel().getColumn(CheckColumn.QUESTION.ordinal()).setCellRenderer(questions);
    }

    /** Empty; tells which check is chosen. */
    static CheckTable of(Consumer<CheckResult> chosen) {
        CheckTable table = new CheckTable(new RowsModel<>(CheckColumn.values()), chosen);
        table.getSelectionModel().addListSelectionListener(e -> {
            if (!e.getValueIsAdjusting()) {
                table.tell();
            }
        });
        return table;
    }

    /** Tells again which check is chosen, if any. */
    void tell() {
        int row = getSelectedRow();
        if (row >= 0) {
            chosen.accept(model.row(row));
        }
    }

    /** Shows newer results; the same check stays chosen. */
    void show(List<CheckResult> checks) {
        int row = getSelectedRow();
        model.show(checks);
        doLayout();
        if (row >= 0 && row < checks.size()) {
            setRowSelectionInterval(row, row);
        }
    }

    @Override
    public void doLayout() {
        super.doLayout();
        int width = getColumnModel().getColumn(CheckColumn.QUESTION.ordinal()).getWidth();
        for (int row = 0; row < model.getRowCount(); row++) {
            int height = questions.height(model.row(row).question(), width);
            if (getRowHeight(row) != height) {
                setRowHeight(row, height);
            }
        }
    }

    /** Chooses the check of this name. */
    void choose(String key) {
        List<CheckResult> checks = model.rows();
        for (int row = 0; row < checks.size(); row++) {
            if (checks.get(row).key().equals(key)) {
                setRowSelectionInterval(row, row);
                scrollRectToVisible(getCellRect(row, 0, true));
            }
        }
    }
}
