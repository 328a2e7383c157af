package org.ipsecworkbench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.IkeFiles;
import org.ipsecworkbench.ike.LogTime;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.session.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence of every kind in one session, and what becomes of it; {@code SessionRedactCommandTest} has those of the lab. */
class SessionRedactionTest {
    private static final Path CAPTURES =
            Path.of(System.getProperty("basedir", ""), "../capture/src/test/resources/org/ipsecworkbench/capture/lab");

    @TempDir
    private Path folder;

    private final Path to() {
        return folder.resolve("other.ipsecwb");
    }

    private static InputStream bytes(String text, Charset charset) {
        return new ByteArrayInputStream(text.getBytes(charset));
    }

    @Test
    void aNameOfOnePieceIsReplacedInEveryOtherWhateverItIsWrittenIn() throws IOException {
        try (SessionWorkspace work = SessionWorkspace.create(folder.resolve("journal"), Samples.empty())) {
            work.update(session -> session.withTitle("Paris01").withNotes("Ask Paris01."));
            work.add(Samples.transcript("paris01", "type \\\\paris01\\c$\\x", "paris01 at 198.51.100.7\r\n"));
            work.add(
                    EvidenceKind.EVENTS,
                    "paris01",
                    "wide",
                    Samples.TIME,
                    bytes("\ufeffof PARIS01", StandardCharsets.UTF_16LE));
            work.add(
                    EvidenceKind.OAKLEY_LOG,
                    "",
                    "log",
                    Samples.TIME,
                    bytes("to paris01 f\u00fcr", StandardCharsets.ISO_8859_1));
            work.add(
                    EvidenceKind.EVENTS,
                    "",
                    "Paris01.evtx",
                    Samples.TIME,
                    bytes("ElfFile\0paris01", StandardCharsets.US_ASCII));
            work.add(
                    EvidenceKind.POLICY,
                    "",
                    "x.reg",
                    Samples.TIME,
                    bytes("REGEDIT4 paris01", StandardCharsets.US_ASCII));
            work.add(EvidenceKind.FILE, "", "paris01.txt", Samples.TIME, bytes("paris01", StandardCharsets.US_ASCII));
            RedactionReport report = SessionRedaction.redact(work, to(), List.of(), ScanMonitor.NONE);
            assertEquals(3, report.kept());
            assertEquals(3, report.leftOut().size(), report.leftOut().toString());
            assertEquals("host1", report.names().get("paris01"));
            assertTrue(report.addresses().containsKey("198.51.100.7"), report.toString());
        }
        try (SessionFile file = SessionFile.open(to(), SessionLimits.DEFAULT)) {
            Session session = file.session();
            assertEquals(List.of(), SessionCheck.problems(file, ScanMonitor.NONE));
            assertEquals("Redacted session", session.title());
            assertEquals("", session.notes());
            assertEquals("type \\\\host1\\c$\\x", session.evidence().get(0).name());
            assertEquals("host1", session.evidence().get(1).host());
            String wide = new String(
                    file.evidence(session.evidence().get(1)).open().readAllBytes(), StandardCharsets.UTF_16LE);
            assertEquals("\ufeffof HOST1", wide);
            String log = new String(
                    file.evidence(session.evidence().get(2)).open().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertEquals("to host1 f\u00fcr", log);
            assertEquals(
                    Optional.of(Duration.ofMillis(-1500)),
                    session.hosts().get(0).clockOffset());
            assertFalse(new String(file.manifest(), StandardCharsets.UTF_8)
                    .toLowerCase(Locale.ROOT)
                    .contains("paris"));
        }
    }

    /** Negotiations with addresses that are only in captures. */
    @Test
    void theNegotiationsOfACaptureAreThoseOfTheOriginal() throws IOException {
        for (String name :
                List.of("c01_ikev1_psk_mismatch", "b01_ikev1_psk_transport", "e01_ikev2_responder_cert_expired")) {
            Path capture = CAPTURES.resolve(name + ".pcap");
            Path journal = folder.resolve(name);
            try (SessionWorkspace work = SessionWorkspace.create(journal, Samples.empty())) {
                work.addFile(capture, EvidenceKind.CAPTURE, "", ScanMonitor.NONE);
                SessionRedaction.redact(work, to(), List.of(), ScanMonitor.NONE);
            }
            try (SessionFile file = SessionFile.open(to(), SessionLimits.DEFAULT)) {
                Path other = file.evidence(file.session().evidence().get(0)).file();
                assertEquals(told(capture), told(other));
            }
            Files.delete(to());
        }
    }

    private static List<String> told(Path capture) throws IOException {
        return IkeFiles.read(
                        capture,
                        new Source("capture", Source.Kind.CAPTURE),
                        LogTime.ofThisMachine(),
                        DecryptionKeys.NONE,
                        ScanMonitor.NONE,
                        IkeFiles.Listener.NONE)
                .report()
                .negotiations()
                .stream()
                .map(SessionRedactionTest::told)
                .toList();
    }

    private static String told(Negotiation one) {
        return one.cookies() + " " + one.mode() + " " + one.outcome() + " "
                + (one.failure() == null ? "" : one.failure().failureClass());
    }
}
