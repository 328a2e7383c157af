package org.ipsecworkbench.diagnosisguide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.Verdict;
import org.junit.jupiter.api.Test;

class FindingPlaceTest {
    private static Finding finding(String key, String... hosts) {
        return Finding.of(key, List.of(hosts), Verdict.FAILED, 1, "There is no SA", List.of(), "");
    }

    @Test
    void isFoundAgainByItsWords() {
        Finding finding = finding("no-sa", "SRV1", "SRV2");
        String words = FindingPlace.of(finding).words();
        assertEquals("finding no-sa of SRV1, SRV2", words);
        FindingPlace again = FindingPlace.of(words).orElseThrow();
        assertTrue(again.isOf(finding));
        assertFalse(again.isOf(finding("no-sa", "SRV1")));
        assertFalse(again.isOf(finding("other", "SRV1", "SRV2")));
    }

    @Test
    void otherWordsAreNoFinding() {
        assertEquals(Optional.empty(), FindingPlace.of("packet 17"));
        assertEquals(Optional.empty(), FindingPlace.of(""));
    }
}
