package org.ipsecworkbench.workbench;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.Icon;

/** A vector icon in another size. */
record ScaledIcon(Icon icon, int size) implements Icon {
    @Override
    public void paintIcon(Component c, Graphics g, int x, int y) {
        Graphics2D scaled = (Graphics2D) g.create();
        double factor = (double) size / icon.getIconHeight();
        scaled.translate(x, y);
        scaled.scale(factor, factor);
        icon.paintIcon(c, scaled, 0, 0);
        scaled.dispose();
    }

    @Override
    public int getIconWidth() {
        return size * icon.getIconWidth() / icon.getIconHeight();
    }

    @Override
    public int getIconHeight() {
        return size;
    }
}
