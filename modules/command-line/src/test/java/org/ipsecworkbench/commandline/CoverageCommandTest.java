package org.ipsecworkbench.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit codes, messages, and where results go. */
class CoverageCommandTest {
    private static final String ENCRYPTED = Run.lab("b01_ikev1_psk_transport").toString();
    private static final String CLEAR = Run.lab("a01_clear_office").toString();

    @TempDir
    private Path folder;

    @Test
    void everythingEncryptedIsZero() {
        Run run = Run.of("coverage", ENCRYPTED);
        assertEquals(0, run.exit());
        assertTrue(run.out().contains("ENCRYPTED"), run.out());
        assertEquals("", run.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a01_clear_office",
                "i01_partial_pairs",
                "o01_esp_null_ikev2",
                "c01_ikev1_psk_mismatch",
                "n01_ah_ikev1"
            })
    void whatNeedsAttentionIsThree(String capture) {
        Run run = Run.of("coverage", Run.lab(capture).toString());
        assertEquals(3, run.exit());
        assertEquals("", run.err());
    }

    @Test
    void oneOfSeveralThatNeedsAttentionIsThree() {
        assertEquals(3, Run.of("coverage", ENCRYPTED, CLEAR).exit());
        assertEquals(0, Run.of("coverage", ENCRYPTED, ENCRYPTED).exit());
    }

    /** What was lost may have been in clear. */
    @Test
    void aDamagedCaptureNeedsAttentionHoweverEncryptedItIs() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(ENCRYPTED));
        Path cut = Files.write(folder.resolve("cut.pcap"), Arrays.copyOf(whole, whole.length - 5));
        Run run = Run.of("coverage", cut.toString());
        assertEquals(3, run.exit());
        assertTrue(run.out().contains("ENCRYPTED") && run.out().contains("cut off inside a packet"), run.out());
    }

    /** What is appended counts, and the last word is that of the whole file. */
    @Test
    void followingTellsEachChangeOfTheVerdictAndThenTheResult() throws Exception {
        byte[] whole = Files.readAllBytes(Path.of(ENCRYPTED));
        Path growing = Files.write(folder.resolve("growing.pcap"), Arrays.copyOf(whole, 3000));
        Thread writer = new Thread(() -> {
            try {
                Thread.sleep(1500);
                Files.write(growing, Arrays.copyOfRange(whole, 3000, whole.length), StandardOpenOption.APPEND);
            } catch (InterruptedException | IOException e) {
                throw new AssertionError(e);
            }
        });
        writer.start();
        Run run = Run.of("coverage", "--follow", "--for", "4", growing.toString());
        writer.join();
        assertEquals(0, run.exit(), run.err());
        assertEquals(Run.of("coverage", ENCRYPTED).out().replace(ENCRYPTED, growing.toString()), run.out());
        List<String> told = run.err().lines().toList();
        assertEquals(2, told.size(), run.err());
        assertTrue(told.get(0).contains("packets: Not enough traffic"), run.err());
        assertTrue(told.get(1).contains("packets: Encrypted"), run.err());
    }

    @Test
    void whatCannotBeFollowedSaysWhy() throws IOException {
        Path packed = folder.resolve("packed.pcap.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(Path.of(ENCRYPTED), out);
        }
        Run run = Run.of("coverage", "--follow", packed.toString());
        assertEquals(1, run.exit());
        assertEquals(
                "ipsecwb: " + packed + ": A compressed file cannot be followed, since it is unpacked as a whole.\n",
                run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--follow", "--follow -", "--follow a b", "--for 3 a", "--follow --before a --after b"})
    void followingTakesOneCapture(String arguments) {
        assertEquals(2, Run.of(("coverage " + arguments).split(" ")).exit());
    }

    @Test
    void aMissingFileIsOneAndNamed() {
        Run run = Run.of("coverage", folder.resolve("gone.pcap").toString());
        assertEquals(1, run.exit());
        assertEquals("", run.out());
        assertEquals("ipsecwb: " + folder.resolve("gone.pcap") + " does not exist.\n", run.err());
    }

    @Test
    void aDirectoryIsOneAndNamed() {
        Run run = Run.of("coverage", folder.toString());
        assertEquals(1, run.exit());
        assertEquals("ipsecwb: " + folder + " is a directory.\n", run.err());
    }

    @Test
    void anEmptyFileIsOneAndNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.pcap"));
        Run run = Run.of("coverage", file.toString());
        assertEquals(1, run.exit());
        assertEquals("ipsecwb: " + file + " is empty: it has 0 bytes.\n", run.err());
    }

    @Test
    void whatIsNoCaptureIsOneAndToldWithTheFormatsThatAre() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.pcap"), "Dear network,");
        Run run = Run.of("coverage", file.toString());
        assertEquals(1, run.exit());
        assertTrue(run.err().startsWith("ipsecwb: " + file + " is not a capture"), run.err());
        assertTrue(run.err().contains("pcapng"), run.err());
    }

    @Test
    void someThatCouldNotBeReadIsFourAndTheOthersAreShown() {
        Run run = Run.of("coverage", "gone.pcap", ENCRYPTED, "gone too.pcap");
        assertEquals(4, run.exit());
        assertTrue(run.out().contains("ENCRYPTED"));
        assertEquals("ipsecwb: gone.pcap does not exist.\nipsecwb: gone too.pcap does not exist.\n", run.err());
    }

    @Test
    void permissionDeniedIsSaidInWords() {
        assertEquals(
                "/root/secret.pcap cannot be read: permission denied.",
                Messages.of(new AccessDeniedException("/root/secret.pcap")));
    }

    @ParameterizedTest
    @CsvSource({
        "coverage, Which capture?",
        "coverage --no-such-option x, --no-such-option",
        "coverage --format xml x, --format",
        "coverage --before x, --before and --after go together",
        "coverage --before x --after y z, --before and --after go together",
        "covverage x, covverage",
        "'', Which command?"
    })
    void wrongUsageIsTwoAndSaysWhatIsWrong(String line, String message) {
        Run run = Run.of(line.isEmpty() ? new String[0] : line.split(" "));
        assertEquals(2, run.exit());
        assertEquals("", run.out());
        assertTrue(run.err().contains(message), run.err());
        assertTrue(
                run.err().contains("Usage: ipsecwb") || run.err().contains("Did you mean: ipsecwb coverage"),
                run.err());
    }

    @Test
    void helpIsZeroAndNamesTheExitCodes() {
        Run run = Run.of("coverage", "--help");
        assertEquals(0, run.exit());
        for (String part : List.of("--format", "--output", "Exit codes:", "everything that counts is encrypted")) {
            assertTrue(run.out().contains(part), run.out());
        }
        assertTrue(run.out().lines().allMatch(line -> line.length() <= 80), run.out());
    }

    @Test
    void theVersionIsZero() {
        Run run = Run.of("--version");
        assertEquals(0, run.exit());
        assertTrue(run.out().startsWith("ipsecwb "), run.out());
    }

    @Test
    void aDashIsStandardInput() throws IOException {
        Run run = Run.with(Files.readAllBytes(Path.of(ENCRYPTED)), "coverage", "-");
        assertEquals(0, run.exit());
        assertEquals(Run.of("coverage", ENCRYPTED).out().replace(ENCRYPTED, "-"), run.out());
    }

    @Test
    void faultsOfStandardInputAreCalledSo() {
        Run empty = Run.with(new byte[0], "coverage", "-");
        assertEquals(1, empty.exit());
        assertEquals("ipsecwb: The standard input is empty: it has 0 bytes.\n", empty.err());
        Run other = Run.with("Dear network,".getBytes(java.nio.charset.StandardCharsets.US_ASCII), "coverage", "-");
        assertTrue(other.err().startsWith("ipsecwb: The standard input is not a capture"), other.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"with space", "it's", "$(touch x)", "`id`", "a;b", "*", "-n", "%s %d %n", "\"q\"", "@file", "{}"
            })
    void oddFileNamesAreJustNames(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.copy(Path.of(ENCRYPTED), file);
        Run run = Run.of("coverage", file.toString());
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().startsWith(file.toString()), run.out());
    }

    @Test
    void theResultGoesToAFileThatAppearsWhole() throws IOException {
        Path to = folder.resolve("result.txt");
        Files.writeString(to, "of yesterday");
        Run run = Run.of("coverage", "--output", to.toString(), CLEAR);
        assertEquals(3, run.exit());
        assertEquals("", run.out());
        assertEquals(Run.of("coverage", CLEAR).out(), Files.readString(to));
        assertEquals(List.of("result.txt"), names());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows lets only some users make links")
    void aLinkToTheOutputStaysALink() throws IOException {
        Path real = Files.createFile(folder.resolve("real.txt"));
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), real);
        Run.of("coverage", "--output", link.toString(), CLEAR);
        assertTrue(Files.isSymbolicLink(link));
        assertFalse(Files.readString(real).isEmpty());
    }

    /** Moving a finished file over it would replace the device; root may do that. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no mkfifo")
    void aDeviceIsWrittenToAndStaysADevice() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();
        Run run = Run.of("coverage", "--output", pipe.toString(), CLEAR);
        assertEquals(3, run.exit(), run.err());
        assertEquals(
                Run.of("coverage", CLEAR).out(),
                new String(reader.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        assertFalse(Files.isRegularFile(pipe));
    }

    @Test
    void anOutputThatCannotBeWrittenIsOneAndNamed() {
        Path nowhere = folder.resolve("no such folder").resolve("x.json");
        Run run = Run.of("coverage", "--output", nowhere.toString(), CLEAR);
        assertEquals(1, run.exit());
        assertEquals("ipsecwb: " + nowhere.getParent() + " does not exist.\n", run.err());
        Run onto = Run.of("coverage", "--output", folder.toString(), CLEAR);
        assertEquals(1, onto.exit());
        assertTrue(
                onto.err().startsWith("ipsecwb: " + folder)
                        && onto.err().lines().count() == 1,
                onto.err());
    }

    @Test
    void nothingIsWrittenWhereTheComparisonFails() throws IOException {
        Path to = folder.resolve("result.json");
        Run run = Run.of("coverage", "--before", "gone.pcap", "--after", CLEAR, "--output", to.toString());
        assertEquals(1, run.exit());
        assertEquals("ipsecwb: gone.pcap does not exist.\n", run.err());
        assertEquals(List.of(), names());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
