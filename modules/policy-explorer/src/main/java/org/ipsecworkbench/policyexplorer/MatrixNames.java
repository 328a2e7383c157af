package org.ipsecworkbench.policyexplorer;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import javax.swing.JComponent;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Palette;
import org.jspecify.annotations.Nullable;

/** The names beside the rows of a matrix, or upright above its columns. */
final class MatrixNames extends JComponent {
    private static final long serialVersionUID = 1;

    private static final int LETTERS = 30;
    private static final int GAP = 6;

    private final MatrixMap map;
    private final boolean isAbove;
    private transient @Nullable MatrixCells cells;

    MatrixNames(MatrixMap map, boolean isAbove) {
        this.map = map;
        this.isAbove = isAbove;
    }

    void show(MatrixCells newCells) {
        cells = newCells;
        revalidate();
        repaint();
    }

    private String name(int line) {
        return cells == null ? "" : Formats.abbreviate(cells.name(line), LETTERS);
    }

    @Override
    public Dimension getPreferredSize() {
        FontMetrics metrics = getFontMetrics(Palette.font());
        int widest = 0;
        int lines = cells == null ? 0 : cells.size();
        for (int line = 0; line < lines; line++) {
            widest = Math.max(widest, metrics.stringWidth(name(line)));
        }
        int across = widest + 2 * GAP;
        int along = lines * map.cell();
        return isAbove ? new Dimension(along, across) : new Dimension(across, along);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Palette.background());
        Rectangle clip = g.getClipBounds();
        g.fill(clip);
        int size = map.cell();
        g.setFont(Palette.font().deriveFont(Math.min(size - 3f, Palette.font().getSize2D())));
        g.setColor(Palette.foreground());
        FontMetrics metrics = g.getFontMetrics();
        int from = isAbove ? clip.x : clip.y;
        int length = isAbove ? clip.width : clip.height;
        int last = Math.min(cells == null ? -1 : cells.size() - 1, (from + length) / size);
        int base = (size - metrics.getHeight()) / 2 + metrics.getAscent();
        for (int line = from / size; line <= last; line++) {
            if (isAbove) {
                Graphics2D turned = (Graphics2D) g.create();
                turned.translate(line * size + base, getHeight() - GAP);
                turned.rotate(-Math.PI / 2);
                turned.drawString(name(line), 0, 0);
                turned.dispose();
            } else {
                g.drawString(name(line), GAP, line * size + base);
            }
        }
        g.dispose();
    }
}
