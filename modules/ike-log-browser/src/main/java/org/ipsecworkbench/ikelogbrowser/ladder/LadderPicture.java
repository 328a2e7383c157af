package org.ipsecworkbench.ikelogbrowser.ladder;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.ipsecworkbench.ike.Negotiation;

/** A whole ladder as a picture, in the colours of paper, for reports. Safe for every thread. */
public final class LadderPicture {
    private static final int WIDTH = 900;
    private static final int TITLE_BASELINE = 28;
    private static final int TOP = 44;
    private static final int MARGIN = 16;
    /** Up to this height an image has twice the pixels, for print; beyond, it would take more than 100 MB. */
    private static final int MAX_SHARP_HEIGHT = 7_000;

    private final Negotiation negotiation;
    private final String title;
    private final Font font;
    private final List<Rung> rungs;

    /**
     * Of one negotiation.
     *
     * @param title its outcome in words
     * @param font of its texts
     */
    public LadderPicture(Negotiation negotiation, String title, Font font) {
        this.negotiation = negotiation;
        this.title = title;
        this.font = font;
        rungs = Rung.of(negotiation);
    }

    /** As a document of Scalable Vector Graphics. */
    public String svg() {
        SvgPen pen = new SvgPen(font);
        int height = height(pen);
        draw(pen, height);
        return pen.document(WIDTH, height, title);
    }

    /** As pixels. */
    public BufferedImage image() {
        Graphics2D measure = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        int height = height(new ScreenPen(measure, font));
        measure.dispose();
        int scale = height <= MAX_SHARP_HEIGHT ? 2 : 1;
        BufferedImage image = new BufferedImage(WIDTH * scale, height * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(scale, scale);
        draw(new ScreenPen(graphics, font), height);
        graphics.dispose();
        return image;
    }

    private int height(Pen pen) {
        int line = pen.lineHeight();
        return TOP + RungPainter.headHeight(line) + rungs.size() * RungPainter.rungHeight(line) + MARGIN;
    }

    private void draw(Pen pen, int height) {
        Inks inks = Inks.paper();
        pen.box(inks.background(), 0, 0, WIDTH, height);
        pen.text(inks.words(), true, Pen.Anchor.START, MARGIN, TITLE_BASELINE, title);
        RungPainter painter = new RungPainter(pen, WIDTH);
        painter.head(inks, negotiation.initiator(), negotiation.responder(), TOP);
        int y = TOP + RungPainter.headHeight(pen.lineHeight());
        for (Rung rung : rungs) {
            painter.rung(inks, rung, y);
            y += RungPainter.rungHeight(pen.lineHeight());
        }
    }
}
