package org.ipsecworkbench.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person reads, kept as files. {@code -Dipsecwb.golden=write} writes them anew. */
class CoverageTextTest {
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
        Goldens.check(capture, Run.of("coverage", Run.lab(capture).toString()).out());
    }

    @Test
    void severalCapturesFollowOneAnother() throws IOException {
        Run run = Run.of(
                "coverage",
                Run.lab("b01_ikev1_psk_transport").toString(),
                Run.lab("t05_ike_scan_sweep").toString());
        Goldens.check("several", run.out());
    }

    @Test
    void aComparisonSaysWhatChanged() throws IOException {
        Run run = Run.of(
                "coverage",
                "--before",
                Run.lab("a01_clear_office").toString(),
                "--after",
                Run.lab("i01_partial_pairs").toString());
        Goldens.check("comparison", run.out());
        assertEquals(3, run.exit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a01_clear_office", "i01_partial_pairs", "r01_vlan_qinq"})
    void noColourCodesGoToWhatIsNoTerminal(String capture) {
        assertTrue(Run.of("coverage", Run.lab(capture).toString()).out().indexOf('\u001b') < 0);
    }
}
