package org.ipsecworkbench.diagnosis.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.diagnosis.Diagnosis;

/** Writes bars as SVG, with the numbers in words beside them. */
final class Charts {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 16;

    private Charts() {}

    static void verdicts(Diagnosis diagnosis, Page page) throws IOException {
        write("Findings by verdict", Bar.verdicts(diagnosis), page);
    }

    static void traffic(Diagnosis diagnosis, Page page) throws IOException {
        List<Bar> bars = Bar.traffic(diagnosis);
        if (!bars.isEmpty()) {
            write("Captured packets", bars, page);
        }
    }

    private static void write(String title, List<Bar> bars, Page page) throws IOException {
        page.raw("<section>\n<h2>" + Markup.escape(title) + "</h2>\n<table class=\"chart\">\n");
        for (Bar bar : bars) {
            write(bar, page);
        }
        page.raw("</table>\n</section>\n");
    }

    private static void write(Bar bar, Page page) throws IOException {
        String words = Markup.escape(bar.words());
        page.raw("<tr><td>" + Markup.escape(bar.title()) + "</td><td><svg role=\"img\" viewBox=\"0 0 " + WIDTH + " "
                + HEIGHT + "\" width=\"" + WIDTH + "\" height=\"" + HEIGHT + "\" aria-label=\"" + words + "\">");
        double x = 0;
        for (Bar.Part part : bar.parts()) {
            if (part.size() > 0) {
                double width = WIDTH * (double) part.size() / bar.size();
                page.raw(String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%.2f\" y=\"0\" width=\"%.2f\" height=\"%d\"><title>%s</title></rect>",
                        part.style().key(),
                        x,
                        Math.max(width - 1, 0.5),
                        HEIGHT,
                        Markup.escape(part.size() + " " + part.label())));
                x += width;
            }
        }
        page.raw("</svg></td><td>" + words + "</td></tr>\n");
    }
}
