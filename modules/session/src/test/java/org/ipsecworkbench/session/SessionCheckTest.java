package org.ipsecworkbench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.session.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading all evidence of a session, to check it and to export it. */
class SessionCheckTest {
    @TempDir
    private Path folder;

    private Path outside = Path.of("");
    private Path session = Path.of("");

    @BeforeEach
    void aSession() throws IOException {
        outside = Files.writeString(folder.resolve("large.pcap"), "a large capture");
        session = folder.resolve("case.ipsecwb");
        try (SessionWorkspace work = SessionWorkspace.create(folder.resolve("journal"), Samples.empty())) {
            work.add(Samples.transcript("../winrm://a", "netsh ipsec static show all", "No policy\r\n"));
            work.add(EvidenceKind.FILE, "", "..\\..\\note", Samples.TIME, Samples.bytes("it worked"));
            work.addFile(outside, EvidenceKind.CAPTURE, "", ScanMonitor.NONE);
            work.save(session, 1, ScanMonitor.NONE);
        }
    }

    private List<Problem> check() throws IOException {
        try (SessionFile file = SessionFile.open(session, SessionLimits.DEFAULT)) {
            return SessionCheck.problems(file, ScanMonitor.NONE);
        }
    }

    @Test
    void whatWasTakenIsSoundAndWhatWasChangedIsNamed() throws IOException {
        assertEquals(List.of(), check());
        Files.writeString(outside, "another capture");
        assertEquals(List.of("large.pcap is not what was taken: its SHA-256 is another."), told(check()));
        Files.delete(outside);
        assertTrue(
                told(check()).get(0).startsWith("large.pcap cannot be read: "),
                told(check()).toString());
    }

    private static List<String> told(List<Problem> problems) {
        return problems.stream().map(Problem::what).toList();
    }

    @Test
    void evidenceIsExportedByHostAndNeverOutsideOfTheFolder() throws IOException {
        Path to = folder.resolve("exported");
        SessionExport export = export(to);
        assertEquals(new SessionExport(3, List.of()), export);
        assertEquals("it worked", Files.readString(to.resolve("2-note")));
        assertEquals("a large capture", Files.readString(to.resolve("3-large.pcap")));
        Path transcript = to.resolve("winrm-a").resolve("1-netsh.transcript");
        assertTrue(Files.readString(transcript).endsWith("No policy\r\n"));
        List<String> sums = Files.readAllLines(to.resolve("SHA256SUMS"));
        assertEquals(3, sums.size());
        assertTrue(sums.get(0).endsWith("  winrm-a/1-netsh.transcript"), sums.get(0));
        try (SessionFile file = SessionFile.open(session, SessionLimits.DEFAULT)) {
            for (int i = 0; i < 3; i++) {
                String hash = file.session().evidence().get(i).sha256();
                assertEquals(hash, sums.get(i).substring(0, hash.length()));
            }
        }
        assertThrows(IOException.class, () -> export(to), "a folder that is not empty");
    }

    @Test
    void evidenceThatIsMissingIsNamedAndTheRestExported() throws IOException {
        Files.delete(outside);
        SessionExport export = export(folder.resolve("exported"));
        assertEquals(2, export.written());
        assertTrue(export.problems().get(0).what().startsWith("large.pcap is left out: "), export.toString());
    }

    private SessionExport export(Path to) throws IOException {
        try (SessionFile file = SessionFile.open(session, SessionLimits.DEFAULT)) {
            return SessionExport.to(to, file, item -> true, ScanMonitor.NONE);
        }
    }

    @Test
    void aCheckCanBeCancelled() throws IOException {
        ScanMonitor cancelled = new ScanMonitor() {
            @Override
            public boolean cancelled() {
                return true;
            }
        };
        try (SessionFile file = SessionFile.open(session, SessionLimits.DEFAULT)) {
            assertThrows(InterruptedIOException.class, () -> SessionCheck.problems(file, cancelled));
            assertThrows(
                    InterruptedIOException.class,
                    () -> SessionExport.to(folder.resolve("exported"), file, item -> true, cancelled));
        }
    }
}
