package org.ipsecworkbench.sessionexplorer.timeline;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import org.ipsecworkbench.diagnosis.TimelineEntry.Signal;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.Tone;

/** How signals look: each has a shape, a tone and a word. */
final class Signals {
    static final Comparator<Signal> WORST_FIRST = Comparator.comparing(Signals::rank);

    private static final float STROKE = 2;

    private Signals() {}

    private static int rank(Signal signal) {
        return switch (signal) {
            case BAD -> 0;
            case GOOD -> 1;
            case NEUTRAL -> 2;
        };
    }

    /** The one that is shown where there is room for one. */
    static Signal worse(Signal one, Signal other) {
        return rank(one) <= rank(other) ? one : other;
    }

    static Tone tone(Signal signal) {
        return switch (signal) {
            case GOOD -> Tone.ENCRYPTED;
            case BAD -> Tone.CLEAR;
            case NEUTRAL -> Tone.KEYING;
        };
    }

    /**
     * Paints the shape around a point: a dot for good, a cross for bad, a hollow diamond for neither; a stroke below says that there
     * are several.
     */
    static void paint(Graphics2D g, Signal signal, boolean isSeveral, double x, double y, double radius) {
        g.setColor(Palette.text(tone(signal)));
        if (isSeveral) {
            g.fill(new Rectangle2D.Double(x - radius, y + radius + 2, 2 * radius + 1, 1.4));
        }
        g.setStroke(new BasicStroke(STROKE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        switch (signal) {
            case GOOD -> g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
            case BAD -> {
                g.draw(new Line2D.Double(x - radius, y - radius, x + radius, y + radius));
                g.draw(new Line2D.Double(x - radius, y + radius, x + radius, y - radius));
            }
            case NEUTRAL -> {
                Path2D diamond = new Path2D.Double();
                diamond.moveTo(x, y - radius);
                diamond.lineTo(x + radius, y);
                diamond.lineTo(x, y + radius);
                diamond.lineTo(x - radius, y);
                diamond.closePath();
                g.setStroke(new BasicStroke(1.4f));
                g.draw(diamond);
            }
        }
    }
}
