package org.ipsecworkbench.diagnosis.report;

import java.io.IOException;
import java.util.List;
import org.ipsecworkbench.diagnosis.Cause;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.Remedy;

/** A cause with what speaks for and against it, and what may help. */
final class Causes {
    private Causes() {}

    static void write(Cause cause, boolean isFirst, Page page) throws IOException {
        page.raw("<section class=\"cause\">\n");
        page.element("h2", "", (isFirst ? "The cause, " : "Also, ") + Page.percent(cause.confidence()) + " sure");
        // The first one is the headline of the page.
        if (!isFirst) {
            page.element("p", "sentence", cause.sentence());
        }
        page.element("h3", "", "Seen at");
        page.evidence(cause.finding().evidence());
        findings("It explains", cause.supporting(), page);
        findings("Against it", cause.against(), page);
        page.element("p", "", "What would change it: " + cause.finding().wouldChange());
        page.element("p", "next", "Next step: " + cause.nextStep());
        for (Remedy remedy : cause.finding().remedies()) {
            remedy(remedy, page);
        }
        page.raw("</section>\n");
    }

    private static void findings(String title, List<Finding> findings, Page page) throws IOException {
        if (findings.isEmpty()) {
            return;
        }
        page.element("h3", "", title);
        page.raw("<ul>\n");
        for (Finding finding : findings) {
            page.element("li", "", finding.statement() + ".");
        }
        page.raw("</ul>\n");
    }

    private static void remedy(Remedy remedy, Page page) throws IOException {
        page.raw("<div class=\"remedy\">\n");
        page.element("h3", "", "What may help: " + remedy.title());
        page.commands(remedy.commandLines());
        page.element("p", "", "Risk: " + remedy.risk().label() + ". " + remedy.warning());
        if (!remedy.canBeUndone()) {
            page.element("p", "", "No command undoes it.");
        } else {
            page.element("p", "", "To undo it:");
            page.commands(remedy.undoLines());
        }
        page.raw("</div>\n");
    }
}
