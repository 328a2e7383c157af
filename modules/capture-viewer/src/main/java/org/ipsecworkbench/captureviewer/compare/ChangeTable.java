package org.ipsecworkbench.captureviewer.compare;

import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.TableColumn;
import javax.swing.table.TableRowSorter;
import org.ipsecworkbench.capture.Comparison.Change;
import org.ipsecworkbench.capture.Comparison.PairChange;
import org.ipsecworkbench.captureviewer.Looks;
import org.ipsecworkbench.captureviewer.coverage.Addresses;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.TableLook;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** The table of what changed between the pairs. */
@Messages("ACN_Changes=Changes of the host pairs")
final class ChangeTable extends JTable {
    private static final long serialVersionUID = 1;

    private final ChangeTableModel model;
    private final TableColumn network;

    ChangeTable(ChangeTableModel model) {
        super(model);
        this.model = model;
        setName("changes");
        getAccessibleContext().setAccessibleName(Bundle.ACN_Changes());
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setAutoResizeMode(AUTO_RESIZE_OFF);
        TableLook.dress(this);
        TableLook.menu(this);
        TableRowSorter<ChangeTableModel> sorter = new TableRowSorter<>(model);
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
        column(ChangeColumn.PROTECTED_BEFORE, Cells.<Double>number(ChangeTable::percent), "100.0");
        column(ChangeColumn.PROTECTED_AFTER, Cells.<Double>number(ChangeTable::percent), "100.0");
        column(ChangeColumn.PACKETS_BEFORE, Cells.<Long>number(Formats::count), "1,000,000");
        column(ChangeColumn.PACKETS_AFTER, Cells.<Long>number(Formats::count), "1,000,000");
        column(ChangeColumn.REASON, Cells.<String>text(String::toString), "x".repeat(40));
        network = getColumnModel().getColumn(ChangeColumn.NETWORK.ordinal());
        removeColumn(network);
    }

    private void column(ChangeColumn column, Cells<?> cells, String example) {
        TableLook.column(this, column.ordinal(), cells, example);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : Formats.percent(share);
    }

    void show(List<PairChange> changes) {
        model.show(changes);
        if (convertColumnIndexToView(ChangeColumn.NETWORK.ordinal()) < 0
                && changes.stream().anyMatch(change -> !change.network().isEmpty())) {
            addColumn(network);
            moveColumn(getColumnCount() - 1, convertColumnIndexToView(ChangeColumn.B.ordinal()) + 1);
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
                : String.join(" ", model.change(convertRowIndexToModel(row)).reasons());
    }

    /** The reason takes the room that is left. */
    @Override
    public boolean getScrollableTracksViewportWidth() {
        return getPreferredSize().width < getParent().getWidth();
    }

    @Override
    public void doLayout() {
        int reason = convertColumnIndexToView(ChangeColumn.REASON.ordinal());
        if (reason < 0 || !getScrollableTracksViewportWidth()) {
            super.doLayout();
            return;
        }
        int rest = getWidth();
        for (int i = 0; i < getColumnCount(); i++) {
            TableColumn column = getColumnModel().getColumn(i);
            if (i != reason) {
                column.setWidth(column.getPreferredWidth());
                rest -= column.getWidth();
            }
        }
        getColumnModel().getColumn(reason).setWidth(rest);
    }
}
