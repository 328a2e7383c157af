package org.ipsecworkbench.diagnosis.report;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ipsecworkbench.diagnosis.CheckResult;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.spi.ReportFormat;
import org.openide.util.lookup.ServiceProvider;

/** One row per finding, after RFC 4180. */
@ServiceProvider(service = ReportFormat.class, position = 300)
public final class CsvReport extends TextReport {
    private static final String END = "\r\n";

    @Override
    public String key() {
        return "csv";
    }

    @Override
    public String label() {
        return "Table (CSV)";
    }

    @Override
    void write(Diagnosis diagnosis, Instant made, Writer out) throws IOException {
        row(List.of("made", "check", "finding", "hosts", "verdict", "confidence", "statement", "evidence"), out);
        for (CheckResult check : diagnosis.checks()) {
            for (Finding finding : check.findings()) {
                row(
                        List.of(
                                made.toString(),
                                check.key(),
                                finding.key(),
                                String.join(" ", finding.hosts()),
                                finding.verdict().key(),
                                String.format(Locale.ROOT, "%.2f", finding.confidence()),
                                finding.statement(),
                                finding.evidence().stream().map(Evidence::label).collect(Collectors.joining("; "))),
                        out);
            }
        }
    }

    private static void row(List<String> values, Writer out) throws IOException {
        out.write(values.stream().map(CsvReport::quoted).collect(Collectors.joining(",")) + END);
    }

    /** Quoted, and never a formula to a spreadsheet. */
    private static String quoted(String value) {
        boolean isFormula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        return "\"" + (isFormula ? "'" : "") + value.replace("\"", "\"\"") + "\"";
    }
}
