package org.ipsecworkbench.sessionexplorer.timeline;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import org.ipsecworkbench.diagnosis.TimelineEntry.Signal;

/** The shapes of signals as small pictures, drawn once for each painting: thousands of them are in sight at once. */
final class Stamps {
    private record Key(Signal signal, boolean isSeveral) {}

    private final int radius;
    private final int size;
    private final Map<Key, BufferedImage> pictures = new HashMap<>();

    Stamps(int radius) {
        this.radius = radius;
        size = 2 * radius + 8;
    }

    /** Paints a shape around a point, as sharp as the screen is. */
    void paint(Graphics2D g, Signal signal, boolean isSeveral, int x, double y) {
        double zoom = Math.max(1, g.getTransform().getScaleX());
        BufferedImage picture = pictures.computeIfAbsent(new Key(signal, isSeveral), key -> picture(key, zoom));
        g.drawImage(picture, x - size / 2, (int) Math.round(y) - size / 2, size, size, null);
    }

    private BufferedImage picture(Key key, double zoom) {
        int pixels = (int) Math.ceil(size * zoom);
        BufferedImage picture = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = picture.createGraphics();
        LaneDiagram.smooth(g);
        g.scale(zoom, zoom);
        Signals.paint(g, key.signal, key.isSeveral, size / 2.0, size / 2.0, radius);
        g.dispose();
        return picture;
    }
}
