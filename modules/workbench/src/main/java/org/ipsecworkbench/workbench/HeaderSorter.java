package org.ipsecworkbench.workbench;

import java.util.List;
import javax.swing.RowSorter;
import javax.swing.SortOrder;
import org.jspecify.annotations.Nullable;

/**
 * Lets a table's headers say how to sort, which someone else does in the background: rows stay where the model has them.
 *
 * @param <R> what a row is
 */
public final class HeaderSorter<R> extends RowSorter<RowsModel<R>> {
    private final RowsModel<R> model;
    private final Runnable changed;
    private List<SortKey> keys;

    /**
     * Sorted at first as a key says; each change of that is told.
     */
    public HeaderSorter(RowsModel<R> model, SortKey first, Runnable changed) {
        this.model = model;
        this.changed = changed;
        keys = List.of(first);
    }

    /** The column to sort by, and which way. */
    public SortKey key() {
        return keys.get(0);
    }

    @Override
    public RowsModel<R> getModel() {
        return model;
    }

    @Override
    public void toggleSortOrder(int column) {
        boolean turns = key().getColumn() == column && key().getSortOrder() == SortOrder.ASCENDING;
        setSortKeys(List.of(new SortKey(column, turns ? SortOrder.DESCENDING : SortOrder.ASCENDING)));
    }

    @Override
    public int convertRowIndexToModel(int index) {
        return index;
    }

    @Override
    public int convertRowIndexToView(int index) {
        return index;
    }

    @Override
    public void setSortKeys(@Nullable List<? extends SortKey> newKeys) {
        if (newKeys != null && !newKeys.isEmpty()) {
            keys = List.copyOf(newKeys);
            fireSortOrderChanged();
            changed.run();
        }
    }

    @Override
    public List<? extends SortKey> getSortKeys() {
        return keys;
    }

    @Override
    public int getViewRowCount() {
        return model.getRowCount();
    }

    @Override
    public int getModelRowCount() {
        return model.getRowCount();
    }

    @Override
    public void modelStructureChanged() {}

    @Override
    public void allRowsChanged() {}

    @Override
    public void rowsInserted(int firstRow, int endRow) {}

    @Override
    public void rowsDeleted(int firstRow, int endRow) {}

    @Override
    public void rowsUpdated(int firstRow, int endRow) {}

    @Override
    public void rowsUpdated(int firstRow, int endRow, int column) {}
}
