package org.ipsecworkbench.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.lowagie.text.pdf.PRStream;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.diagnosis.spi.ReportFormat;
import org.ipsecworkbench.hostconnection.Transcript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class ReportFormatTest {
    private static final Instant MADE = Instant.parse("2026-11-25T09:30:00Z");
    private static final String HOSTILE = "=1+1 <script>alert(\"x\")</script> & 'y' \u0001";

    /** A check that finds what somebody hostile named. */
    private static final Check CHECK = new Check() {
        @Override
        public String key() {
            return "hostile";
        }

        @Override
        public String question() {
            return "Is it hostile?";
        }

        @Override
        public String explanation() {
            return "It may be.";
        }

        @Override
        public List<Need> needs(HostEvidence host) {
            return List.of();
        }

        @Override
        public List<Finding> examine(Scene scene) {
            return List.of(finding(Verdict.FAILED), finding(Verdict.INCONCLUSIVE), finding(Verdict.OK));
        }

        private static Finding finding(Verdict verdict) {
            return Finding.of(
                    "service-stopped",
                    List.of("H"),
                    verdict,
                    0.5,
                    HOSTILE,
                    List.of(new Evidence("H", "sc query", "line 1", HOSTILE)),
                    "Nothing.");
        }

        @Override
        public String next() {
            return "";
        }
    };

    private static Diagnosis diagnosis() {
        return Diagnosis.of(List.of(HostEvidence.none("H", false)), List.of(), List.of(CHECK));
    }

    private static byte[] bytes(String key, Diagnosis diagnosis) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportFormat.find(key).orElseThrow().write(diagnosis, MADE, out);
        return out.toByteArray();
    }

    private static String write(String key) throws IOException {
        return new String(bytes(key, diagnosis()), StandardCharsets.UTF_8);
    }

    @Test
    void thePageNeedsNothingElseAndRunsNothing() throws IOException {
        String page = write("html");
        assertTrue(page.startsWith("<!DOCTYPE html>"));
        assertFalse(page.contains("<script"), page);
        assertFalse(page.contains("src="), page);
        assertFalse(page.contains("url("), page);
        assertTrue(page.contains("&lt;script&gt;"), page);
        assertTrue(page.contains("prefers-color-scheme: dark"));
        assertTrue(page.contains("@media print"));
    }

    @Test
    void everyFindingIsACase() throws Exception {
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(write("junit").getBytes(StandardCharsets.UTF_8)));
        assertEquals(3, xml.getElementsByTagName("testcase").getLength());
        assertEquals(1, xml.getElementsByTagName("failure").getLength());
        assertEquals(1, xml.getElementsByTagName("skipped").getLength());
        assertEquals("1", xml.getDocumentElement().getAttribute("failures"));
        assertEquals("3", xml.getDocumentElement().getAttribute("tests"));
    }

    @Test
    void everyFindingIsARowAndNoneAFormula() throws IOException {
        List<String> rows = write("csv").lines().toList();
        assertEquals(4, rows.size());
        assertTrue(rows.get(1).contains("\"'=1+1 <script>alert(\"\"x\"\")</script>"), rows.get(1));
    }

    @Test
    void thePageShowsNumbersAsBarsWithTheirWords() throws IOException {
        String page = write("html");
        assertTrue(page.contains("<svg role=\"img\""), page);
        assertTrue(page.contains("aria-label=\"1 failed, 1 cannot be told, 1 ok\""), page);
        assertTrue(page.contains("<title>1 Failed</title>"), page);
    }

    @Test
    void thePdfHasAllThatTheDiagnosisSays() throws IOException {
        PdfReader reader = new PdfReader(bytes("pdf", diagnosis()));
        String text = text(reader);
        assertTrue(text.contains("Is it hostile?"), text);
        assertTrue(text.contains("<script>alert"), text);
        assertTrue(text.contains("1 failed, 1 cannot be told, 1 ok"), text);
        assertEquals("IPsec diagnosis: H", reader.getInfo().get("Title"));
        assertFalse(ReportFormat.find("pdf").orElseThrow().isText());
    }

    @Test
    void thePdfHasTheDigestOfAllThatWasPrintedAndABarForEachCheck() throws Exception {
        Diagnosis diagnosis;
        try (LabHosts hosts = new LabHosts("service-stopped")) {
            diagnosis = hosts.diagnose();
        }
        PdfReader reader = new PdfReader(bytes("pdf", diagnosis));
        String text = text(reader);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        for (HostFacts host : diagnosis.scene().hosts()) {
            for (Transcript transcript : host.evidence().transcripts()) {
                String digest = HexFormat.of().formatHex(sha256.digest(transcript.output()));
                assertTrue(text.contains(digest), transcript.line());
            }
        }
        int bars = 0;
        for (int i = 1; i < reader.getXrefSize(); i++) {
            if (reader.getPdfObject(i) instanceof PRStream stream
                    && PdfName.FORM.equals(stream.getAsName(PdfName.SUBTYPE))) {
                bars++;
            }
        }
        assertEquals(diagnosis.checks().size(), bars);
    }

    private static String text(PdfReader reader) throws IOException {
        StringBuilder text = new StringBuilder();
        PdfTextExtractor extractor = new PdfTextExtractor(reader);
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(extractor.getTextFromPage(page));
        }
        return text.toString();
    }

    @Test
    void lettersThatNoFontHasAreNamedByTheirNumbers() throws IOException {
        Diagnosis diagnosis = Diagnosis.of(List.of(HostEvidence.none("失敗", false)), List.of(), List.of());
        PdfReader reader = new PdfReader(bytes("pdf", diagnosis));
        assertTrue(reader.getInfo().get("Title").contains("[U+5931][U+6557]"), reader.getInfo()::toString);
    }

    @Test
    void theDataNamesItsSchema() throws IOException {
        String json = write("json");
        assertTrue(json.contains("\"schema\" : \"ipsecwb/diagnosis/1\""), json);
        assertTrue(json.contains("\\u0001"), "control characters are escaped: " + json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"respond-only", "kerberos-exemption", "service-stopped", "certificate-missing"})
    void nothingOfTheNetworkIsLeftInARedactedReport(String scenario) throws Exception {
        Diagnosis diagnosis;
        try (LabHosts hosts = new LabHosts(scenario)) {
            diagnosis = hosts.diagnose();
        }
        Diagnosis redacted = Redacted.of(diagnosis);
        for (String key : List.of("html", "json", "csv", "junit")) {
            String text = new String(bytes(key, redacted), StandardCharsets.UTF_8);
            String open = new String(bytes(key, diagnosis), StandardCharsets.UTF_8);
            assertTrue(open.contains("SRV1") && text.contains("HOST-1"), key);
            for (String secret : List.of("SRV1", "SRV2", "10.57.0.", "lab.test", "DC1.")) {
                assertFalse(
                        text.toLowerCase(Locale.ROOT).contains(secret.toLowerCase(Locale.ROOT)),
                        key + ": " + secret + " in " + text);
            }
        }
        assertEquals(diagnosis.causes().size(), redacted.causes().size());
    }
}
