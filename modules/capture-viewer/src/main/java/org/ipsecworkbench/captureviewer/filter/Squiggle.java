package org.ipsecworkbench.captureviewer.filter;

import java.awt.BasicStroke;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultHighlighter;
import javax.swing.text.JTextComponent;
import javax.swing.text.Position;
import javax.swing.text.View;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.Tone;

/** A wavy line under the place of a mistake. */
final class Squiggle extends DefaultHighlighter.DefaultHighlightPainter {
    private static final int STEP = 3;

    Squiggle() {
        super(null);
    }

    @Override
    public Shape paintLayer(Graphics graphics, int from, int to, Shape bounds, JTextComponent text, View view) {
        Rectangle2D place;
        try {
            place = view.modelToView(from, Position.Bias.Forward, to, Position.Bias.Backward, bounds)
                    .getBounds2D();
        } catch (BadLocationException e) {
            return bounds;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Palette.text(Tone.CLEAR));
        g.setStroke(new BasicStroke(1.4f));
        double base = place.getMaxY() - STEP;
        double end = Math.max(place.getMaxX(), place.getX() + 2 * STEP);
        Path2D wave = new Path2D.Double();
        wave.moveTo(place.getX(), base);
        for (int i = 1; place.getX() + i * STEP <= end; i++) {
            wave.lineTo(place.getX() + i * STEP, base + (i % 2 == 0 ? 0 : STEP - 1));
        }
        g.draw(wave);
        g.dispose();
        Rectangle painted = place.getBounds();
        painted.width = (int) Math.ceil(end - place.getX());
        return painted;
    }
}
