package org.ipsecworkbench.workbench;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import javax.swing.Icon;

/** A small square in the fill and hatching of a tone. */
record Chip(Tone tone) implements Icon {
    private static final int SIZE = 11;

    @Override
    public void paintIcon(Component c, Graphics g, int x, int y) {
        Graphics2D chip = (Graphics2D) g.create();
        chip.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        chip.translate(x, y);
        chip.setPaint(Palette.paint(tone));
        chip.fill(new RoundRectangle2D.Double(0, 0, SIZE, SIZE, 4, 4));
        chip.dispose();
    }

    @Override
    public int getIconWidth() {
        return SIZE;
    }

    @Override
    public int getIconHeight() {
        return SIZE;
    }
}
