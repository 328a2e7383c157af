package org.ipsecworkbench.diagnosis.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.capture.Count;
import org.ipsecworkbench.capture.Direction;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.diagnosis.CaptureEvidence;
import org.ipsecworkbench.diagnosis.CheckResult;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.Pair;
import org.ipsecworkbench.diagnosis.Verdict;

/**
 * Stacked bars as SVG: what the checks found, and what captures show between hosts. Numbers stand in words beside them, so that no
 * colour has to be told from another.
 */
final class Charts {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 16;

    private Charts() {}

    /**
     * A part of a bar.
     *
     * @param style the class of its colour
     */
    private record Part(String style, String label, long size) {}

    /** How many findings of each check came out how. */
    static void verdicts(Diagnosis diagnosis, Page page) throws IOException {
        page.raw("<section>\n<h2>Findings by verdict</h2>\n<table class=\"chart\">\n");
        for (CheckResult check : diagnosis.checks()) {
            List<Part> parts = new ArrayList<>();
            for (Verdict verdict : Verdict.values()) {
                long size = check.findings().stream()
                        .filter(finding -> finding.verdict() == verdict)
                        .count();
                parts.add(0, new Part(verdict.key(), verdict.label(), size));
            }
            bar(check.key(), parts, page);
        }
        page.raw("</table>\n</section>\n");
    }

    /** What captures show of each pair of hosts, in packets; nothing where there is no capture of them. */
    static void traffic(Diagnosis diagnosis, Page page) throws IOException {
        boolean isBegun = false;
        for (CaptureEvidence capture : diagnosis.scene().captures()) {
            for (Pair pair : diagnosis.scene().pairs()) {
                for (HostPair seen : capture.of(pair.one(), pair.other())) {
                    if (!isBegun) {
                        page.raw("<section>\n<h2>Captured packets</h2>\n<table class=\"chart\">\n");
                        isBegun = true;
                    }
                    bar(pair.label() + " in " + capture.name(), parts(seen.total()), page);
                }
            }
        }
        if (isBegun) {
            page.raw("</table>\n</section>\n");
        }
    }

    private static List<Part> parts(Direction all) {
        return List.of(
                part("ok", "encrypted", all.encrypted()),
                part("attention", "readable", all.readable()),
                part("inconclusive", "not proven", all.unproven()),
                part("failed", "in clear", all.clear()),
                part("not-applicable", "exempt or undecidable", all.exempt().plus(all.undecidable())));
    }

    private static Part part(String style, String label, Count count) {
        return new Part(style, label, count.packets());
    }

    private static void bar(String title, List<Part> parts, Page page) throws IOException {
        long sum = parts.stream().mapToLong(Part::size).sum();
        String words = String.join(
                ", ",
                parts.stream()
                        .filter(part -> part.size() > 0)
                        .map(part -> part.size() + " " + part.label().toLowerCase(Locale.ROOT))
                        .toList());
        page.raw("<tr><td>" + Markup.escape(title) + "</td><td><svg role=\"img\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" width=\"" + WIDTH + "\" height=\"" + HEIGHT + "\" aria-label=\"" + Markup.escape(words)
                + "\">");
        double x = 0;
        for (Part part : parts) {
            if (part.size() > 0) {
                double width = WIDTH * (double) part.size() / sum;
                page.raw(String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%.2f\" y=\"0\" width=\"%.2f\" height=\"%d\"><title>%s</title></rect>",
                        part.style(),
                        x,
                        Math.max(width - 1, 0.5),
                        HEIGHT,
                        Markup.escape(part.size() + " " + part.label())));
                x += width;
            }
        }
        page.raw("</svg></td><td>" + Markup.escape(words.isEmpty() ? "none" : words) + "</td></tr>\n");
    }
}
