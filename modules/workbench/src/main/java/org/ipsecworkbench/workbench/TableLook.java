package org.ipsecworkbench.workbench;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.InputMap;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.TransferHandler;
import javax.swing.table.TableCellRenderer;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** The look and the keys that every table of the workbench has. */
@Messages("CTL_Copy=&Copy")
public final class TableLook {
    private TableLook() {}

    /**
     * Dresses a table: rows fit for its font, headers on the side of their values, whole rows selected, Tab leaves it,
     * copying gives text with tabs (at most {@link TableText#MAX_ROWS} rows), dropped files are opened.
     */
    public static void dress(JTable table) {
        table.setFillsViewportHeight(true);
        table.setShowGrid(false);
        table.setShowHorizontalLines(true);
        table.setRowHeight(table.getFontMetrics(Palette.font()).getHeight() + 8);
        table.setCellSelectionEnabled(false);
        table.setRowSelectionAllowed(true);
        table.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        table.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        table.setTransferHandler(new TableText());
        // The first and last row, as in every list, instead of the first and last column.
        InputMap keys = table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
        keys.put(KeyStroke.getKeyStroke(KeyEvent.VK_HOME, 0), "selectFirstRow");
        keys.put(KeyStroke.getKeyStroke(KeyEvent.VK_END, 0), "selectLastRow");
        table.getTableHeader()
                .setDefaultRenderer(new AlignedHeader(table.getTableHeader().getDefaultRenderer()));
    }

    /** Runs something when a row is chosen by Enter or a double click. */
    public static void onChoose(JTable table, Runnable chosen) {
        Keys.on(
                table,
                JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT,
                KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0),
                chosen);
        table.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                if (e.getClickCount() == 2
                        && e.getButton() == MouseEvent.BUTTON1
                        && table.rowAtPoint(e.getPoint()) >= 0) {
                    chosen.run();
                }
            }
        });
    }

    /** Gives a table a menu of what can be done with its selected row, with copying at the end. */
    public static void menu(JTable table, Action... actions) {
        JPopupMenu menu = new RowMenu(table);
        for (Action action : actions) {
            menu.add(new JMenuItem(action));
        }
        menu.addSeparator();
        JMenuItem copy = new JMenuItem();
        Mnemonics.setLocalizedText(copy, Bundle.CTL_Copy());
        copy.addActionListener(e -> table.getTransferHandler()
                .exportToClipboard(table, Toolkit.getDefaultToolkit().getSystemClipboard(), TransferHandler.COPY));
        menu.add(copy);
        table.setComponentPopupMenu(menu);
    }

    /** Sets how a column is drawn and how wide it is, measured by an example of its longest usual value. */
    public static void column(JTable table, int column, Cells<?> cells, String example) {
        var tableColumn = table.getColumnModel().getColumn(table.convertColumnIndexToView(column));
        tableColumn.setCellRenderer(cells);
        String header = String.valueOf(tableColumn.getHeaderValue());
        int width = Math.max(
                table.getFontMetrics(cells.font(table)).stringWidth(example) + 16,
                table.getFontMetrics(Palette.font()).stringWidth(header) + 28);
        tableColumn.setPreferredWidth(width);
    }

    /** A header on the side of its column's values. */
    private record AlignedHeader(TableCellRenderer look) implements TableCellRenderer {
        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int column) {
            Component header = look.getTableCellRendererComponent(table, value, selected, focused, row, column);
            if (header instanceof JLabel label
                    && column >= 0
                    && table.getColumnModel().getColumn(column).getCellRenderer() instanceof Cells<?> cells) {
                label.setHorizontalAlignment(cells.side());
                label.setBorder(BorderFactory.createCompoundBorder(
                        label.getBorder(), BorderFactory.createEmptyBorder(0, 4, 0, 4)));
                label.setToolTipText(String.valueOf(value));
            }
            return header;
        }
    }

    /** Is about the row under the mouse: the click that asks for a menu does not reach the table where the press does so. */
    private static final class RowMenu extends JPopupMenu {
        private static final long serialVersionUID = 1;

        private final JTable table;

        RowMenu(JTable table) {
            this.table = table;
        }

        @Override
        public void show(Component invoker, int x, int y) {
            int row = table.rowAtPoint(new Point(x, y));
            if (EventQueue.getCurrentEvent() instanceof MouseEvent && row >= 0 && !table.isRowSelected(row)) {
                table.setRowSelectionInterval(row, row);
            }
            super.show(invoker, x, y);
        }
    }
}
