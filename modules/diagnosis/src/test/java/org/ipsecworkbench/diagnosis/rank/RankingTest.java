package org.ipsecworkbench.diagnosis.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.ipsecworkbench.diagnosis.Cause;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.Remedy;
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
    void theSameFindingTwiceIsOneCauseAndThatOfAnotherHostAnother() {
        List<Cause> causes = Ranking.of(List.of(
                finding("service-stopped", Verdict.FAILED, 0.9, "A"),
                finding("service-stopped", Verdict.FAILED, 0.7, "A"),
                finding("service-stopped", Verdict.FAILED, 0.6, "B")));
        assertEquals(List.of(List.of("A"), List.of("B")), hosts(causes));
        assertEquals(0.9, causes.get(0).confidence(), 1e-9);
    }

    @Test
    void ofTheSameRankTheSurerOneComesFirst() {
        List<Cause> causes = Ranking.of(List.of(
                finding("service-stopped", Verdict.FAILED, 0.6, "A"),
                finding("service-stopped", Verdict.FAILED, 0.9, "B")));
        assertEquals(List.of(List.of("B"), List.of("A")), hosts(causes));
    }

    @Test
    void theRankDecidesBeforeHowSureItIs() {
        List<Cause> causes = Ranking.of(List.of(
                finding("main-mode-mismatch", Verdict.FAILED, 0.99, "A", "B"),
                finding("respond-only", Verdict.ATTENTION, 0.5, "A", "B")));
        assertEquals(List.of("respond-only", "main-mode-mismatch"), keys(causes));
    }

    @Test
    void whatIsNotKnownSupportsNothing() {
        List<Cause> causes = Ranking.of(List.of(
                finding("service-stopped", Verdict.FAILED, 0.9, "B"),
                finding("no-response", Verdict.INCONCLUSIVE, 0.5, "A", "B"),
                finding("one-side-only", Verdict.OK, 0.5, "A", "B")));
        assertEquals(List.of(), causes.get(0).supporting());
        assertEquals(0.9, causes.get(0).confidence(), 1e-9);
    }

    @Test
    void eachRecordThatStandsAloneLeavesLessDoubt() {
        double confidence = Ranking.of(List.of(
                        finding("keys-differ", Verdict.FAILED, 0.8, "A", "B"),
                        finding("authentication-failed", Verdict.FAILED, 0.8, "A", "B"),
                        finding("negotiation-failed", Verdict.FAILED, 0.5, "A", "B")))
                .get(0)
                .confidence();
        assertEquals(1 - 0.2 * 0.6 * 0.75, confidence, 1e-9);
    }

    @Test
    void whatSpeaksAgainstACauseIsAboutAllOfItsHosts() {
        Finding cause = finding("main-mode-mismatch", Verdict.FAILED, 0.8, "A", "B");
        Cause ofOthers = Ranking.of(List.of(cause, finding("protected", Verdict.OK, 0.9, "A", "C")))
                .get(0);
        assertEquals(List.of(), ofOthers.against());
        assertEquals(0.8, ofOthers.confidence(), 1e-9);
        Cause ofAll = Ranking.of(List.of(
                        cause,
                        finding("protected", Verdict.OK, 0.9, "A", "B"),
                        finding("protected", Verdict.OK, 0.9, "A", "B", "C")))
                .get(0);
        assertEquals(0.8 * 0.6 * 0.6, ofAll.confidence(), 1e-9);
        assertEquals(
                "Look again before anything is changed. What would change the verdict: Nothing.", ofAll.nextStep());
    }

    @Test
    void theNextStepIsARemedyOrWordsOrTheNextCheck() {
        Finding bare = finding("service-stopped", Verdict.FAILED, 0.9, "B");
        assertEquals(
                "Look for it with the next check.",
                Ranking.of(List.of(bare)).get(0).nextStep());
        Cause inWords = Ranking.of(List.of(bare.remedied("start it by hand", List.of())))
                .get(0);
        assertEquals("Start it by hand.", inWords.nextStep());
        assertEquals("service-stopped of B: start it by hand.", inWords.sentence());
        List<Remedy> remedies = Remedy.draft("start/B", "B", "Start it", Remedy.Risk.LOW, "")
                .run("sc", "config", "X", "start=", "auto")
                .run("sc", "start", "X")
                .done();
        assertEquals(
                "Start it: sc config X start= auto && sc start X",
                Ranking.of(List.of(bare.remedied("start it", remedies))).get(0).nextStep());
    }

    @Test
    void whatTheTableDoesNotKnowComesLastAndExplainsNothing() {
        assertFalse(CauseTable.ranks("of-a-third-party"));
        assertEquals(Set.of(), CauseTable.of("of-a-third-party").explains());
        assertEquals(Integer.MAX_VALUE, CauseTable.of("of-a-third-party").rank());
        assertEquals(0, CauseTable.of(CauseTable.keys().iterator().next()).rank());
        assertEquals(Set.of(), CauseTable.of("not-protected").explains());
    }

    private static List<List<String>> hosts(List<Cause> causes) {
        return causes.stream().map(cause -> cause.finding().hosts()).toList();
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
