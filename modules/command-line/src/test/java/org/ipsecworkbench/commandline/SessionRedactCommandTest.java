package org.ipsecworkbench.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.ipsecworkbench.lab.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The session of each scenario, redacted: it comes to the same diagnosis, and nothing tells whose it was. */
class SessionRedactCommandTest {
    /** What everything of the lab is called. */
    private static final Pattern FORMER =
            Pattern.compile("(?i)srv\\d|(?<![a-z0-9])(?:dc\\d|lab)(?![a-z0-9])|(?<![\\d.])10\\.57\\.0\\.[1-9]");

    /** Long enough that chance does not come to it in the ciphers of a capture. */
    private static final Pattern LONG_FORMER =
            Pattern.compile("(?i)srv\\d[.\\x00$@ ]|lab\\.|(?<![\\d.])10\\.57\\.0\\.[1-9]");

    /** UTF-8, printable and IA5 strings and names of hosts in X.509, with their length. */
    private static final Pattern DER_STRING =
            Pattern.compile("[\\x0c\\x13\\x16\\x82]([\\x02-\\x7f])(?=[\\x20-\\x7e]{2})");

    private static final Pattern LONG_BASE64 = Pattern.compile("[A-Za-z0-9+/]{60,}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{40,}={0,2}");
    private static final Pattern ENTRY = Pattern.compile("(?m)^  (\\S+) -> (\\S+)$");

    @TempDir
    private Path folder;

    static List<String> scenarios() {
        return Scenario.all().stream().map(Scenario::name).toList();
    }

    private Path collect(String scenario, String... more) {
        Path file = folder.resolve(scenario + ".ipsecwb");
        List<String> all =
                new ArrayList<>(List.of("collect", "--lab", "--scenario", scenario, "--output", file.toString()));
        all.addAll(List.of(more));
        Run run = Run.of(all.toArray(String[]::new));
        assertEquals(0, run.exit(), run.err());
        return file;
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aRedactedSessionComesToTheSameDiagnosisAndNamesNobody(String scenario) throws Exception {
        Path file = collect(scenario);
        Path other = folder.resolve("other.ipsecwb");
        Run redacted = Run.of("session", "redact", file.toString(), other.toString());
        assertEquals(0, redacted.exit(), redacted.err() + redacted.out());
        Run before = Run.of("diagnose", "--session", file.toString());
        Run after = Run.of("diagnose", "--session", other.toString());
        assertEquals(narrow(translated(before.out(), redacted.out())), narrow(after.out()));
        assertEquals(before.exit(), after.exit());
        assertThrows(AssertionError.class, () -> assertNobodyIsNamed(file), "names are found where they are");
        assertNobodyIsNamed(other);
        assertEquals(0, Run.of("session", "verify", other.toString()).exit());
    }

    /** Tables are as wide as their longest names. */
    private static String narrow(String text) {
        return text.replaceAll(" {2,}", "  ");
    }

    /** A text with the former names and addresses as the report says that they are called now. */
    private static String translated(String text, String report) {
        String all = text;
        Matcher entry = ENTRY.matcher(report);
        while (entry.find()) {
            String other = entry.group(2);
            String before = entry.group(1).matches("[\\d.]+") ? "(?<![\\d.])" : "(?i)(?<![\\p{L}\\p{N}])";
            Pattern former = Pattern.compile(before + Pattern.quote(entry.group(1)) + "(?![\\p{L}\\p{N}])");
            all = former.matcher(all)
                    .replaceAll(found -> Matcher.quoteReplacement(
                            found.group().equals(found.group().toUpperCase(Locale.ROOT))
                                    ? other.toUpperCase(Locale.ROOT)
                                    : other));
        }
        return all;
    }

    private static void assertNobodyIsNamed(Path session) throws Exception {
        try (ZipFile zip = new ZipFile(session.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                assertNobodyIsNamed(entry.getName(), entry.getName().getBytes(StandardCharsets.UTF_8));
                assertNobodyIsNamed(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
    }

    private static void assertNobodyIsNamed(String where, byte[] bytes) {
        boolean isCapture = where.endsWith(".pcapng");
        for (Charset charset :
                List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            // Letters of Base64 say nothing by themselves, and any four of them come together some time.
            String text = LONG_BASE64.matcher(new String(bytes, charset)).replaceAll("");
            assertNone(isCapture ? LONG_FORMER : FORMER, text, where + " in " + charset);
        }
        Matcher encoded = BASE64.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        while (!isCapture && encoded.find()) {
            assertNobodyIsNamedInDer(
                    where + " in Base64", Base64.getMimeDecoder().decode(encoded.group()));
        }
    }

    /** Keys and signatures are chance, which comes to three letters of a name soon: only what DER calls a text is looked at. */
    private static void assertNobodyIsNamedInDer(String where, byte[] der) {
        String text = new String(der, StandardCharsets.ISO_8859_1);
        assertNone(LONG_FORMER, text, where);
        Matcher string = DER_STRING.matcher(text);
        while (string.find()) {
            int end = Math.min(text.length(), string.end() + string.group(1).charAt(0));
            String content = text.substring(string.end(), end);
            if (content.chars().allMatch(c -> c >= ' ' && c <= '~')) {
                assertNone(FORMER, content, where);
            }
        }
    }

    private static void assertNone(Pattern names, String text, String where) {
        Matcher former = names.matcher(text);
        assertFalse(former.find(), () -> where + ": " + former.group());
    }

    @Test
    void capturesCountAsBeforeAndWhatCannotBeRedactedIsLeftOutAndNamed() throws Exception {
        Path sample = Path.of(
                System.getProperty("basedir", ""), "../capture-viewer/src/main/samples/office-partly-protected.pcap");
        Path log = Files.write(folder.resolve("binary.bin"), new byte[] {0, 1, 2, 3, 'S', 'R', 'V', '1'});
        Path file = collect("partial-coverage", "--title", "SRV1", "--add", sample.toString(), "--add", log.toString());
        Path other = folder.resolve("other.ipsecwb");
        Run redacted = Run.of("session", "redact", file.toString(), other.toString());
        assertEquals(4, redacted.exit(), redacted.err());
        assertTrue(redacted.out().contains("File binary.bin: nothing here knows what is in it"), redacted.out());
        String diagnosis = Run.of("diagnose", "--session", other.toString()).out();
        assertTrue(diagnosis.contains(".pcapng: In clear: not protected."), diagnosis);
        assertNobodyIsNamed(other);
        assertEquals(
                1,
                Run.of("session", "redact", file.toString(), other.toString()).exit());
    }
}
