package org.ipsecworkbench.policyexplorer;

import java.awt.event.MouseEvent;
import org.ipsecworkbench.policy.ComparedValue;
import org.ipsecworkbench.policy.ComparedValue.Standing;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.ResultTable;
import org.ipsecworkbench.workbench.RowsModel;
import org.openide.util.NbBundle.Messages;

/** Two policies beside each other, a value in each row, differences first. */
@Messages("ACN_Compared=Compared values")
final class ComparisonTable extends ResultTable {
    private static final long serialVersionUID = 1;

    ComparisonTable(RowsModel<ComparedValue> model) {
        super(model, "compared", Bundle.ACN_Compared(), ComparisonColumn.SECOND);
        column(
                ComparisonColumn.STANDING,
                Cells.<Standing>marked(
                        Standing::label, standing -> mark(standing).icon()),
                "only in the second__");
        column(ComparisonColumn.SUBJECT, Cells.<String>text(String::toString), "Rule \"All IP Traffic\" of policy");
        column(ComparisonColumn.ATTRIBUTE, Cells.<String>text(String::toString), "perfect forward secrecy");
        column(ComparisonColumn.FIRST, Cells.<String>text(String::toString), "require inbound, request outbound__");
        column(ComparisonColumn.SECOND, Cells.<String>text(String::toString), "require inbound, request outbound__");
    }

    static Mark mark(Standing standing) {
        return switch (standing) {
            case DIFFERS -> Mark.ATTENTION;
            case ONLY_FIRST, ONLY_SECOND -> Mark.INCONCLUSIVE;
            case NOT_READ -> Mark.NOT_COUNTED;
            case SAME -> Mark.SUCCEEDED;
        };
    }

    /** Values are often longer than their column. */
    @Override
    public String getToolTipText(MouseEvent event) {
        int row = rowAtPoint(event.getPoint());
        int column = columnAtPoint(event.getPoint());
        return row < 0 || column <= 0 ? "" : String.valueOf(getValueAt(row, column));
    }
}
