package org.ipsecworkbench.session.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.SessionFile;
import org.ipsecworkbench.session.SessionLimits;
import org.ipsecworkbench.session.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed at random points of adding and saving. */
class KillTest {
    private static final int KILLS = 8;
    private static final int LONGEST = 800;

    @TempDir
    Path folder;

    @Test
    void nothingThatWasAddedIsLost() throws IOException, InterruptedException {
        Path saved = folder.resolve("office.ipsecwb");
        Path journal = folder.resolve("journal");
        Workplace first = Workplace.create(journal, Samples.empty(), Disk.REAL);
        first.save(saved, 0, ScanMonitor.NONE);
        first.close(true);
        Random random = new Random(6);
        for (int i = 0; i < KILLS; i++) {
            int added = killed(saved, journal, random.nextInt(LONGEST));
            try (SessionFile file = SessionFile.open(saved, SessionLimits.DEFAULT)) {
                for (EvidenceItem item : file.session().evidence()) {
                    assertEquals(
                            item.name().repeat(5000),
                            Samples.text(file.evidence(item).open()));
                }
                assertEquals(0, file.problems().size(), file.problems().toString());
            }
            Workplace recovered = Workplace.recover(journal, SessionLimits.DEFAULT, Disk.REAL);
            int items = recovered.session().evidence().size();
            assertTrue(items >= added, items + " of " + added + " are left");
            for (EvidenceItem item : recovered.session().evidence()) {
                assertEquals(
                        item.name().repeat(5000),
                        Samples.text(recovered.evidence(item).open()));
            }
            recovered.close(true);
        }
        Workplace last = Workplace.recover(journal, SessionLimits.DEFAULT, Disk.REAL);
        assertTrue(last.session().evidence().size() > KILLS / 2, "it came to work at all");
        last.close(false);
    }

    /** How many items the process said that it had added before it was killed. */
    private static int killed(Path saved, Path journal, int millis) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Saver.class.getName(),
                        saved.toString(),
                        journal.toString())
                .redirectError(Files.createTempFile(journal.getParent(), "saver", ".err")
                        .toFile())
                .start();
        try (BufferedReader out = process.inputReader()) {
            assertNotNull(out.readLine(), "the process started");
            Thread.sleep(millis);
            // Not the process itself, which would close the stream with what it said last.
            process.toHandle().destroyForcibly();
            process.waitFor();
            int added = 0;
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                added = Integer.parseInt(line.strip()) + 1;
            }
            return added;
        }
    }
}
