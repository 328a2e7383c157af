package org.ipsecworkbench.capture.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.capture.Count;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.Verdict;
import org.ipsecworkbench.capture.decode.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verdict over a capture is never better than that of any of its pairs. */
class CaptureJudgeTest {

    @ParameterizedTest
    @CsvSource({
        "ENCRYPTED, ENCRYPTED",
        "ENCRYPTED ENCRYPTED, ENCRYPTED",
        "ENCRYPTED CLEAR, MIXED",
        "ENCRYPTED MIXED, MIXED",
        "CLEAR CLEAR, CLEAR",
        "CLEAR INTEGRITY_ONLY, MIXED",
        "CLEAR UNPROVEN, MIXED",
        "INTEGRITY_ONLY INTEGRITY_ONLY, INTEGRITY_ONLY",
        "INTEGRITY_ONLY ENCRYPTED, MIXED",
        "UNPROVEN ENCRYPTED, PROTECTED_UNKNOWN",
        "UNPROVEN UNPROVEN, PROTECTED_UNKNOWN",
        "OTHER, INCONCLUSIVE",
        "OTHER CLEAR, CLEAR",
        "OTHER ENCRYPTED, INCONCLUSIVE",
        "OTHER UNPROVEN, INCONCLUSIVE",
        "OTHER INTEGRITY_ONLY, INTEGRITY_ONLY",
        "'', INSUFFICIENT"
    })
    void theWorstPairDecides(String pairs, Verdict verdict) {
        List<HostPair> judged = new ArrayList<>();
        for (String sort : pairs.isEmpty() ? new String[0] : pairs.split(" ")) {
            if (sort.equals("MIXED")) {
                judged.add(pair(Protection.ENCRYPTED, 50, Protection.CLEAR, 50));
            } else {
                judged.add(pair(Protection.valueOf(sort), 100));
            }
        }
        assertEquals(verdict, judge(judged, Map.of()).verdict());
    }

    /** Each alone says too little; all together they must not hide behind a chatty pair. */
    @Test
    void quietPairsCountTogetherBesideAChattyOne() {
        List<HostPair> pairs = new ArrayList<>();
        pairs.add(pair(Protection.ENCRYPTED, 1000));
        for (int i = 0; i < 10; i++) {
            pairs.add(pair(Protection.CLEAR, 9));
        }
        CaptureJudge.Judgement judgement = judge(pairs, Map.of(TrafficClass.IKEV2, new Count(4, 400)));
        assertEquals(Verdict.MIXED, judgement.verdict());
        assertReason(
                judgement,
                "10 further pairs had fewer than 10 packets that count; 90 packets of theirs were in clear,"
                        + " which is enough to count together.");
    }

    /** Three stray packets spoil nothing. */
    @Test
    void pairsWithTooFewPacketsAreMentionedButDoNotDecide() {
        CaptureJudge.Judgement judgement = judge(
                List.of(pair(Protection.ENCRYPTED, 100), pair(Protection.CLEAR, 3), pair(Protection.ENCRYPTED, 2)),
                Map.of(TrafficClass.IKEV2, new Count(4, 400)));
        assertEquals(Verdict.ENCRYPTED, judgement.verdict());
        assertReason(
                judgement, "2 further pairs had fewer than 10 packets that count; 3 packets of theirs were in clear.");
    }

    @Test
    void pairsThatAreThinAloneMayBeEnoughTogether() {
        List<HostPair> thin = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            thin.add(pair(Protection.CLEAR, 4));
        }
        CaptureJudge.Judgement judgement = judge(thin, Map.of());
        assertEquals(Verdict.CLEAR, judgement.verdict());
        assertReason(
                judgement,
                "20 packets that count went between 5 host pairs, 20 packets of them in clear;"
                        + " no pair has the 10 that a verdict takes.");
    }

    @Test
    void theHeadlineNamesTheWorstFirstAndUpToThree() {
        List<HostPair> pairs = new ArrayList<>();
        pairs.add(pair(Protection.ENCRYPTED, 100));
        for (int i = 0; i < 5; i++) {
            pairs.add(pair(Protection.CLEAR, 100));
        }
        List<String> reasons = judge(pairs, Map.of()).reasons();
        assertEquals(
                "5 of 6 host pairs are in clear: 10.0.0.1 – 10.0.0.2, 10.0.0.1 – 10.0.0.2, 10.0.0.1 – 10.0.0.2 and 2 more.",
                reasons.get(0));
        assertEquals("1 of 6 host pairs is encrypted: 10.0.0.1 – 10.0.0.2.", reasons.get(1));
    }

    @Test
    void aSinglePairBringsItsOwnReasons() {
        HostPair pair = pair(Protection.ENCRYPTED, 100);
        List<String> reasons = judge(List.of(pair), Map.of()).reasons();
        assertTrue(reasons.containsAll(pair.reasons()), () -> String.join("\n", reasons));
    }

    @Test
    void theNegotiationIsPartOfTheStory() {
        Map<TrafficClass, Count> ike = Map.of(TrafficClass.AUTHIP, new Count(7, 700));
        assertReason(
                judge(List.of(pair(Protection.CLEAR, 100), pair(Protection.CLEAR, 100)), ike),
                "7 IKE messages but no ESP or AH: no negotiation led to protected traffic here.");
        assertReason(
                judge(List.of(pair(Protection.CLEAR, 100)), Map.of()),
                "No IKE message was captured: no host asked for IPsec.");
        assertReason(
                judge(List.of(pair(Protection.ENCRYPTED, 100)), Map.of()),
                "No IKE message was captured: the security associations are older than the capture or keyed by hand.");
    }

    @Test
    void aCaptureWithoutHostPairsSaysSo() {
        assertReason(judge(List.of(), Map.of()), "No two hosts exchange IP packets in this capture.");
    }

    private static CaptureJudge.Judgement judge(List<HostPair> pairs, Map<TrafficClass, Count> classes) {
        return CaptureJudge.judge(pairs, classes, 0, 0);
    }

    /** Pairs of protection and packets, half of them in each direction. */
    private static HostPair pair(Object... sorts) {
        PairTally pair = new PairTally(0, Frame.IPV4 | 0x0a000001, 0, Frame.IPV4 | 0x0a000002, 0);
        for (int i = 0; i < sorts.length; i += 2) {
            int packets = (int) sorts[i + 1];
            pair.add(0, (Protection) sorts[i], packets - packets / 2, 1000);
            pair.add(1, (Protection) sorts[i], packets / 2, 1000);
        }
        return PairJudge.judge(pair);
    }

    private static void assertReason(CaptureJudge.Judgement judgement, String reason) {
        assertTrue(judgement.reasons().contains(reason), () -> String.join("\n", judgement.reasons()));
    }
}
