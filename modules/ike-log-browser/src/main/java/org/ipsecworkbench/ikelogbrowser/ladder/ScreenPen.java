package org.ipsecworkbench.ikelogbrowser.ladder;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Toolkit;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;

/** Draws with a Java graphics context: on the screen, or into an image. */
final class ScreenPen implements Pen {
    private final Graphics2D graphics;
    private final Font plain;
    private final Font bold;

    ScreenPen(Graphics2D graphics, Font font) {
        this.graphics = graphics;
        plain = font;
        bold = font.deriveFont(Font.BOLD);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        if (Toolkit.getDefaultToolkit().getDesktopProperty("awt.font.desktophints") instanceof Map<?, ?> hints) {
            graphics.addRenderingHints(hints);
        }
    }

    @Override
    public void line(Color color, double width, double x1, double y1, double x2, double y2) {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void box(Color color, double x, double y, double width, double height) {
        graphics.setColor(color);
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void polygon(Color color, double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        graphics.setColor(color);
        graphics.fill(path);
    }

    @Override
    public void text(Color color, boolean isBold, Anchor anchor, double x, double baseline, String text) {
        graphics.setColor(color);
        graphics.setFont(isBold ? bold : plain);
        double left = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - width(isBold, text) / 2;
            case END -> x - width(isBold, text);
        };
        graphics.drawString(text, (float) left, (float) baseline);
    }

    @Override
    public double width(boolean isBold, String text) {
        return graphics.getFontMetrics(isBold ? bold : plain).stringWidth(text);
    }

    @Override
    public int lineHeight() {
        return graphics.getFontMetrics(plain).getHeight();
    }
}
