package org.ipsecworkbench.diagnosis.report;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.diagnosis.Cause;
import org.ipsecworkbench.diagnosis.CheckResult;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.spi.ReportFormat;
import org.openide.util.lookup.ServiceProvider;

/**
 * The report for paper and archives: A4, black on white, in words first. It has no font in it, so that letters beyond Western ones
 * are written by their code points; the page in HTML shows them.
 */
@ServiceProvider(service = ReportFormat.class, position = 120)
public final class PdfReport implements ReportFormat {
    private static final float MARGIN = 54;

    @Override
    public String key() {
        return "pdf";
    }

    @Override
    public String label() {
        return "Report (PDF)";
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public void write(Diagnosis diagnosis, Instant made, OutputStream out) throws IOException {
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        try {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            writer.setCloseStream(false);
            Sheet sheet = new Sheet(document, writer);
            sheet.begin("IPsec diagnosis: " + names(diagnosis));
            write(diagnosis, made, sheet);
            document.close();
        } catch (DocumentException e) {
            throw new IOException("The PDF could not be made: " + e.getMessage(), e);
        }
    }

    private static String names(Diagnosis diagnosis) {
        return String.join(
                ", ", diagnosis.scene().hosts().stream().map(HostFacts::name).toList());
    }

    private static void write(Diagnosis diagnosis, Instant made, Sheet sheet) {
        sheet.quiet(diagnosis.verdict().label());
        sheet.title(diagnosis.headline());
        sheet.quiet(names(diagnosis) + " · " + made.truncatedTo(ChronoUnit.SECONDS));
        if (diagnosis.scene().hosts().stream().anyMatch(host -> host.evidence().isSimulated())) {
            sheet.text("SIMULATED hosts: nothing here is about a real one.");
        }
        for (Cause cause : diagnosis.causes()) {
            cause(cause, sheet);
        }
        sheet.heading("Hosts");
        for (HostFacts host : diagnosis.scene().hosts()) {
            sheet.text(host.name() + ": " + host.platform().label() + ", " + String.join(", ", host.addresses()));
        }
        sheet.heading("Hosts by checks");
        matrix(diagnosis, sheet);
        sheet.heading("Findings by verdict");
        sheet.bars(Bar.verdicts(diagnosis));
        List<Bar> traffic = Bar.traffic(diagnosis);
        if (!traffic.isEmpty()) {
            sheet.heading("Captured packets");
            sheet.bars(traffic);
        }
        for (CheckResult check : diagnosis.checks()) {
            sheet.heading(check.question());
            sheet.quiet(check.explanation());
            check.findings().forEach(finding -> finding(finding, sheet));
        }
        asked(diagnosis, sheet);
    }

    /** Every command with the digest of what it printed, in lines rather than columns, which a digest has no room in. */
    private static void asked(Diagnosis diagnosis, Sheet sheet) {
        sheet.heading("What was asked");
        sheet.quiet(Appendix.EXPLANATION);
        for (HostFacts host : diagnosis.scene().hosts()) {
            sheet.strong(host.name());
            for (List<String> row : Appendix.rows(host)) {
                sheet.code(row.get(0));
                sheet.item(row.get(3) + ", exit " + row.get(4) + ", " + row.get(5) + " bytes");
                sheet.code(row.get(row.size() - 1));
            }
        }
    }

    private static void matrix(Diagnosis diagnosis, Sheet sheet) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(List.of("Host", "Check", "Verdict")));
        for (HostFacts host : diagnosis.scene().hosts()) {
            for (CheckResult check : diagnosis.checks()) {
                rows.add(List.of(
                        host.name(),
                        check.key(),
                        check.of(host.name()).verdict().label()));
            }
        }
        sheet.table(rows);
    }

    private static void cause(Cause cause, Sheet sheet) {
        sheet.heading(cause.sentence());
        sheet.text(Page.percent(cause.confidence()) + " sure. Next step: " + cause.nextStep());
        evidence(cause.finding().evidence(), sheet);
        cause.supporting().forEach(finding -> sheet.item("It explains: " + finding.statement() + "."));
        cause.against().forEach(finding -> sheet.item("Against it: " + finding.statement() + "."));
        sheet.quiet("What would change it: " + cause.finding().wouldChange());
        cause.finding().remedies().forEach(remedy -> remedy(remedy, sheet));
    }

    private static void remedy(Remedy remedy, Sheet sheet) {
        sheet.strong("What may help: " + remedy.title());
        remedy.commandLines().forEach(sheet::code);
        sheet.text("Risk: " + remedy.risk().label() + ". " + remedy.warning());
        sheet.text(remedy.canBeUndone() ? "To undo it:" : "No command undoes it.");
        remedy.undoLines().forEach(sheet::code);
    }

    private static void finding(Finding finding, Sheet sheet) {
        String sure = finding.confidence() > 0 ? ", " + Page.percent(finding.confidence()) + " sure" : "";
        sheet.strong(finding.verdict().label() + sure + ": " + finding.statement() + ".");
        evidence(finding.evidence(), sheet);
        sheet.quiet("What would change it: " + finding.wouldChange());
    }

    private static void evidence(List<Evidence> evidence, Sheet sheet) {
        evidence.forEach(one -> sheet.item(one.label()));
    }
}
