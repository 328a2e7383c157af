package org.ipsecworkbench.workbench;

import java.awt.Component;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.util.StringJoiner;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTable;
import org.jspecify.annotations.Nullable;

/** Copies the selected rows of a table as text, values as they are shown, parted by tabs, under a line of headers. */
public final class TableText extends FileDrop {
    /** How many rows are copied at most; the clipboard and the event thread have to carry them. */
    public static final int MAX_ROWS = 50_000;

    private static final long serialVersionUID = 1;

    TableText() {}

    @Override
    public int getSourceActions(JComponent c) {
        return COPY;
    }

    @Override
    protected @Nullable Transferable createTransferable(JComponent c) {
        return c instanceof JTable table && table.getSelectedRowCount() > 0 ? new StringSelection(text(table)) : null;
    }

    /** The selected rows of a table as text. */
    public static String text(JTable table) {
        StringBuilder text = new StringBuilder();
        StringJoiner headers = new StringJoiner("\t", "", "\n");
        for (int column = 0; column < table.getColumnCount(); column++) {
            headers.add(table.getColumnName(column));
        }
        text.append(headers);
        int copied = 0;
        int last = Math.min(table.getSelectionModel().getMaxSelectionIndex(), table.getRowCount() - 1);
        for (int row = Math.max(0, table.getSelectionModel().getMinSelectionIndex()); row <= last; row++) {
            if (!table.isRowSelected(row)) {
                continue;
            }
            if (copied++ == MAX_ROWS) {
                text.append("… cut after ").append(Formats.count(MAX_ROWS)).append(" rows\n");
                break;
            }
            StringJoiner values = new StringJoiner("\t", "", "\n");
            for (int column = 0; column < table.getColumnCount(); column++) {
                values.add(shown(table, row, column));
            }
            text.append(values);
        }
        return text.toString();
    }

    private static String shown(JTable table, int row, int column) {
        Component cell = table.prepareRenderer(table.getCellRenderer(row, column), row, column);
        return cell instanceof JLabel label && label.getText() != null
                ? label.getText().replace('\t', ' ').replace('\n', ' ')
                : "";
    }
}
