package org.ipsecworkbench.policyexplorer;

import java.awt.event.MouseEvent;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.ResultTable;
import org.ipsecworkbench.workbench.RowsModel;
import org.openide.util.NbBundle.Messages;

/** The values of what is selected in the tree, each with where it was read. */
@Messages("ACN_Values=Values")
final class DetailTable extends ResultTable {
    private static final long serialVersionUID = 1;

    DetailTable(RowsModel<Detail> model) {
        super(model, "values", Bundle.ACN_Values(), DetailColumn.VALUE);
        column(DetailColumn.NAME, Cells.<String>text(String::toString), "Authentication method");
        column(DetailColumn.VALUE, Cells.<String>text(String::toString), "request inbound");
        column(DetailColumn.WHERE, Cells.<String>code(String::toString), "listing.txt, line 10");
    }

    /** Values are often longer than their column. */
    @Override
    public String getToolTipText(MouseEvent event) {
        int row = rowAtPoint(event.getPoint());
        int column = columnAtPoint(event.getPoint());
        return row < 0 || column < 0 ? "" : String.valueOf(getValueAt(row, column));
    }
}
