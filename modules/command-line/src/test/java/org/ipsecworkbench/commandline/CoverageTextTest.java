package org.ipsecworkbench.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person reads, kept as files. {@code -Dipsecwb.golden=write} writes them anew. */
class CoverageTextTest {
    private static final Path GOLDEN =
            Path.of(System.getProperty("basedir", ""), "src/test/resources/org/ipsecworkbench/commandline");
    private static final boolean WRITE = "write".equals(System.getProperty("ipsecwb.golden"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a01_clear_office",
                "b01_ikev1_psk_transport",
                "c01_ikev1_psk_mismatch",
                "i01_partial_pairs",
                "o01_esp_null_ikev2",
                "r01_vlan_qinq",
                "r07_snaplen.s40"
            })
    void theTextIsTheOneThatWasReadAndFoundRight(String capture) throws IOException {
        check(capture, Run.of("coverage", Run.lab(capture).toString()).out());
    }

    @Test
    void severalCapturesFollowOneAnother() throws IOException {
        Run run = Run.of(
                "coverage",
                Run.lab("b01_ikev1_psk_transport").toString(),
                Run.lab("t05_ike_scan_sweep").toString());
        check("several", run.out());
    }

    @Test
    void aComparisonSaysWhatChanged() throws IOException {
        Run run = Run.of(
                "coverage",
                "--before",
                Run.lab("a01_clear_office").toString(),
                "--after",
                Run.lab("i01_partial_pairs").toString());
        check("comparison", run.out());
        assertEquals(3, run.exit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a01_clear_office", "i01_partial_pairs", "r01_vlan_qinq"})
    void noColourCodesGoToWhatIsNoTerminal(String capture) {
        assertTrue(Run.of("coverage", Run.lab(capture).toString()).out().indexOf('\u001b') < 0);
    }

    private static void check(String name, String out) throws IOException {
        String text = out.replace(Run.LAB + "/", "lab/")
                .replace(Run.LAB + "\\", "lab/")
                .replace("\r\n", "\n");
        Path file = GOLDEN.resolve(name + ".txt");
        if (WRITE) {
            Files.writeString(file, text);
            return;
        }
        String expected = Files.readString(file);
        if (!expected.equals(text)) {
            fail(file.getFileName() + " differs; -Dipsecwb.golden=write where the change is meant. Expected:\n"
                    + expected + "\nbut now:\n" + text);
        }
    }
}
