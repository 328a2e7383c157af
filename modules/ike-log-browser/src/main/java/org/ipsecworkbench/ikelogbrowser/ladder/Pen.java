package org.ipsecworkbench.ikelogbrowser.ladder;

import java.awt.Color;

/** What a ladder is drawn with, on the screen or into a file. Lengths are pixels of an unscaled screen. */
interface Pen {
    /** Which end of a text its place is. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** A straight line. */
    void line(Color color, double width, double x1, double y1, double x2, double y2);

    /** A filled rectangle. */
    void box(Color color, double x, double y, double width, double height);

    /** A filled polygon of x and y in turn. */
    void polygon(Color color, double... corners);

    /** A line of text on its baseline. */
    void text(Color color, boolean bold, Anchor anchor, double x, double baseline, String text);

    /** How wide a text is. */
    double width(boolean bold, String text);

    /** How high a line of text is. */
    int lineHeight();
}
