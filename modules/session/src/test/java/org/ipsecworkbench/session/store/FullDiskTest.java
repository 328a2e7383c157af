package org.ipsecworkbench.session.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionFile;
import org.ipsecworkbench.session.SessionLimits;
import org.ipsecworkbench.session.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing fails at every byte and call in turn: the session is the former or the new one, and nothing that was added is lost. */
class FullDiskTest {
    @TempDir
    Path folder;

    private Path saved;

    @BeforeEach
    void former() throws IOException {
        saved = folder.resolve("office.ipsecwb");
        Workplace work = Workplace.create(folder.resolve("first"), Samples.empty(), Disk.REAL);
        add(work, "former");
        work.save(saved, 0, ScanMonitor.NONE);
        work.close(false);
    }

    private static EvidenceItem add(Workplace work, String text) throws IOException {
        return work.add(EvidenceKind.EVENTS, "winrm://a", text, Samples.TIME, Samples.bytes(text.repeat(100)));
    }

    private List<String> names() throws IOException {
        try (SessionFile file = SessionFile.open(saved, SessionLimits.DEFAULT)) {
            for (EvidenceItem item : file.session().evidence()) {
                assertEquals(
                        item.name().repeat(100),
                        Samples.text(file.evidence(item).open()));
            }
            assertEquals(List.of(), file.problems());
            return file.session().evidence().stream().map(EvidenceItem::name).toList();
        }
    }

    private List<String> filesBeside() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .toList();
        }
    }

    @Test
    void savingThatFailsLeavesTheFormerSession() throws IOException {
        byte[] former = Files.readAllBytes(saved);
        int failures = 0;
        boolean isSaved = false;
        for (long room = 0; !isSaved; room += 17) {
            Path journal = folder.resolve("journal-" + room);
            Files.write(saved, former);
            Workplace prepared = Workplace.open(saved, journal, SessionLimits.DEFAULT, Disk.REAL);
            add(prepared, "new");
            prepared.close(true);
            Workplace work = Workplace.recover(journal, SessionLimits.DEFAULT, new FailingDisk(room));
            Session before = work.session();
            try {
                work.save(saved, 0, ScanMonitor.NONE);
                isSaved = true;
            } catch (IOException e) {
                failures++;
                for (EvidenceItem item : before.evidence()) {
                    assertEquals(
                            item.name().repeat(100),
                            Samples.text(work.evidence(item).open()));
                }
            }
            work.close(true);
            List<String> names = names();
            assertTrue(names.equals(List.of("former")) || names.equals(List.of("former", "new")), names.toString());
            assertEquals(List.of("office.ipsecwb"), filesBeside(), "no draft stays");
            Workplace again = Workplace.recover(journal, SessionLimits.DEFAULT, Disk.REAL);
            assertEquals(
                    List.of("former", "new"),
                    again.session().evidence().stream().map(EvidenceItem::name).toList());
            for (EvidenceItem item : again.session().evidence()) {
                assertEquals(
                        item.name().repeat(100),
                        Samples.text(again.evidence(item).open()));
            }
            again.close(false);
        }
        assertEquals(List.of("former", "new"), names());
        assertTrue(failures > 20, "it failed " + failures + " times");
    }

    @Test
    void addingThatFailsLeavesTheJournalAsItWas() throws IOException {
        boolean isAdded = false;
        int failures = 0;
        for (long room = 500; !isAdded; room += 23) {
            Path journal = folder.resolve("adding-" + room);
            FailingDisk disk = new FailingDisk(room);
            Workplace work;
            try {
                work = Workplace.create(journal, Samples.empty(), disk);
            } catch (IOException e) {
                continue;
            }
            try {
                add(work, "new");
                isAdded = true;
            } catch (IOException e) {
                failures++;
                assertEquals(0, work.session().evidence().size());
                assertThrows(IOException.class, () -> add(work, "once more"));
            }
            work.close(true);
            Workplace again = Workplace.recover(journal, SessionLimits.DEFAULT, Disk.REAL);
            assertEquals(isAdded ? 1 : 0, again.session().evidence().size(), "with room for " + room);
            assertEquals(List.of(), again.problems());
            again.close(false);
        }
        assertTrue(failures > 10, "it failed " + failures + " times");
    }
}
