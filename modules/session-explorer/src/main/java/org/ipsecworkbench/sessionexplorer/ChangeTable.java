package org.ipsecworkbench.sessionexplorer;

import java.util.List;
import java.util.function.Consumer;
import org.ipsecworkbench.diagnosis.SessionChange;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.ResultTable;
import org.ipsecworkbench.workbench.RowsModel;
import org.ipsecworkbench.workbench.TableLook;
import org.openide.util.NbBundle.Messages;

/** The changes between two sessions, what matters most first. */
@Messages("ACN_Changes=Changes")
final class ChangeTable extends ResultTable {
    private static final long serialVersionUID = 1;
    private final RowsModel<SessionChange> model;

    private ChangeTable(RowsModel<SessionChange> model) {
        super(model, "changes", Bundle.ACN_Changes(), ChangeColumn.STATEMENT);
        this.model = model;
        column(
                ChangeColumn.TREND,
                Cells.<SessionChange.Trend>marked(
                        SessionChange.Trend::label, trend -> mark(trend).icon()),
                "Different___");
        column(ChangeColumn.TOPIC, Cells.<String>text(String::toString), "Negotiations_");
        column(ChangeColumn.HOSTS, Cells.<String>text(String::toString), "SRV1.lab, SRV2.lab");
        column(ChangeColumn.STATEMENT, Cells.<String>text(String::toString), "Rule \"Servers\": main mode offers");
        TableLook.menu(this);
    }

    /** Empty; tells which change is chosen. */
    static ChangeTable of(Consumer<SessionChange> chosen) {
        ChangeTable table = new ChangeTable(new RowsModel<>(ChangeColumn.values()));
        table.getSelectionModel().addListSelectionListener(e -> {
            int row = table.getSelectedRow();
            if (!e.getValueIsAdjusting() && row >= 0) {
                chosen.accept(table.model.row(row));
            }
        });
        return table;
    }

    /** Shows changes, the first one chosen. */
    void show(List<SessionChange> changes) {
        model.show(changes);
        if (!changes.isEmpty()) {
            setRowSelectionInterval(0, 0);
        }
    }

    static Mark mark(SessionChange.Trend trend) {
        return switch (trend) {
            case WORSE -> Mark.FAILED;
            case DIFFERENT -> Mark.ATTENTION;
            case BETTER -> Mark.SUCCEEDED;
            case COLLECTED -> Mark.NOT_COUNTED;
        };
    }
}
