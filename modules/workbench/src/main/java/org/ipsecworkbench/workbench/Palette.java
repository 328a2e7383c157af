package org.ipsecworkbench.workbench;

import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import javax.swing.Icon;
import javax.swing.UIManager;

/**
 * The colours and fonts of the look and feel of now.
 *
 * <p>Nothing here is to be kept: ask again in {@code updateUI()} and while painting, and a change of the look and feel
 * needs no further care.
 */
public final class Palette {
    private static final double MUTED = 0.36;

    private Palette() {}

    /** Whether the look and feel is a dark one. */
    public static boolean dark() {
        return luminance(background()) < 0.4;
    }

    /** The colour of areas, bars and chips. */
    public static Color fill(Tone tone) {
        return tone.fill(dark());
    }

    /** The colour of words and thin lines. */
    public static Color text(Tone tone) {
        return tone.text(dark());
    }

    /** The fill with its hatching. */
    public static Paint paint(Tone tone) {
        return tone.hatching().over(fill(tone), content());
    }

    /** The fill with stripes, for a second thing of the same tone. */
    public static Paint striped(Tone tone) {
        return Hatching.RISING.over(fill(tone), content());
    }

    /** A small square in the fill of a tone, to stand beside its name. */
    public static Icon chip(Tone tone) {
        return new Chip(tone);
    }

    /** Of windows and panels. */
    public static Color background() {
        return color("Panel.background", Color.WHITE);
    }

    /** Of tables, lists and charts. */
    public static Color content() {
        return color("Table.background", Color.WHITE);
    }

    /** Of words. */
    public static Color foreground() {
        return color("Label.foreground", Color.BLACK);
    }

    /** Of words that matter less; 4.5:1 or better on {@link #background()}. */
    public static Color muted() {
        double share = MUTED;
        while (share > 0 && contrast(mix(foreground(), background(), share), background()) < 4.6) {
            share -= 0.04;
        }
        return mix(foreground(), background(), Math.max(0, share));
    }

    /** Of lines that part things. */
    public static Color line() {
        return mix(foreground(), background(), 0.82);
    }

    /** A tinge of a tone for the background of a message. */
    public static Color tinge(Tone tone) {
        return mix(fill(tone), background(), dark() ? 0.86 : 0.9);
    }

    /** The font of labels. */
    public static Font font() {
        Font font = UIManager.getFont("Label.font");
        return font == null ? new Font(Font.SANS_SERIF, Font.PLAIN, 13) : font;
    }

    /** The font of addresses and digits, whose glyphs are equally wide. */
    public static Font monospaced() {
        Font font = UIManager.getFont("monospaced.font");
        return font == null ? new Font(Font.MONOSPACED, Font.PLAIN, font().getSize()) : font;
    }

    /** Contrast of two colours by WCAG 2, 1 to 21. */
    public static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static Color color(String key, Color otherwise) {
        Color color = UIManager.getColor(key);
        // Not the UIResource itself: a component that holds one loses it when the look and feel changes.
        return color == null ? otherwise : new Color(color.getRGB());
    }

    /** The first colour with a share of the second in it. */
    private static Color mix(Color one, Color other, double share) {
        return new Color(
                mix(one.getRed(), other.getRed(), share),
                mix(one.getGreen(), other.getGreen(), share),
                mix(one.getBlue(), other.getBlue(), share));
    }

    private static int mix(int one, int other, double share) {
        return (int) Math.round(one * (1 - share) + other * share);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int component) {
        double c = component / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
