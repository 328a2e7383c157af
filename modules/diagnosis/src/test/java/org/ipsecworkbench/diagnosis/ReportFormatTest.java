package org.ipsecworkbench.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.ipsecworkbench.diagnosis.spi.Check;
import org.ipsecworkbench.diagnosis.spi.ReportFormat;
import org.junit.jupiter.api.Test;
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

    private static String write(String key) throws IOException {
        Diagnosis diagnosis = Diagnosis.of(List.of(HostEvidence.none("H", false)), List.of(), List.of(CHECK));
        StringWriter out = new StringWriter();
        ReportFormat.find(key).orElseThrow().write(diagnosis, MADE, out);
        return out.toString();
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
}
