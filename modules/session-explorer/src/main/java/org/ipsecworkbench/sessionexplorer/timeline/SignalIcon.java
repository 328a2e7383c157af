package org.ipsecworkbench.sessionexplorer.timeline;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.Icon;
import org.ipsecworkbench.diagnosis.TimelineEntry.Signal;

/**
 * The shape of a signal as lanes have it.
 *
 * @param isSeveral with the stroke below that stands for several entries
 */
record SignalIcon(Signal signal, boolean isSeveral) implements Icon {
    private static final int SIZE = 14;
    private static final int RADIUS = 4;

    @Override
    public void paintIcon(Component c, Graphics graphics, int x, int y) {
        Graphics2D g = (Graphics2D) graphics.create();
        LaneDiagram.smooth(g);
        Signals.paint(g, signal, isSeveral, x + SIZE / 2.0, y + SIZE / 2.0, RADIUS);
        g.dispose();
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
