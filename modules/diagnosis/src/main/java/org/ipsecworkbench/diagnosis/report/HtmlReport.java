package org.ipsecworkbench.diagnosis.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.ipsecworkbench.diagnosis.Cause;
import org.ipsecworkbench.diagnosis.CheckResult;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.spi.ReportFormat;
import org.openide.util.lookup.ServiceProvider;

/**
 * One page that needs nothing else: no script, no font, no picture from elsewhere, which its own policy forbids as well. Light
 * and dark by the reader's choice, black on white on paper.
 */
@ServiceProvider(service = ReportFormat.class, position = 100)
public final class HtmlReport extends TextReport {
    @Override
    public String key() {
        return "html";
    }

    @Override
    public String label() {
        return "Report (HTML)";
    }

    @Override
    void write(Diagnosis diagnosis, Instant made, Writer out) throws IOException {
        Page page = new Page(out);
        page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.element("title", "", "IPsec diagnosis: " + names(diagnosis));
        page.raw("<style>\n" + style() + "</style>\n</head>\n<body>\n<main>\n");
        banner(diagnosis, made, page);
        hosts(diagnosis.scene().hosts(), page);
        List<Cause> causes = diagnosis.causes();
        for (int i = 0; i < causes.size(); i++) {
            Causes.write(causes.get(i), i == 0, page);
        }
        matrix(diagnosis, page);
        Charts.verdicts(diagnosis, page);
        Charts.traffic(diagnosis, page);
        for (CheckResult check : diagnosis.checks()) {
            check(check, page);
        }
        Appendix.write(diagnosis.scene().hosts(), page);
        page.raw("</main>\n</body>\n</html>\n");
    }

    private static String style() throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String names(Diagnosis diagnosis) {
        return String.join(
                ", ", diagnosis.scene().hosts().stream().map(HostFacts::name).toList());
    }

    private static void banner(Diagnosis diagnosis, Instant made, Page page) throws IOException {
        page.raw("<header class=\"" + diagnosis.verdict().key() + "\">\n");
        page.element("p", "verdict", diagnosis.verdict().label());
        page.element("h1", "", diagnosis.headline());
        page.element("p", "", names(diagnosis) + " · " + made.truncatedTo(ChronoUnit.SECONDS));
        boolean isSimulated = diagnosis.scene().hosts().stream()
                .anyMatch(host -> host.evidence().isSimulated());
        if (isSimulated) {
            page.element("p", "simulated", "SIMULATED hosts: nothing here is about a real one.");
        }
        page.raw("</header>\n");
    }

    private static void hosts(List<HostFacts> hosts, Page page) throws IOException {
        page.raw("<section>\n<h2>Hosts</h2>\n<table>\n");
        page.row("th", "Host", "Windows", "Address", "Answers");
        for (HostFacts host : hosts) {
            var failure = host.evidence().failure();
            page.row(
                    "td",
                    host.name(),
                    host.platform().label(),
                    String.join(", ", host.addresses()),
                    host.evidence().transcripts().size() + (failure == null ? "" : ", then: " + failure.explanation()));
        }
        page.raw("</table>\n</section>\n");
    }

    /** Hosts by checks: the worst verdict of each, in words. */
    private static void matrix(Diagnosis diagnosis, Page page) throws IOException {
        List<HostFacts> hosts = diagnosis.scene().hosts();
        page.raw("<section>\n<h2>Checks</h2>\n<table>\n<tr><th>Question</th>");
        for (HostFacts host : hosts) {
            page.element("th", "", host.name());
        }
        page.raw("</tr>\n");
        for (CheckResult check : diagnosis.checks()) {
            page.raw("<tr><td><a href=\"#" + Markup.escape(check.key()) + "\">" + Markup.escape(check.question())
                    + "</a></td>");
            for (HostFacts host : hosts) {
                var verdict = check.of(host.name()).verdict();
                page.element("td", verdict.key(), verdict.label());
            }
            page.raw("</tr>\n");
        }
        page.raw("</table>\n</section>\n");
    }

    private static void check(CheckResult check, Page page) throws IOException {
        page.raw("<section id=\"" + Markup.escape(check.key()) + "\">\n");
        page.element("h2", "", check.question());
        page.element("p", "explanation", check.explanation());
        for (Finding finding : check.findings()) {
            page.raw("<article class=\"" + finding.verdict().key() + "\">\n");
            String sure = finding.confidence() > 0 ? ", " + Page.percent(finding.confidence()) + " sure" : "";
            page.element("h3", "", finding.verdict().label() + sure + ": " + finding.statement() + ".");
            page.evidence(finding.evidence());
            page.element("p", "", "What would change it: " + finding.wouldChange());
            page.raw("</article>\n");
        }
        page.raw("</section>\n");
    }
}
