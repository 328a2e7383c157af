package org.ipsecworkbench.captureviewer.compare;

import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.table.TableRowSorter;
import org.ipsecworkbench.capture.Comparison.Change;
import org.ipsecworkbench.capture.Comparison.PairChange;
import org.ipsecworkbench.captureviewer.Looks;
import org.ipsecworkbench.workbench.Addresses;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.ResultTable;
import org.ipsecworkbench.workbench.RowsModel;
import org.ipsecworkbench.workbench.TableLook;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** The table of what changed between the pairs. */
@Messages("ACN_Changes=Changes of the host pairs")
final class ChangeTable extends ResultTable {
    private static final long serialVersionUID = 1;

    private final RowsModel<PairChange> model;

    ChangeTable(RowsModel<PairChange> model) {
        super(model, "changes", Bundle.ACN_Changes(), ChangeColumn.REASON);
        this.model = model;
        TableLook.menu(this);
        TableRowSorter<RowsModel<PairChange>> sorter = new TableRowSorter<>(model);
        sorter.setComparator(ChangeColumn.A.ordinal(), new Addresses());
        sorter.setComparator(ChangeColumn.B.ordinal(), new Addresses());
        setRowSorter(sorter);
        column(
                ChangeColumn.CHANGE,
                Cells.<Change>marked(Change::label, change -> Looks.of(change).icon()),
                "Only in the second capture_____");
        column(ChangeColumn.A, Cells.<String>code(String::toString), "192.168.100.20");
        column(ChangeColumn.B, Cells.<String>code(String::toString), "192.168.100.20");
        column(ChangeColumn.NETWORK, Cells.<String>text(String::toString), "VLAN 4000");
        column(ChangeColumn.PROTECTED_BEFORE, Cells.<Double>number(ResultTable::percent), "100.0");
        column(ChangeColumn.PROTECTED_AFTER, Cells.<Double>number(ResultTable::percent), "100.0");
        column(ChangeColumn.PACKETS_BEFORE, Cells.<Long>number(Formats::count), "1,000,000");
        column(ChangeColumn.PACKETS_AFTER, Cells.<Long>number(Formats::count), "1,000,000");
        column(ChangeColumn.REASON, Cells.<String>text(String::toString), "x".repeat(40));
        hide(ChangeColumn.NETWORK);
    }

    void show(List<PairChange> changes) {
        model.show(changes);
        if (changes.stream().anyMatch(change -> !change.network().isEmpty())) {
            unhide(ChangeColumn.NETWORK, ChangeColumn.B);
        }
        if (!changes.isEmpty()) {
            setRowSelectionInterval(0, 0);
        }
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent e) {
        int row = rowAtPoint(e.getPoint());
        return row < 0
                ? null
                : String.join(" ", model.row(convertRowIndexToModel(row)).reasons());
    }
}
