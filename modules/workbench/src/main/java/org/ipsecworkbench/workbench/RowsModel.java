package org.ipsecworkbench.workbench;

import java.util.List;
import javax.swing.table.AbstractTableModel;
import org.jspecify.annotations.Nullable;

/**
 * Things of one kind as the rows of a table, each asked what the columns ask. For the event thread.
 *
 * @param <R> what a row is
 */
public final class RowsModel<R> extends AbstractTableModel {
    private static final long serialVersionUID = 1;

    private final transient Column<R>[] columns;
    private transient List<R> rows = List.of();

    /**
     * What a row is asked for; usually an enum, whose constants are the columns in their first order.
     *
     * @param <R> what a row is
     */
    public interface Column<R> {
        /** Words above it, with the unit in parentheses where there is one. */
        String title();

        /** What {@link #of} gives; tells how it is sorted. */
        Class<?> type();

        /** The value of a row; null where there is none. */
        @Nullable
        Object of(R row);
    }

    /** Shows no rows yet. */
    public RowsModel(Column<R>[] columns) {
        this.columns = columns.clone();
    }

    /** Shows other rows: what was selected is not any more. */
    public void show(List<R> newRows) {
        rows = newRows;
        fireTableDataChanged();
    }

    /** Shows newer rows in the places of the former, so that the selection and the scroll position stay. */
    public void update(List<R> newRows) {
        int before = rows.size();
        rows = newRows;
        int common = Math.min(before, newRows.size());
        if (common > 0) {
            fireTableRowsUpdated(0, common - 1);
        }
        if (newRows.size() > before) {
            fireTableRowsInserted(before, newRows.size() - 1);
        } else if (newRows.size() < before) {
            fireTableRowsDeleted(newRows.size(), before - 1);
        }
    }

    /** What stands in a row of this model, which is not that of a sorted table. */
    public R row(int row) {
        return rows.get(row);
    }

    /** All of them. */
    public List<R> rows() {
        return rows;
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return columns.length;
    }

    @Override
    public String getColumnName(int column) {
        return columns[column].title();
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return columns[column].type();
    }

    @Override
    public @Nullable Object getValueAt(int row, int column) {
        return columns[column].of(rows.get(row));
    }
}
