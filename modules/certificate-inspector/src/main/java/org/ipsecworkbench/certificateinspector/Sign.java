package org.ipsecworkbench.certificateinspector;

import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import javax.swing.Icon;
import org.ipsecworkbench.certificate.Expiry;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.Tone;

/** How something that ends is drawn: each has a shape of its own, and what IKE does not depend on is hollow. */
enum Sign {
    CERTIFICATE("certificate", Tone.ENCRYPTED),
    UNUSED("certificate, not used by IKE", Tone.NOT_COUNTED),
    AUTHORITY("authority", Tone.PROTECTED_UNKNOWN),
    REVOCATION_LIST("revocation list, next update", Tone.UNDECIDABLE);

    private static final int SIZE = 16;

    private final String label;
    private final Tone tone;

    Sign(String label, Tone tone) {
        this.label = label;
        this.tone = tone;
    }

    private static Shape diamond() {
        Path2D path = new Path2D.Double();
        path.moveTo(0, -6);
        path.lineTo(6, 0);
        path.lineTo(0, 6);
        path.lineTo(-6, 0);
        path.closePath();
        return path;
    }

    static Sign of(Expiry expiry) {
        return switch (expiry.kind()) {
            case CERTIFICATE -> expiry.counts() ? CERTIFICATE : UNUSED;
            case AUTHORITY -> AUTHORITY;
            case REVOCATION_LIST -> REVOCATION_LIST;
        };
    }

    /** For people. */
    String label() {
        return label;
    }

    /** Around its place. */
    Shape shape() {
        return switch (this) {
            case CERTIFICATE, UNUSED -> new Ellipse2D.Double(-5, -5, 10, 10);
            case AUTHORITY -> new Rectangle2D.Double(-4.5, -4.5, 9, 9);
            case REVOCATION_LIST -> diamond();
        };
    }

    /** Of its outline. */
    Paint line() {
        return Palette.text(tone);
    }

    /** Of its inside; without hatching, which so small an area has no room for. */
    Paint fill() {
        return this == UNUSED ? Palette.content() : Palette.fill(tone);
    }

    /** To stand beside its name. */
    Icon icon() {
        return new Icon() {
            @Override
            public void paintIcon(Component c, Graphics g, int x, int y) {
                Graphics2D icon = (Graphics2D) g.create();
                icon.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
                icon.translate(x + SIZE / 2.0, y + SIZE / 2.0);
                icon.setPaint(fill());
                icon.fill(shape());
                icon.setPaint(line());
                icon.setStroke(new BasicStroke(1.4f));
                icon.draw(shape());
                icon.dispose();
            }

            @Override
            public int getIconWidth() {
                return SIZE;
            }

            @Override
            public int getIconHeight() {
                return SIZE;
            }
        };
    }
}
