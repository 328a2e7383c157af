package org.ipsecworkbench.workbench;

import java.util.HashMap;
import java.util.Map;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.TableColumn;
import javax.swing.table.TableModel;

/**
 * A table of results, one chosen at a time. Columns are as wide as an example asks for, one takes the room that is left, and
 * columns that most results do not need stay away until one does.
 *
 * <p>Columns are named by the ordinals of an enum, which are the numbers of the model's columns.
 */
public class ResultTable extends JTable {
    private static final long serialVersionUID = 1;

    private final int wide;
    private final transient Map<Integer, TableColumn> hidden = new HashMap<>();

    /**
     * In the look of all tables.
     *
     * @param name of the component, for tests
     * @param accessibleName what a screen reader calls it
     * @param wide the column that takes the room that is left
     */
    @SuppressWarnings("this-escape")
    public ResultTable(TableModel model, String name, String accessibleName, Enum<?> wide) {
        super(model);
        this.wide = wide.ordinal();
        setName(name);
        getAccessibleContext().setAccessibleName(accessibleName);
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setAutoResizeMode(AUTO_RESIZE_OFF);
        TableLook.dress(this);
    }

    /** Sets how a column is drawn, and an example of the longest text that it should have room for. */
    protected final void column(Enum<?> column, Cells<?> cells, String example) {
        TableLook.column(this, column.ordinal(), cells, example);
    }

    /** Takes a column away until {@link #unhide} asks for it. */
    protected final void hide(Enum<?> column) {
        TableColumn away = getColumnModel().getColumn(convertColumnIndexToView(column.ordinal()));
        hidden.put(column.ordinal(), away);
        removeColumn(away);
    }

    /** Brings a hidden column back, beside another one; does nothing where it is there. */
    protected final void unhide(Enum<?> column, Enum<?> beside) {
        TableColumn away = hidden.remove(column.ordinal());
        if (away != null) {
            addColumn(away);
            moveColumn(getColumnCount() - 1, convertColumnIndexToView(beside.ordinal()) + 1);
        }
    }

    /** A share in percent, or a dash where it is one of nothing. */
    protected static String percent(double share) {
        return Double.isNaN(share) ? "–" : Formats.percent(share);
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return getPreferredSize().width < getParent().getWidth();
    }

    @Override
    public void doLayout() {
        int view = convertColumnIndexToView(wide);
        if (view < 0 || !getScrollableTracksViewportWidth()) {
            super.doLayout();
            return;
        }
        int rest = getWidth();
        for (int i = 0; i < getColumnCount(); i++) {
            TableColumn column = getColumnModel().getColumn(i);
            if (i != view) {
                column.setWidth(column.getPreferredWidth());
                rest -= column.getWidth();
            }
        }
        getColumnModel().getColumn(view).setWidth(rest);
    }
}
