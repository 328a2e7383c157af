package org.ipsecworkbench.workbench.hosts;

import java.awt.Component;
import java.lang.reflect.InvocationTargetException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;
import org.openide.nodes.Node;

/** Draws what a column says of a host as plain text, which the platform would grey out as what cannot be edited. */
final class HostCells extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = Logger.getLogger(HostCells.class.getName());

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean selected, boolean focused, int row, int column) {
        String text = value instanceof Node.Property<?> property ? text(property) : "";
        super.getTableCellRendererComponent(table, text, selected, false, row, column);
        setToolTipText(text.isEmpty() ? null : text);
        return this;
    }

    private static String text(Node.Property<?> property) {
        try {
            return String.valueOf(property.getValue());
        } catch (IllegalAccessException | InvocationTargetException e) {
            LOG.log(Level.WARNING, "a column of hosts", e);
            return "";
        }
    }
}
