package org.ipsecworkbench.ikelogbrowser.detail;

import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.Icon;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.TableColumn;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ikelogbrowser.detail.Comparison.Row;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.ResultTable;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** The table of what was offered and what was accepted. */
@Messages({
    "COL_Attribute=IKE SA",
    "COL_Accepted=Accepted",
    "COL_Offered=Offered",
    "LBL_NothingAccepted=nothing",
    "# {0} - value",
    "LBL_NotOffered={0}: not as offered",
    "ACN_Comparison=Proposals offered and accepted"
})
final class ComparisonTable extends ResultTable {
    private static final long serialVersionUID = 1;

    private enum Column {
        ATTRIBUTE,
        OFFERED,
        ACCEPTED
    }

    private final Model model;

    ComparisonTable() {
        this(new Model());
    }

    private ComparisonTable(Model model) {
        super(model, "comparison", Bundle.ACN_Comparison(), Column.OFFERED);
        this.model = model;
        column(Column.ATTRIBUTE, Cells.<String>text(String::toString), "Authentication");
        column(Column.ACCEPTED, Cells.<Row>marked(ComparisonTable::accepted, ComparisonTable::icon), "preshared-key");
        column(Column.OFFERED, Cells.<String>text(String::toString), "preshared-key");
    }

    /** What was offered and what was accepted are about equally long. */
    @Override
    public void doLayout() {
        super.doLayout();
        if (getScrollableTracksViewportWidth()) {
            TableColumn offered = getColumnModel().getColumn(Column.OFFERED.ordinal());
            TableColumn accepted = getColumnModel().getColumn(Column.ACCEPTED.ordinal());
            int both = offered.getWidth() + accepted.getWidth();
            accepted.setWidth(both / 2);
            offered.setWidth(both - both / 2);
        }
    }

    /** Values that may not fit into their cell are told in full. */
    @Override
    public @Nullable String getToolTipText(MouseEvent e) {
        int row = rowAtPoint(e.getPoint());
        if (row < 0) {
            return null;
        }
        Row told = model.rows.get(convertRowIndexToModel(row));
        return told.name() + ": " + String.join(", ", told.offered()) + " → " + accepted(told);
    }

    private static Icon icon(Row row) {
        Mark mark = row.accepted().isEmpty()
                ? Mark.NOT_COUNTED
                : row.firstDifference() ? Mark.INCONCLUSIVE : Mark.SUCCEEDED;
        return mark.icon();
    }

    private static String accepted(Row row) {
        if (row.accepted().isEmpty()) {
            return Bundle.LBL_NothingAccepted();
        }
        return row.firstDifference() ? Bundle.LBL_NotOffered(row.accepted()) : row.accepted();
    }

    /** Shows what was offered and accepted; false where nothing of it is known. */
    boolean show(Negotiation negotiation) {
        show(Comparison.of(negotiation));
        return !model.rows.isEmpty();
    }

    void clear() {
        show(List.of());
    }

    private void show(List<Row> rows) {
        model.rows = rows;
        model.fireTableDataChanged();
    }

    private static final class Model extends AbstractTableModel {
        private static final long serialVersionUID = 1;

        private transient List<Row> rows = List.of();

        @Override
        public int getRowCount() {
            return rows.size();
        }

        @Override
        public int getColumnCount() {
            return Column.values().length;
        }

        @Override
        public String getColumnName(int column) {
            return switch (Column.values()[column]) {
                case ATTRIBUTE -> Bundle.COL_Attribute();
                case OFFERED -> Bundle.COL_Offered();
                case ACCEPTED -> Bundle.COL_Accepted();
            };
        }

        @Override
        public Object getValueAt(int row, int column) {
            return switch (Column.values()[column]) {
                case ATTRIBUTE -> rows.get(row).name();
                case OFFERED -> String.join(", ", rows.get(row).offered());
                case ACCEPTED -> rows.get(row);
            };
        }
    }
}
