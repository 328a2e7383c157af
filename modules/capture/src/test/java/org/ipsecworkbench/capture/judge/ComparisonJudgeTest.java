package org.ipsecworkbench.capture.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.capture.Comparison;
import org.ipsecworkbench.capture.Comparison.Change;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.capture.TimeSeries;
import org.ipsecworkbench.capture.Verdict;
import org.ipsecworkbench.capture.decode.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Before and after: what the numbers carry, and what they do not. */
class ComparisonJudgeTest {

    @ParameterizedTest
    @CsvSource({
        // clear and encrypted packets before, clear and encrypted packets after
        "100, 0, 0, 100, MORE_PROTECTED",
        "0, 100, 100, 0, LESS_PROTECTED",
        "100, 0, 100, 0, NO_DEMONSTRABLE_CHANGE",
        "0, 100, 0, 100, NO_DEMONSTRABLE_CHANGE",
        // Half and half against a third and two thirds: of 40 packets no difference can be told, of 4,000 it can.
        "20, 20, 14, 26, NO_DEMONSTRABLE_CHANGE",
        "2000, 2000, 1400, 2600, MORE_PROTECTED",
        // Too few to say anything, however different.
        "9, 0, 0, 9, NO_DEMONSTRABLE_CHANGE",
        // A tenth of the traffic is left: cut off rather than protected.
        "1000, 0, 0, 99, LOST_TRAFFIC",
        "1000, 0, 0, 101, MORE_PROTECTED"
    })
    void aChangeIsWhatTheIntervalsCarry(int clear, int encrypted, int clearNow, int encryptedNow, Change change) {
        Comparison comparison = ComparisonJudge.compare(
                capture(60, pair(1, clear, encrypted)), capture(60, pair(1, clearNow, encryptedNow)));
        assertEquals(
                change,
                comparison.changes().get(0).change(),
                () -> comparison.changes().toString());
        assertEquals(change, comparison.outcome());
    }

    /** From clear to integrity only it is still readable by everybody, but it is less in clear. */
    @Test
    void readableIsBetterThanClearAndWorseThanEncrypted() {
        HostPair clear = pair(1, 100, 0);
        HostPair readable = judged(1, Protection.INTEGRITY_ONLY, 100);
        HostPair encrypted = pair(1, 0, 100);
        assertEquals(Change.MORE_PROTECTED, outcome(clear, readable));
        assertEquals(Change.MORE_PROTECTED, outcome(readable, encrypted));
        assertEquals(Change.LESS_PROTECTED, outcome(encrypted, readable));
    }

    @Test
    void aPairThatIsGoneLostItsTraffic() {
        Comparison comparison =
                ComparisonJudge.compare(capture(60, pair(1, 100, 0), pair(2, 100, 0)), capture(60, pair(1, 0, 100)));
        assertEquals(Change.LOST_TRAFFIC, comparison.changes().get(0).change());
        assertEquals("10.0.0.5", comparison.changes().get(0).b());
        assertEquals(Change.MIXED, comparison.outcome(), "the other is more protected");
    }

    @Test
    void aPairThatIsNewIsNoChangeForTheBetter() {
        Comparison comparison =
                ComparisonJudge.compare(capture(60, pair(1, 100, 0)), capture(60, pair(1, 100, 0), pair(2, 0, 100)));
        assertEquals(Change.NO_DEMONSTRABLE_CHANGE, comparison.outcome());
        assertTrue(comparison.changes().stream().anyMatch(change -> change.change() == Change.ONLY_AFTER));
    }

    /** Ten times longer, the same traffic per second is ten times as much. */
    @Test
    void trafficIsComparedPerSecond() {
        Comparison comparison = ComparisonJudge.compare(capture(600, pair(1, 1000, 0)), capture(60, pair(1, 0, 100)));
        assertEquals(Change.MORE_PROTECTED, comparison.outcome());
        assertTrue(
                comparison
                        .reasons()
                        .contains("The captures last 600 seconds and 60 seconds; compare captures of the same length."),
                () -> String.join("\n", comparison.reasons()));
    }

    @Test
    void capturesOfOtherHostsAreDoubted() {
        Comparison comparison = ComparisonJudge.compare(capture(60, pair(1, 100, 0)), capture(60, pair(2, 0, 100)));
        assertEquals(Change.NO_DEMONSTRABLE_CHANGE, comparison.outcome());
        assertTrue(comparison.reasons().stream()
                .anyMatch(reason -> reason.startsWith("Only 0 of 2 host pairs are in both")));
    }

    @Test
    void likeCapturesAreNotDoubted() {
        Comparison comparison = ComparisonJudge.compare(
                capture(60, pair(1, 100, 0), pair(2, 100, 0)), capture(55, pair(1, 0, 100), pair(2, 0, 90)));
        assertEquals(
                List.of("2 host pairs are more protected: 10.0.0.1 – 10.0.0.4, 10.0.0.1 – 10.0.0.5."),
                comparison.reasons());
    }

    @Test
    void whatGotWorseComesFirst() {
        Comparison comparison = ComparisonJudge.compare(
                capture(60, pair(1, 100, 0), pair(2, 0, 100), pair(3, 100, 0), pair(4, 50, 50)),
                capture(60, pair(1, 0, 100), pair(2, 100, 0), pair(4, 50, 50), pair(5, 1, 1)));
        assertEquals(
                List.of(
                        Change.LOST_TRAFFIC,
                        Change.LESS_PROTECTED,
                        Change.NO_DEMONSTRABLE_CHANGE,
                        Change.ONLY_AFTER,
                        Change.MORE_PROTECTED),
                comparison.changes().stream().map(Comparison.PairChange::change).toList());
    }

    @Test
    void emptyCapturesAreCompared() {
        Comparison comparison = ComparisonJudge.compare(capture(0), capture(0));
        assertEquals(Change.NO_DEMONSTRABLE_CHANGE, comparison.outcome());
        assertFalse(comparison.reasons().isEmpty());
    }

    private static Change outcome(HostPair was, HostPair is) {
        return ComparisonJudge.compare(capture(60, was), capture(60, is)).outcome();
    }

    private static HostPair pair(int host, int clear, int encrypted) {
        return judged(host, Protection.CLEAR, clear, Protection.ENCRYPTED, encrypted);
    }

    private static HostPair judged(int host, Object... sorts) {
        PairTally pair = new PairTally(0, Frame.IPV4 | 0x0a000001, 0, Frame.IPV4 | 0x0a000003 + host, 0);
        for (int i = 0; i < sorts.length; i += 2) {
            int packets = (int) sorts[i + 1];
            pair.add(0, (Protection) sorts[i], packets, 100L * packets);
        }
        return PairJudge.judge(pair);
    }

    private static Coverage capture(int seconds, HostPair... pairs) {
        Instant start = Instant.parse("2026-11-23T14:51:50Z");
        return new Coverage(
                "pcap",
                List.of("ETHERNET"),
                true,
                0,
                0,
                start,
                start.plusSeconds(seconds),
                0,
                0,
                0,
                List.of(),
                Map.of(),
                new ArrayList<>(List.of(pairs)),
                List.of(),
                new TimeSeries(start, Duration.ofSeconds(1), Map.of(), Map.of()),
                Verdict.INSUFFICIENT,
                List.of());
    }
}
