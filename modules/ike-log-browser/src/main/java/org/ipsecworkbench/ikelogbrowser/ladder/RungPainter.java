package org.ipsecworkbench.ikelogbrowser.ladder;

import org.ipsecworkbench.ikelogbrowser.ladder.Pen.Anchor;

/**
 * Draws a ladder row by row: times and places on the left, the two lifelines, and between them each message in words over
 * its arrow. Every row is as high as the others, so that any number of them costs only what is in sight.
 */
final class RungPainter {
    private static final int EDGE = 14;
    private static final int TIMES = 150;
    private static final int RIGHT = 40;
    private static final int GAP = 10;
    private static final int HEAD_LENGTH = 11;
    private static final int HEAD_HALF = 5;
    private static final int CROSS = 6;
    private static final String ELLIPSIS = "…";

    private final Pen pen;
    private final double left;
    private final double right;

    /**
     * For one width.
     *
     * @param width of the whole ladder
     */
    RungPainter(Pen pen, int width) {
        this.pen = pen;
        left = EDGE + TIMES + GAP;
        right = Math.max(left + 120, width - RIGHT);
    }

    /** How high a row is in a font of this line height. */
    static int rungHeight(int lineHeight) {
        return 2 * lineHeight + 22;
    }

    /** How high the head is, which names the hosts. */
    static int headHeight(int lineHeight) {
        return 2 * lineHeight + 14;
    }

    /** The hosts over their lifelines. */
    void head(Inks inks, String initiator, String responder, double y) {
        int line = pen.lineHeight();
        double first = y + line;
        double half = (right - left) / 2 - GAP;
        pen.text(inks.muted(), false, Anchor.START, left - 6, first, "Initiator");
        pen.text(inks.words(), true, Anchor.START, left - 6, first + line, fit(initiator, true, half));
        pen.text(inks.muted(), false, Anchor.END, right + 6, first, "Responder");
        pen.text(inks.words(), true, Anchor.END, right + 6, first + line, fit(responder, true, half));
        double bottom = y + headHeight(line);
        pen.box(inks.words(), left - 6, bottom - 4, 12, 4);
        pen.box(inks.words(), right - 6, bottom - 4, 12, 4);
    }

    /** One row. */
    void rung(Inks inks, Rung rung, double y) {
        int line = pen.lineHeight();
        double bottom = y + rungHeight(line);
        pen.line(inks.lifeline(), 2, left, y, left, bottom);
        pen.line(inks.lifeline(), 2, right, y, right, bottom);
        double first = y + line;
        pen.text(inks.words(), false, Anchor.START, EDGE, first, fit(rung.time(), false, TIMES));
        pen.text(inks.muted(), false, Anchor.START, EDGE, first + line, fitEnds(rung.place(), TIMES));
        title(inks, rung, first);
        double room = right - left - 2 * GAP;
        pen.text(inks.muted(), false, Anchor.MIDDLE, middle(), first + line, fit(rung.content(), false, room));
        arrow(inks, rung, bottom - 10);
    }

    /** The exchange in bold, and after it what is special about this message. */
    private void title(Inks inks, Rung rung, double baseline) {
        double room = right - left - 2 * GAP;
        String special = rung.failed() ? "failed here" : "";
        if (!rung.aside().isEmpty()) {
            special = special.isEmpty() ? rung.aside() : special + ", " + rung.aside();
        }
        String title = fit(rung.title(), true, room);
        String after = special.isEmpty() ? "" : fit("  ·  " + special, rung.failed(), room - pen.width(true, title));
        double width = pen.width(true, title) + pen.width(rung.failed(), after);
        double x = middle() - width / 2;
        pen.text(inks.words(), true, Anchor.START, x, baseline, title);
        pen.text(
                rung.failed() ? inks.failed() : inks.muted(),
                rung.failed(),
                Anchor.START,
                x + pen.width(true, title),
                baseline,
                after);
    }

    private void arrow(Inks inks, Rung rung, double y) {
        var ink = rung.failed() ? inks.failed() : inks.words();
        double weight = rung.failed() ? 2.6 : 1.4;
        switch (rung.direction()) {
            case TO_RESPONDER -> {
                pen.line(ink, weight, left, y, right - HEAD_LENGTH, y);
                pen.polygon(
                        ink,
                        right - 1,
                        y,
                        right - 1 - HEAD_LENGTH,
                        y - HEAD_HALF,
                        right - 1 - HEAD_LENGTH,
                        y + HEAD_HALF);
            }
            case TO_INITIATOR -> {
                pen.line(ink, weight, left + HEAD_LENGTH, y, right, y);
                pen.polygon(
                        ink, left + 1, y, left + 1 + HEAD_LENGTH, y - HEAD_HALF, left + 1 + HEAD_LENGTH, y + HEAD_HALF);
            }
            case LOCAL -> pen.line(inks.lifeline(), 1, left + GAP, y, right - GAP, y);
        }
        if (rung.failed()) {
            cross(inks, y);
        }
    }

    /** Told apart by its shape, whatever the colours. */
    private void cross(Inks inks, double y) {
        double x = middle();
        pen.box(inks.background(), x - CROSS - 3, y - CROSS - 1, 2 * CROSS + 6, 2 * CROSS + 2);
        pen.line(inks.failed(), 3, x - CROSS, y - CROSS, x + CROSS, y + CROSS);
        pen.line(inks.failed(), 3, x - CROSS, y + CROSS, x + CROSS, y - CROSS);
    }

    private double middle() {
        return (left + right) / 2;
    }

    /** Beginning and end with an ellipsis between them where there is no room for all: both sources of a step stay in sight. */
    private String fitEnds(String text, double room) {
        int kept = text.length();
        String fitting = text;
        while (kept > 0 && pen.width(false, fitting) > room) {
            kept--;
            fitting = text.substring(0, (kept + 1) / 2) + ELLIPSIS + text.substring(text.length() - kept / 2);
        }
        return fitting;
    }

    /** The longest beginning that has room, with an ellipsis where something is missing. */
    private String fit(String text, boolean bold, double room) {
        if (pen.width(bold, text) <= room) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (pen.width(bold, text.substring(0, middle) + ELLIPSIS) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0 ? "" : text.substring(0, low) + ELLIPSIS;
    }
}
