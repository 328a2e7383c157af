package org.ipsecworkbench.policyexplorer;

import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.ResultTable;
import org.ipsecworkbench.workbench.RowsModel;
import org.openide.util.NbBundle.Messages;

/** The proof of a prediction, a step in each row. */
@Messages("ACN_Trace=Steps of the prediction")
final class TraceTable extends ResultTable {
    private static final long serialVersionUID = 1;

    TraceTable(RowsModel<TraceRow> model) {
        super(model, "trace", Bundle.ACN_Trace(), TraceColumn.WHY);
        column(
                TraceColumn.RESULT,
                Cells.<TraceRow>marked(TraceRow::result, row -> row.mark().icon()),
                "100 % sure___");
        column(TraceColumn.TITLE, Cells.<String>text(String::toString), "Perfect forward secrecy");
        column(TraceColumn.SENDER, Cells.<String>text(String::toString), "request inbound, request outbound");
        column(TraceColumn.RECEIVER, Cells.<String>text(String::toString), "request inbound, request outbound");
        column(TraceColumn.WHY, Cells.<String>text(String::toString), "The first offer that both have");
    }
}
