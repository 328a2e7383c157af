package org.ipsecworkbench.policyexplorer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import javax.swing.Icon;
import org.ipsecworkbench.policy.Outcome;
import org.ipsecworkbench.policy.PredictionMatrix.Verdict;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.Tone;
import org.openide.util.NbBundle.Messages;

/** How a cell of a matrix looks: a letter and a colour for each outcome, and a frame where nobody ever asks for IPsec. */
@Messages("LBL_RespondOnly=In clear, since both only respond: nobody asks, and no event says so")
enum CellLook {
    ENCRYPTED("E", Tone.ENCRYPTED, false, Outcome.ENCRYPTED),
    INTEGRITY_ONLY("I", Tone.INTEGRITY_ONLY, false, Outcome.INTEGRITY_ONLY),
    AUTHENTICATED_ONLY("A", Tone.AUTHENTICATED_ONLY, true, Outcome.AUTHENTICATED_ONLY),
    CLEAR_BY_DESIGN("C", Tone.CLEAR, false, Outcome.CLEAR_BY_DESIGN),
    /** A row of its own in the legend, before what is in clear since it is wanted so. */
    RESPOND_ONLY("R", Tone.CLEAR, false, Outcome.CLEAR_BY_DESIGN),
    CLEAR_BY_FALLBACK("F", Tone.CLEAR, true, Outcome.CLEAR_BY_FALLBACK),
    BLOCKED("B", Tone.NOT_COUNTED, false, Outcome.BLOCKED),
    FAILS("X", Tone.UNDECIDABLE, true, Outcome.FAILS),
    UNKNOWN("?", Tone.OTHER, true, Outcome.UNKNOWN);

    private static final int ICON = 18;
    private static final int SMALLEST_LETTER = 11;

    private final String letter;
    private final Tone tone;
    private final boolean isHatched;
    private final Outcome outcome;

    CellLook(String letter, Tone tone, boolean isHatched, Outcome outcome) {
        this.letter = letter;
        this.tone = tone;
        this.isHatched = isHatched;
        this.outcome = outcome;
    }

    static CellLook of(Verdict verdict) {
        if (verdict.outcome() == Outcome.CLEAR_BY_DESIGN && verdict.isRespondOnly()) {
            return RESPOND_ONLY;
        }
        for (CellLook look : values()) {
            if (look.outcome == verdict.outcome()) {
                return look;
            }
        }
        return UNKNOWN;
    }

    /** For people. */
    String words() {
        return this == RESPOND_ONLY ? Bundle.LBL_RespondOnly() : outcome.label();
    }

    /** Its letter, which tells it without colour. */
    String letter() {
        return letter;
    }

    /** Colours change with the look and feel, so this is asked for anew for each painting. */
    Paint paint() {
        return this == CLEAR_BY_FALLBACK ? Palette.striped(tone) : Palette.paint(tone);
    }

    /** Fills a cell and writes its letter where there is room. */
    void draw(Graphics2D g, Paint paint, int x, int y, int size) {
        g.setPaint(paint);
        g.fillRect(x, y, size - 1, size - 1);
        Color fill = Palette.fill(tone);
        boolean isLight = Palette.contrast(Color.BLACK, fill) > Palette.contrast(Color.WHITE, fill);
        Color ink = isLight ? Color.BLACK : Color.WHITE;
        if (this == RESPOND_ONLY) {
            g.setColor(ink);
            g.setStroke(new BasicStroke(2));
            g.drawRect(x + 2, y + 2, size - 6, size - 6);
        }
        if (size < SMALLEST_LETTER) {
            return;
        }
        g.setFont(Palette.font()
                .deriveFont(Font.BOLD, Math.min(size - 4f, Palette.font().getSize2D())));
        FontMetrics metrics = g.getFontMetrics();
        int left = x + (size - 1 - metrics.stringWidth(letter)) / 2;
        int base = y + (size - 1 - metrics.getHeight()) / 2 + metrics.getAscent();
        if (isHatched) {
            g.setColor(fill);
            g.fillRect(left - 2, y + 2, metrics.stringWidth(letter) + 4, size - 5);
        }
        g.setColor(ink);
        g.drawString(letter, left, base);
    }

    /** A cell for the legend. */
    Icon icon() {
        return new Icon() {
            @Override
            public void paintIcon(Component c, Graphics g, int x, int y) {
                Graphics2D own = (Graphics2D) g.create();
                own.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
                draw(own, paint(), x, y, ICON);
                own.dispose();
            }

            @Override
            public int getIconWidth() {
                return ICON;
            }

            @Override
            public int getIconHeight() {
                return ICON;
            }
        };
    }
}
