package org.ipsecworkbench.captureviewer.compare;

import java.util.List;
import javax.swing.table.AbstractTableModel;
import org.ipsecworkbench.capture.Comparison.PairChange;

/** The changes of the pairs as rows, what needs attention first. */
final class ChangeTableModel extends AbstractTableModel {
    private static final long serialVersionUID = 1;
    private static final ChangeColumn[] COLUMNS = ChangeColumn.values();

    private transient List<PairChange> changes = List.of();

    void show(List<PairChange> newChanges) {
        changes = newChanges;
        fireTableDataChanged();
    }

    PairChange change(int row) {
        return changes.get(row);
    }

    @Override
    public int getRowCount() {
        return changes.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.length;
    }

    @Override
    public String getColumnName(int column) {
        return COLUMNS[column].title();
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return COLUMNS[column].type();
    }

    @Override
    public Object getValueAt(int row, int column) {
        return COLUMNS[column].of(changes.get(row));
    }
}
