package org.ipsecworkbench.certificateinspector;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import org.ipsecworkbench.workbench.Palette;
import org.jspecify.annotations.Nullable;

/** Draws how long something is still valid: in words, above a bar of what is left of its life. */
final class LifetimeCell extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1;
    private static final int BAR = 4;
    private static final int MARGIN = 7;

    private transient @Nullable Lifetime lifetime;

    @Override
    public Component getTableCellRendererComponent(
            JTable table, @Nullable Object value, boolean selected, boolean focused, int row, int column) {
        super.getTableCellRendererComponent(table, "", selected, focused, row, column);
        lifetime = value instanceof Lifetime one ? one : null;
        setText(lifetime == null ? "" : lifetime.words());
        setHorizontalAlignment(SwingConstants.LEADING);
        setVerticalAlignment(SwingConstants.TOP);
        setBorder(BorderFactory.createEmptyBorder(2, MARGIN, 0, MARGIN));
        return this;
    }

    @Override
    protected void paintComponent(Graphics g) {
        super.paintComponent(g);
        Lifetime shown = lifetime;
        if (shown == null) {
            return;
        }
        int width = getWidth() - 2 * MARGIN;
        int top = getHeight() - BAR - 2;
        Graphics2D bar = (Graphics2D) g.create();
        bar.setColor(Palette.line());
        bar.fillRect(MARGIN, top, width, BAR);
        bar.setPaint(Palette.paint(shown.tone()));
        bar.fillRect(MARGIN, top, (int) Math.ceil(width * shown.share()), BAR);
        bar.dispose();
    }
}
