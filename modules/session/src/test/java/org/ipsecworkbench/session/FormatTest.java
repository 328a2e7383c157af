package org.ipsecworkbench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.session.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sessions that earlier versions wrote, which every later one reads. A file of a version that was published never changes:
 * {@code -Dipsecwb.golden=write} writes one that is not there yet.
 */
class FormatTest {
    private static final Path SCHEMA_1 =
            Path.of("src", "test", "resources", "org", "ipsecworkbench", "session", "schema-1.ipsecwb");

    @TempDir
    Path folder;

    @Test
    void schema1IsReadAsItWasMeant() throws IOException {
        if ("write".equals(System.getProperty("ipsecwb.golden")) && !Files.exists(SCHEMA_1)) {
            write(SCHEMA_1);
        }
        try (SessionFile file = SessionFile.open(SCHEMA_1, SessionLimits.DEFAULT)) {
            Session session = file.session();
            assertEquals("Office", session.title());
            assertEquals(Samples.TIME, session.created());
            assertEquals("It began on Monday.", session.notes());
            SessionHost host = session.host("winrm://a").orElseThrow();
            assertEquals(Optional.of(Duration.ofMillis(-1500)), host.clockOffset());
            assertEquals(Map.of("os", "Microsoft Windows Server 2019"), host.system());
            EvidenceItem transcript = session.item("1").orElseThrow();
            assertEquals("netsh ipsec static show all", transcript.name());
            assertEquals("No policy\r\n", file.evidence(transcript).transcript().outputText());
            EvidenceItem log = session.item("2").orElseThrow();
            assertEquals(EvidenceKind.OAKLEY_LOG, log.kind());
            assertEquals("before the change", log.note());
            assertEquals(true, log.isBaseline());
            assertEquals("log", Samples.text(file.evidence(log).open()));
            assertEquals(
                    new Location.Outside("office.pcap"),
                    session.item("3").orElseThrow().location());
            assertEquals(List.of(new Bookmark("2", "line 1", "look", "")), session.bookmarks());
            assertEquals(List.of(), file.problems());
        }
    }

    /** What is written today is that file, byte for byte: a change of the format is a new schema. */
    @Test
    void schema1IsStillWritten() throws IOException {
        Path now = folder.resolve("now.ipsecwb");
        write(now);
        assertEquals(listing(SCHEMA_1), listing(now));
    }

    private static String listing(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                text.append("== ").append(entry.getName()).append('\n');
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private void write(Path to) throws IOException {
        Path capture = Files.writeString(folder.resolve("office.pcap"), "packets");
        Files.setLastModifiedTime(capture, FileTime.from(Samples.TIME));
        Path saved = folder.resolve("office.ipsecwb");
        try (SessionWorkspace work = SessionWorkspace.create(folder.resolve("journal"), Samples.empty())) {
            work.add(Samples.transcript("winrm://a", "netsh ipsec static show all", "No policy\r\n"));
            EvidenceItem log = work.add(
                    EvidenceKind.OAKLEY_LOG,
                    "winrm://a",
                    "C:\\Windows\\debug\\Oakley.log",
                    Samples.TIME,
                    Samples.bytes("log"));
            work.addFile(capture, EvidenceKind.CAPTURE, "", ScanMonitor.NONE);
            work.update(old -> old.with(log.withNote("before the change").withBaseline(true))
                    .withNotes("It began on Monday.")
                    .withBookmarks(List.of(new Bookmark("2", "line 1", "look", ""))));
            work.save(saved, 0, ScanMonitor.NONE);
        }
        Files.move(saved, to);
    }
}
