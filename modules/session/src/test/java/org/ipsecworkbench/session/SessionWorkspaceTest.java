package org.ipsecworkbench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.session.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionWorkspaceTest {
    private static final Transcript TRANSCRIPT =
            Samples.transcript("winrm://a", "netsh ipsec static show all", "No policy\r\n");

    @TempDir
    Path folder;

    private Path journal;
    private Path saved;

    @BeforeEach
    void places() {
        journal = folder.resolve("journals").resolve("1");
        saved = folder.resolve("office.ipsecwb");
    }

    private SessionWorkspace begin() throws IOException {
        return SessionWorkspace.create(journal, Samples.empty());
    }

    @Test
    void whatWasSavedIsReadAlike() throws IOException {
        Session session;
        Path capture = Files.writeString(folder.resolve("office.pcap"), "packets");
        try (SessionWorkspace work = begin()) {
            EvidenceItem item = work.add(TRANSCRIPT);
            work.addFile(capture, EvidenceKind.CAPTURE, "", ScanMonitor.NONE);
            work.add(
                    EvidenceKind.OAKLEY_LOG, "winrm://b", "C:\\Windows\\debug\\Oakley.log", null, Samples.bytes("log"));
            work.update(old -> old.with(item.withNote("before").withBaseline(true))
                    .withBookmarks(List.of(new Bookmark(item.id(), "line 1", "look", ""))));
            assertTrue(work.isChanged());
            work.save(saved, 100, ScanMonitor.NONE);
            assertFalse(work.isChanged());
            session = work.session();
        }
        assertFalse(Files.exists(journal), "the journal is gone once all is saved");
        Files.delete(capture);
        try (SessionFile file = SessionFile.open(saved, SessionLimits.DEFAULT)) {
            assertEquals(session, file.session());
            assertEquals(
                    List.of("1", "2", "3"),
                    session.evidence().stream().map(EvidenceItem::id).toList());
            assertEquals(
                    List.of("winrm://a", "winrm://b"),
                    session.hosts().stream().map(SessionHost::name).toList());
            Transcript again = file.evidence(session.evidence().get(0)).transcript();
            assertEquals("No policy\r\n", again.outputText());
            assertEquals(TRANSCRIPT.clockOffset(), again.clockOffset());
            assertEquals(
                    "packets",
                    Files.readString(file.evidence(session.evidence().get(1)).file()));
            assertEquals(
                    "log", Samples.text(file.evidence(session.evidence().get(2)).open()));
            assertEquals(List.of(), file.problems());
        }
    }

    @Test
    void muchIsAddedAtOnceOrNotAtAll() throws IOException {
        try (SessionWorkspace work = begin()) {
            work.add(TRANSCRIPT);
            List<Addition> two = List.of(
                    new Addition(EvidenceKind.FILE, "winrm://b", "a/Notes.txt", null, () -> Samples.bytes("one")),
                    new Addition(EvidenceKind.FILE, "", "b/Notes.txt", null, () -> Samples.bytes("two")));
            List<EvidenceItem> added = work.addAll(two);
            assertEquals(added, work.session().evidence().subList(1, 3));
            assertEquals(List.of("2", "3"), added.stream().map(EvidenceItem::id).toList());
            assertEquals("one", Samples.text(work.evidence(added.get(0)).open()));
            assertEquals("two", Samples.text(work.evidence(added.get(1)).open()));
            assertTrue(work.session().host("winrm://b").isPresent());
            Session before = work.session();
            Addition broken = new Addition(EvidenceKind.FILE, "", "gone", null, () -> {
                throw new IOException("gone");
            });
            assertThrows(IOException.class, () -> work.addAll(List.of(two.get(0), broken)));
            assertEquals(before, work.session());
        }
        try (SessionWorkspace again = SessionWorkspace.recover(journal, SessionLimits.DEFAULT)) {
            assertEquals(3, again.session().evidence().size());
        }
    }

    @Test
    void theSameSessionIsTheSameFile() throws IOException {
        try (SessionWorkspace work = begin()) {
            work.add(TRANSCRIPT);
            work.save(saved, 0, ScanMonitor.NONE);
            Path again = folder.resolve("again.ipsecwb");
            work.save(again, 0, ScanMonitor.NONE);
            assertEquals(-1, Files.mismatch(saved, again));
        }
    }

    @Test
    void aLargeFileIsReferredToAndMovesWithTheSession() throws IOException {
        Files.writeString(folder.resolve("office.pcap"), "many packets");
        try (SessionWorkspace work = begin()) {
            work.addFile(folder.resolve("office.pcap"), EvidenceKind.CAPTURE, "", ScanMonitor.NONE);
            work.save(saved, 5, ScanMonitor.NONE);
            assertEquals(
                    "many packets",
                    Samples.text(work.evidence(work.session().evidence().get(0)).open()));
        }
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.move(folder.resolve("office.pcap"), elsewhere.resolve("office.pcap"));
        Files.move(saved, elsewhere.resolve("office.ipsecwb"));
        try (SessionFile file = SessionFile.open(elsewhere.resolve("office.ipsecwb"), SessionLimits.DEFAULT)) {
            EvidenceItem item = file.session().evidence().get(0);
            assertEquals(new Location.Outside("office.pcap"), item.location());
            assertEquals("many packets", Samples.text(file.evidence(item).open()));
            Files.writeString(elsewhere.resolve("office.pcap"), "more packets");
            assertEquals("more packets", Samples.text(file.evidence(item).open()));
            assertTrue(
                    file.problems().get(0).what().contains("SHA-256"),
                    file.problems().toString());
            Files.writeString(elsewhere.resolve("office.pcap"), "few");
            assertThrows(SessionFormatException.class, () -> file.evidence(item).open());
        }
    }

    @Test
    void aFileThatHasChangedSinceIsNotSavedAsIfItWereTheSame() throws IOException {
        Path capture = Files.writeString(folder.resolve("office.pcap"), "packets");
        try (SessionWorkspace work = begin()) {
            work.add(TRANSCRIPT);
            work.save(saved, 100, ScanMonitor.NONE);
            work.addFile(capture, EvidenceKind.CAPTURE, "", ScanMonitor.NONE);
            Files.writeString(capture, "PACKETS");
            IOException failed = assertThrows(IOException.class, () -> work.save(saved, 100, ScanMonitor.NONE));
            assertTrue(failed.getMessage().contains("office.pcap has changed"), failed.getMessage());
            assertEquals(
                    "No policy\r\n",
                    work.evidence(work.session().evidence().get(0)).transcript().outputText());
            Files.writeString(capture, "packets and more");
            work.save(saved, 100, ScanMonitor.NONE);
            assertEquals(
                    "packets",
                    Samples.text(work.evidence(work.session().evidence().get(1)).open()));
        }
    }

    @Test
    void whatWasNotSavedIsRecovered() throws IOException {
        Session session;
        SessionWorkspace work = begin();
        work.add(TRANSCRIPT);
        work.save(saved, 0, ScanMonitor.NONE);
        work.add(EvidenceKind.EVENTS, "", "security.evtx", Samples.TIME, Samples.bytes("events"));
        work.update(old -> old.withNotes("It began on Monday."));
        session = work.session();
        assertEquals(List.of(), SessionWorkspace.abandoned(journal.getParent()), "somebody works on it");
        work.close();
        assertEquals(List.of(journal), SessionWorkspace.abandoned(journal.getParent()));
        try (SessionWorkspace recovered = SessionWorkspace.recover(journal, SessionLimits.DEFAULT)) {
            assertEquals(session, recovered.session());
            assertEquals(saved, recovered.file().orElseThrow());
            assertEquals(
                    "events",
                    Samples.text(recovered.evidence(session.evidence().get(1)).open()));
            recovered.evidence(session.evidence().get(0)).transcript();
            recovered.save(saved, 0, ScanMonitor.NONE);
            assertEquals(List.of(), recovered.problems());
        }
        assertEquals(List.of(), SessionWorkspace.abandoned(journal.getParent()));
    }

    @Test
    void aJournalWhoseSessionWasSavedAnewIsPutTogetherWithIt() throws IOException {
        SessionWorkspace work = begin();
        work.add(TRANSCRIPT);
        work.save(saved, 0, ScanMonitor.NONE);
        work.update(old -> old.withNotes("mine"));
        work.close();
        try (SessionWorkspace other =
                SessionWorkspace.open(saved, folder.resolve("journals").resolve("2"), SessionLimits.DEFAULT)) {
            other.update(old -> old.withEvidence(List.of(old.evidence().get(0).withId("7"))));
            other.save(saved, 0, ScanMonitor.NONE);
        }
        try (SessionWorkspace recovered = SessionWorkspace.recover(journal, SessionLimits.DEFAULT)) {
            assertEquals("mine", recovered.session().notes());
            assertEquals(1, recovered.problems().size());
            recovered.evidence(recovered.session().evidence().get(0)).transcript();
        }
    }

    @Test
    void twoProcessesDoNotWorkInOneJournal() throws IOException {
        try (SessionWorkspace work = begin()) {
            assertThrows(IOException.class, () -> SessionWorkspace.recover(journal, SessionLimits.DEFAULT));
            assertEquals("Office", work.session().title());
        }
    }
}
