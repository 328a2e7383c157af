package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.session.EvidenceFiles;
import org.ipsecworkbench.session.EvidenceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirewallLogReaderTest {
    private static final String HEAD = "#Version: 1.5\n#Software: Microsoft Windows Firewall\n#Time Format: Local\n"
            + "#Fields: date time action protocol src-ip dst-ip src-port dst-port\n\n";

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("any.name"), text);
    }

    @Test
    void knowsTheLogByItsFirstLines() throws IOException {
        assertEquals(FirewallLogReader.KIND, EvidenceFiles.kind(file(HEAD)));
        assertEquals(EvidenceKind.FILE, EvidenceFiles.kind(file("2026-01-01 " + HEAD)));
    }

    @Test
    void countsWhatWasDropped() throws IOException {
        Path log = file(HEAD + "2026-01-01 00:00:00 DROP UDP 192.0.2.1 192.0.2.2 500 500\n"
                + "2026-01-01 00:00:01 ALLOW UDP 192.0.2.1 192.0.2.2 53 53");
        assertEquals("2 lines, 1 packets dropped", EvidenceFiles.summary(log, ScanMonitor.NONE));
    }

    @Test
    void aLineWithoutEndTakesNoMemory() throws IOException {
        Path log = file(HEAD + "x".repeat(1 << 20));
        assertEquals("256 lines, 0 packets dropped", EvidenceFiles.summary(log, ScanMonitor.NONE));
    }
}
