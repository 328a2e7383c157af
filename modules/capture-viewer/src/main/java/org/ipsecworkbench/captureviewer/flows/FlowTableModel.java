package org.ipsecworkbench.captureviewer.flows;

import java.util.List;
import javax.swing.table.AbstractTableModel;
import org.ipsecworkbench.capture.Flow;

/** Flows as rows, in the order in which they are given. */
final class FlowTableModel extends AbstractTableModel {
    private static final long serialVersionUID = 1;
    private static final FlowColumn[] COLUMNS = FlowColumn.values();

    private transient List<Flow> flows = List.of();

    void show(List<Flow> newFlows) {
        flows = newFlows;
        fireTableDataChanged();
    }

    Flow flow(int row) {
        return flows.get(row);
    }

    /** The row of a flow, or -1. */
    int row(int id) {
        for (int i = 0; i < flows.size(); i++) {
            if (flows.get(i).id() == id) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int getRowCount() {
        return flows.size();
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
        return COLUMNS[column].of(flows.get(row));
    }
}
