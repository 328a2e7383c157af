package org.ipsecworkbench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.session.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that was cut anywhere gives what came before the cut. */
class SalvageTest {
    @TempDir
    private Path folder;

    private byte[] whole = {};

    @BeforeEach
    void aSession() throws IOException {
        Path file = folder.resolve("whole.ipsecwb");
        try (SessionWorkspace work = SessionWorkspace.create(folder.resolve("journal"), Samples.empty())) {
            for (int i = 0; i < 3; i++) {
                work.add(EvidenceKind.FILE, "", "note " + i, Samples.TIME, Samples.bytes("it worked " + i));
            }
            work.save(file, SessionWorkspace.DEFAULT_MAX_INSIDE, ScanMonitor.NONE);
        }
        whole = Files.readAllBytes(file);
    }

    private Path cut(int length) throws IOException {
        return Files.write(folder.resolve("cut.ipsecwb"), Arrays.copyOf(whole, length));
    }

    @Test
    void whatCameBeforeACutIsThereWhereverItWasCut() throws IOException {
        int before = 0;
        for (int length = 0; length < whole.length; length++) {
            Path cut = cut(length);
            int read = 0;
            try (SessionFile file = SessionFile.open(cut, SessionLimits.DEFAULT)) {
                assertTrue(!file.problems().isEmpty(), "a cut is told");
                for (EvidenceItem item : file.session().evidence()) {
                    read += isWhole(file, item) ? 1 : 0;
                }
            } catch (SessionFormatException e) {
                assertTrue(e.getMessage().contains("is no session"), e.getMessage());
            }
            assertTrue(read >= before, "at " + length + " less than before");
            before = read;
        }
        assertEquals(3, before);
    }

    private static boolean isWhole(SessionFile file, EvidenceItem item) {
        try {
            return Samples.text(file.evidence(item).open()).matches("it worked \\d");
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aCutSessionIsSavedWholeAgain() throws IOException {
        Path cut = cut(whole.length - 30);
        try (SessionWorkspace work = SessionWorkspace.open(cut, folder.resolve("again"), SessionLimits.DEFAULT)) {
            assertTrue(
                    work.problems().get(0).what().startsWith("The file has no end"),
                    work.problems().toString());
            work.save(folder.resolve("again.ipsecwb"), SessionWorkspace.DEFAULT_MAX_INSIDE, ScanMonitor.NONE);
        }
        try (SessionFile file = SessionFile.open(folder.resolve("again.ipsecwb"), SessionLimits.DEFAULT)) {
            assertEquals(List.of(), SessionCheck.problems(file, ScanMonitor.NONE));
            assertEquals(3, file.session().evidence().size());
        }
    }
}
