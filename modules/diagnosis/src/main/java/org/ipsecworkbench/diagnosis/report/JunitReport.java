package org.ipsecworkbench.diagnosis.report;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import org.ipsecworkbench.diagnosis.CheckResult;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.diagnosis.spi.ReportFormat;
import org.openide.util.lookup.ServiceProvider;

/**
 * Results as continuous integration takes them: a suite per check, a case per finding. What needs attention or failed is a
 * failure; what cannot be told or does not apply is skipped.
 */
@ServiceProvider(service = ReportFormat.class, position = 200)
public final class JunitReport extends TextReport {
    private static final String END = "\n";

    @Override
    public String key() {
        return "junit";
    }

    @Override
    public String extension() {
        return "xml";
    }

    @Override
    public String label() {
        return "Results for continuous integration (JUnit XML)";
    }

    @Override
    void write(Diagnosis diagnosis, Instant made, Writer out) throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + END);
        List<Finding> all = diagnosis.findings();
        out.write("<testsuites name=\"ipsecwb diagnose\"" + counts(all) + ">" + END);
        for (CheckResult check : diagnosis.checks()) {
            out.write("  <testsuite name=\"" + Markup.escape(check.key()) + "\" timestamp=\"" + made + "\""
                    + counts(check.findings()) + ">" + END);
            for (Finding finding : check.findings()) {
                out.write("    <testcase classname=\"" + Markup.escape(check.key()) + "\" name=\""
                        + Markup.escape(finding.key() + " " + String.join(" ", finding.hosts())) + "\"");
                out.write(finding.verdict() == Verdict.OK ? "/>" + END : ">" + END + body(finding));
            }
            out.write("  </testsuite>" + END);
        }
        out.write("</testsuites>" + END);
    }

    private static String counts(List<Finding> findings) {
        long failed = findings.stream().filter(one -> one.verdict().isProblem()).count();
        long skipped = findings.stream().filter(JunitReport::isSkipped).count();
        return " tests=\"" + findings.size() + "\" failures=\"" + failed + "\" skipped=\"" + skipped
                + "\" errors=\"0\"";
    }

    private static boolean isSkipped(Finding finding) {
        return finding.verdict() == Verdict.INCONCLUSIVE || finding.verdict() == Verdict.NOT_APPLICABLE;
    }

    private static String body(Finding finding) {
        String message = " message=\"" + Markup.escape(finding.statement()) + "\"";
        StringBuilder body = new StringBuilder();
        if (isSkipped(finding)) {
            body.append("      <skipped").append(message).append("/>").append(END);
        } else {
            body.append("      <failure type=\"")
                    .append(finding.verdict().key())
                    .append('"')
                    .append(message)
                    .append('>');
            for (Evidence evidence : finding.evidence()) {
                body.append(END).append(Markup.escape(evidence.label()));
            }
            body.append("</failure>").append(END);
        }
        return body.append("    </testcase>").append(END).toString();
    }
}
