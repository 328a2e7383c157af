package org.ipsecworkbench.diagnosis.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ipsecworkbench.diagnosis.Cause;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.Verdict;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static Finding finding(String key, Verdict verdict, double confidence, String... hosts) {
        return Finding.of(
                key,
                List.of(hosts),
                verdict,
                confidence,
                key + " of " + String.join(" and ", hosts),
                List.of(new Evidence(hosts[0], "test", key, "")),
                "Nothing.");
    }

    private static List<String> keys(List<Cause> causes) {
        return causes.stream().map(cause -> cause.finding().key()).toList();
    }

    @Test
    void aCauseComesBeforeWhatItExplains() {
        List<Cause> causes = Ranking.of(List.of(
                finding("no-response", Verdict.FAILED, 0.8, "A", "B"),
                finding("not-protected", Verdict.ATTENTION, 0.7, "A", "B"),
                finding("service-stopped", Verdict.FAILED, 0.9, "B")));
        assertEquals(List.of("service-stopped"), keys(causes));
        assertEquals(2, causes.get(0).supporting().size());
    }

    @Test
    void aCauseExplainsNothingOfOtherHosts() {
        List<Cause> causes = Ranking.of(List.of(
                finding("no-response", Verdict.FAILED, 0.8, "A", "B"),
                finding("service-stopped", Verdict.FAILED, 0.9, "C")));
        assertEquals(List.of("service-stopped", "no-response"), keys(causes));
    }

    @Test
    void aRecordedFailureMakesACauseSurerAndASymptomDoesNot() {
        Finding cause = finding("keys-differ", Verdict.FAILED, 0.8, "A", "B");
        double alone = Ranking.of(List.of(cause)).get(0).confidence();
        double withSymptom = Ranking.of(List.of(cause, finding("not-protected", Verdict.ATTENTION, 0.7, "A", "B")))
                .get(0)
                .confidence();
        double withRecord = Ranking.of(List.of(cause, finding("authentication-failed", Verdict.FAILED, 0.8, "A", "B")))
                .get(0)
                .confidence();
        assertEquals(0.8, alone, 1e-9);
        assertEquals(alone, withSymptom, 1e-9);
        assertEquals(1 - 0.2 * 0.6, withRecord, 1e-9);
    }

    @Test
    void aRecordThatTheCauseRestsOnIsNotCountedTwice() {
        Finding record = finding("no-response", Verdict.FAILED, 0.8, "A", "B");
        Finding cause = new Finding(
                "udp-blocked", record.hosts(), Verdict.FAILED, 0.7, "x", "", record.evidence(), "Nothing.", List.of());
        assertEquals(0.7, Ranking.of(List.of(record, cause)).get(0).confidence(), 1e-9);
    }

    @Test
    void whatSpeaksAgainstACauseMakesItLessSure() {
        List<Cause> causes = Ranking.of(List.of(
                finding("main-mode-mismatch", Verdict.FAILED, 0.8, "A", "B"),
                finding("protected", Verdict.OK, 0.9, "A", "B")));
        assertTrue(causes.get(0).confidence() < 0.5, causes.toString());
        assertEquals(1, causes.get(0).against().size());
        assertTrue(
                causes.get(0).nextStep().startsWith("Look again"), causes.get(0).nextStep());
    }

    @Test
    void whatIsWellOrUnknownIsNoCause() {
        assertTrue(Ranking.of(List.of(
                        finding("service-stopped", Verdict.OK, 0.9, "A"),
                        finding("service-stopped", Verdict.INCONCLUSIVE, 0, "B"),
                        finding("of-a-third-party", Verdict.FAILED, 0.9, "C")))
                .isEmpty());
    }

    @Test
    void theTableIsWithoutCirclesAndNamesItsSources() {
        for (String key : CauseTable.keys()) {
            CauseTable.Row row = CauseTable.of(key);
            assertFalse(row.source().isEmpty(), key);
            for (String explained : row.explains()) {
                assertTrue(
                        !CauseTable.ranks(explained) || CauseTable.of(explained).rank() > row.rank(),
                        key + " explains " + explained + ", which ranks before it");
            }
        }
    }
}
