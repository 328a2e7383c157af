package org.ipsecworkbench.ikelogbrowser.ladder;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Locale;

/**
 * Draws into a text of Scalable Vector Graphics 1.1. Texts stay texts, so that they can be searched and copied; where the
 * reader lacks the font, another one of about the same width takes its place.
 */
final class SvgPen implements Pen {
    private final StringBuilder body = new StringBuilder();
    private final FontRenderContext context = new FontRenderContext(null, true, true);
    private final Font plain;
    private final Font bold;

    SvgPen(Font font) {
        plain = font;
        bold = font.deriveFont(Font.BOLD);
    }

    /** The whole document of what was drawn. */
    String document(int width, int height, String title) {
        return String.format(
                        Locale.ROOT,
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>%n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\""
                                + " height=\"%d\" viewBox=\"0 0 %d %d\" font-family=\"%s, sans-serif\" font-size=\"%s\">%n"
                                + "<title>%s</title>%n",
                        width,
                        height,
                        width,
                        height,
                        escape(plain.getFamily(Locale.ROOT)),
                        number(plain.getSize2D()),
                        escape(title))
                + body
                + "</svg>\n";
    }

    @Override
    public void line(Color color, double width, double x1, double y1, double x2, double y2) {
        body.append("<line x1=\"").append(number(x1)).append("\" y1=\"").append(number(y1));
        body.append("\" x2=\"").append(number(x2)).append("\" y2=\"").append(number(y2));
        body.append("\" stroke=\"").append(hex(color)).append("\" stroke-width=\"");
        body.append(number(width)).append("\"/>\n");
    }

    @Override
    public void box(Color color, double x, double y, double width, double height) {
        body.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
        body.append("\" width=\"").append(number(width)).append("\" height=\"").append(number(height));
        body.append("\" fill=\"").append(hex(color)).append("\"/>\n");
    }

    @Override
    public void polygon(Color color, double... corners) {
        body.append("<polygon points=\"");
        for (int i = 0; i < corners.length; i++) {
            body.append(i == 0 ? "" : " ").append(number(corners[i]));
        }
        body.append("\" fill=\"").append(hex(color)).append("\"/>\n");
    }

    @Override
    public void text(Color color, boolean isBold, Anchor anchor, double x, double baseline, String text) {
        body.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(baseline));
        body.append("\" fill=\"").append(hex(color)).append('"');
        body.append(isBold ? " font-weight=\"bold\"" : "");
        body.append(
                anchor == Anchor.START ? "" : " text-anchor=\"" + anchor.name().toLowerCase(Locale.ROOT) + '"');
        body.append('>').append(escape(text)).append("</text>\n");
    }

    @Override
    public double width(boolean isBold, String text) {
        return (isBold ? bold : plain).getStringBounds(text, context).getWidth();
    }

    @Override
    public int lineHeight() {
        return (int) Math.ceil(plain.getLineMetrics("Xg", context).getHeight());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String hex(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
    }

    /** Control characters, which XML 1.0 cannot hold at all, become the replacement character. */
    private static String escape(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(isXml(c) ? c : 0xfffd);
            }
        });
        return safe.toString();
    }

    private static boolean isXml(int c) {
        return c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000;
    }
}
