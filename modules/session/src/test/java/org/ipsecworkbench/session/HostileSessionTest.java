package org.ipsecworkbench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.session.testing.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that somebody made to hurt, or that a disk or a program damaged. */
class HostileSessionTest {
    private static final String LIST =
            "{\"schema\":\"ipsecwb/session/1\",\"title\":\"t\",\"created\":\"2026-11-25T08:00:00Z\",\"evidence\":[%s]}";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void place() throws IOException {
        file = Files.createDirectory(folder.resolve("inside")).resolve("hostile.ipsecwb");
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private SessionFile open(byte[] content) throws IOException {
        return SessionFile.open(Files.write(file, content), SessionLimits.DEFAULT);
    }

    private String refusal(byte[] content) {
        return assertThrows(SessionFormatException.class, () -> open(content)).getMessage();
    }

    @Test
    void whatIsNoZipFileSaysSo() {
        assertTrue(refusal(bytes("hello")).contains("does not end as a ZIP file"));
        assertTrue(refusal(new byte[0]).contains("does not end as a ZIP file"));
    }

    @Test
    void namesThatClimbOutAreOnlyNames() throws IOException {
        String entry = "../../escaped";
        String list = LIST.formatted("{\"id\":\"../..\",\"name\":\"..\\\\..\\\\x\",\"entry\":\"" + entry + "\"}");
        try (SessionFile session = open(zip(Map.of("session.json", bytes(list), entry, bytes("sound"))))) {
            Path unpacked =
                    session.evidence(session.session().evidence().get(0)).file();
            assertEquals("sound", Files.readString(unpacked));
            assertTrue(unpacked.getFileName().toString().equals("1-x"), unpacked.toString());
            Path saved = folder.resolve("saved.ipsecwb");
            try (SessionWorkspace work =
                    SessionWorkspace.open(file, folder.resolve("journal"), SessionLimits.DEFAULT)) {
                work.save(saved, 0, ScanMonitor.NONE);
                assertEquals(
                        new Location.Inside("evidence/1-x"),
                        work.session().evidence().get(0).location());
            }
        }
        try (Stream<Path> all = Files.walk(folder)) {
            assertEquals(
                    List.of("hostile.ipsecwb", "saved.ipsecwb"),
                    all.filter(Files::isRegularFile)
                            .map(path -> path.getFileName().toString())
                            .sorted()
                            .toList());
        }
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("session.json"));
            zip.write(bytes(LIST.formatted("{\"id\":\"1\",\"name\":\"bomb\",\"entry\":\"b\"}")));
            zip.putNextEntry(new ZipEntry("b"));
            for (int i = 0; i < 300; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        try (SessionFile session = open(bytes.toByteArray())) {
            Evidence bomb = session.evidence(session.session().evidence().get(0));
            String refusal =
                    assertThrows(SessionFormatException.class, bomb::open).getMessage();
            assertTrue(refusal.contains("more than 200 times"), refusal);
        }
    }

    @Test
    void aListThatIsABombIsReadToItsLimit() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("session.json"));
            zip.write(bytes("{\"title\":\"t\",\"x\":["));
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 70; i++) {
                zip.write(blanks);
            }
        }
        try (SessionFile session = open(bytes.toByteArray())) {
            assertEquals("t", session.session().title());
            assertTrue(
                    session.problems().toString().contains("damaged"),
                    session.problems().toString());
        }
    }

    @Test
    void aBrokenListLosesNoEvidence() throws IOException {
        Map<String, byte[]> entries = Map.of(
                "session.json", bytes(LIST.formatted("{\"id\":\"1\",\"name\":\"first\",\"entry\":\"a\"},{\"id\":")),
                "a", bytes("A"),
                "b", bytes("B"));
        try (SessionFile session = open(zip(entries))) {
            assertEquals(
                    List.of("first", "b"),
                    session.session().evidence().stream()
                            .map(EvidenceItem::name)
                            .toList());
            assertEquals(
                    "B",
                    Samples.text(session.evidence(session.session().evidence().get(1))
                            .open()));
            assertEquals(3, session.problems().size(), session.problems().toString());
        }
    }

    @Test
    void withoutAListThereIsStillTheEvidence() throws IOException {
        try (SessionFile session = open(zip(Map.of("netsh.txt", bytes("No policy"))))) {
            assertEquals("netsh.txt", session.session().evidence().get(0).name());
            assertTrue(
                    session.problems().get(0).what().contains("is missing"),
                    session.problems().toString());
        }
    }

    @Test
    void aNameThatIsThereTwiceIsTold() throws IOException {
        byte[] zip = zip(Map.of("session.json", bytes(LIST.formatted("")), "aaaa", bytes("1"), "aaab", bytes("2")));
        String text = new String(zip, StandardCharsets.ISO_8859_1).replace("aaab", "aaaa");
        try (SessionFile session = open(text.getBytes(StandardCharsets.ISO_8859_1))) {
            assertTrue(
                    session.problems().toString().contains("two entries of this name"),
                    session.problems().toString());
            assertEquals(1, session.session().evidence().size());
        }
    }

    @Test
    void wrongHashesAndSizesAreTold() throws IOException {
        String hash = "0".repeat(64);
        String list = LIST.formatted(
                "{\"id\":\"1\",\"name\":\"n\",\"entry\":\"a\",\"size\":1,\"sha256\":\"" + hash
                        + "\"},{\"id\":\"2\",\"name\":\"n\",\"entry\":\"b\",\"size\":7},{\"id\":\"3\",\"name\":\"n\",\"entry\":\"c\"}");
        try (SessionFile session = open(zip(Map.of("session.json", bytes(list), "a", bytes("A"), "b", bytes("B"))))) {
            List<EvidenceItem> items = session.session().evidence();
            assertEquals("A", Samples.text(session.evidence(items.get(0)).open()));
            assertEquals("B", Samples.text(session.evidence(items.get(1)).open()));
            assertThrows(
                    SessionFormatException.class,
                    () -> session.evidence(items.get(2)).open());
            String problems = session.problems().toString();
            assertTrue(problems.contains("its SHA-256 is another"), problems);
            assertTrue(problems.contains("it has 1 bytes, and had 7"), problems);
            assertTrue(problems.contains("n is listed, but is not in the session"), problems);
        }
    }

    @Test
    void noShareOrDeviceIsAsked() throws IOException {
        String list = LIST.formatted(
                "{\"id\":\"1\",\"file\":\"//server/share/x\"},{\"id\":\"2\",\"file\":\"\\\\\\\\server\\\\x\"},"
                        + "{\"id\":\"3\",\"file\":\"/dev/zero\"},{\"id\":\"4\",\"file\":\"\\u0000\"},{\"id\":\"5\",\"file\":\".\"}");
        try (SessionFile session = open(zip(Map.of("session.json", bytes(list))))) {
            for (EvidenceItem item : session.session().evidence()) {
                assertThrows(IOException.class, () -> session.evidence(item).open(), item.toString());
            }
        }
    }

    /** Every file that ends early or has one byte changed is read or refused, and never more than that. */
    @Test
    void damageAnywhereIsContained() throws IOException {
        Map<String, byte[]> entries = Map.of(
                "session.json", bytes(LIST.formatted("{\"id\":\"1\",\"name\":\"n\",\"entry\":\"a\"}")),
                "a", bytes("A".repeat(50)));
        byte[] whole = zip(entries);
        for (int at = 0; at < whole.length; at++) {
            read(Arrays.copyOf(whole, at));
            for (int bit = 0; bit < 8; bit += 7) {
                byte[] changed = whole.clone();
                changed[at] ^= (byte) (1 << bit);
                read(changed);
            }
        }
    }

    private void read(byte[] content) throws IOException {
        Files.write(file, content);
        try (SessionFile session = SessionFile.open(file, SessionLimits.DEFAULT)) {
            for (EvidenceItem item : session.session().evidence()) {
                try {
                    session.evidence(item).open().readAllBytes();
                } catch (IOException e) {
                    assertTrue(e.getMessage() != null && !e.getMessage().isEmpty(), "an error says what it is");
                }
            }
        } catch (SessionFormatException e) {
            assertTrue(e.getMessage().contains("hostile.ipsecwb"), e.getMessage());
        }
    }
}
