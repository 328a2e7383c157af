package org.ipsecworkbench.workbench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.TexturePaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;

/** A pattern over a fill that tells it apart without its colour. */
enum Hatching {
    NONE,
    RISING,
    FALLING,
    LEVEL,
    DOTS;

    private static final int TILE = 8;

    /** The fill with this pattern in the given ink. */
    Paint over(Color fill, Color ink) {
        if (this == NONE) {
            return fill;
        }
        BufferedImage tile = new BufferedImage(TILE, TILE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = tile.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(fill);
        g.fillRect(0, 0, TILE, TILE);
        g.setColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), 150));
        g.setStroke(new BasicStroke(1.4f));
        switch (this) {
            case RISING -> diagonals(g, true);
            case FALLING -> diagonals(g, false);
            case LEVEL -> g.draw(new Line2D.Double(0, TILE / 2.0, TILE, TILE / 2.0));
            case DOTS -> g.fill(new Ellipse2D.Double(2.5, 2.5, 3, 3));
            case NONE -> throw new AssertionError(this);
        }
        g.dispose();
        return new TexturePaint(tile, new Rectangle(0, 0, TILE, TILE));
    }

    /** Three lines, so that the corners of neighbouring tiles meet. */
    private static void diagonals(Graphics2D g, boolean rising) {
        for (int shift = -TILE; shift <= TILE; shift += TILE) {
            g.draw(
                    rising
                            ? new Line2D.Double(shift - 1, TILE + 1, shift + TILE + 1, -1)
                            : new Line2D.Double(shift - 1, -1, shift + TILE + 1, TILE + 1));
        }
    }
}
