package org.ipsecworkbench.capture.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ipsecworkbench.capture.Count;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.Verdict;
import org.ipsecworkbench.capture.decode.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thresholds of the verdict over one host pair, from both sides of each. */
class PairJudgeTest {
    private static final int A_TO_B = 0;
    private static final int B_TO_A = 1;

    private final PairTally pair = new PairTally(0, Frame.IPV4 | 0x0a000001, 0, Frame.IPV4 | 0x0a000002, 0);

    @ParameterizedTest
    @CsvSource({
        // encrypted, readable, unproven, clear, verdict
        "9, 0, 0, 0, INSUFFICIENT",
        "10, 0, 0, 0, ENCRYPTED",
        "0, 0, 0, 9, INSUFFICIENT",
        "0, 0, 0, 10, CLEAR",
        "0, 0, 0, 0, INSUFFICIENT",
        // A single packet in clear that is not within the grace is a hole.
        "1000000, 0, 0, 1, MIXED",
        "3, 0, 0, 97, MIXED",
        "2, 0, 0, 98, CLEAR",
        "0, 50, 0, 50, MIXED",
        // A single SPI that can be read must not hide behind a chatty one.
        "1000000, 1, 0, 0, MIXED",
        "51, 49, 0, 0, MIXED",
        "50, 50, 0, 0, INTEGRITY_ONLY",
        "0, 100, 0, 0, INTEGRITY_ONLY",
        // A few that cannot be proven do not spoil the rest; many do.
        "98, 0, 2, 0, ENCRYPTED",
        "97, 0, 3, 0, PROTECTED_UNKNOWN",
        "0, 0, 100, 0, PROTECTED_UNKNOWN",
        "0, 1, 99, 0, MIXED"
    })
    void theVerdictFollowsTheShares(long encrypted, long readable, long unproven, long clear, Verdict verdict) {
        add(A_TO_B, Protection.ENCRYPTED, encrypted);
        add(B_TO_A, Protection.INTEGRITY_ONLY, readable);
        add(A_TO_B, Protection.UNPROVEN, unproven);
        add(B_TO_A, Protection.CLEAR, clear);
        assertEquals(verdict, PairJudge.judge(pair).verdict());
    }

    @ParameterizedTest
    @CsvSource({
        "100, 10, ENCRYPTED",
        "99, 11, ENCRYPTED",
        "90, 11, INCONCLUSIVE",
        "0, 10, INSUFFICIENT",
        "0, 11, INCONCLUSIVE"
    })
    void tooManyUndecidablePacketsLeaveItOpen(long encrypted, long undecidable, Verdict verdict) {
        add(A_TO_B, Protection.ENCRYPTED, encrypted);
        add(A_TO_B, Protection.OTHER, undecidable);
        assertEquals(verdict, PairJudge.judge(pair).verdict());
    }

    @Test
    void exemptPacketsAndKeysDoNotCount() {
        add(A_TO_B, Protection.ENCRYPTED, 10);
        add(A_TO_B, Protection.EXEMPT, 1000);
        add(B_TO_A, Protection.KEYING, 1000);
        HostPair judged = PairJudge.judge(pair);
        assertEquals(Verdict.ENCRYPTED, judged.verdict());
        assertEquals(10, judged.total().eligible());
        assertEquals(new Count(1000, 100_000), judged.aToB().exempt());
    }

    @Test
    void theLowerAddressComesFirstAndEachDirectionKeepsItsOwn() {
        add(A_TO_B, Protection.ENCRYPTED, 30);
        add(B_TO_A, Protection.CLEAR, 40);
        HostPair judged = PairJudge.judge(pair);
        assertEquals("10.0.0.1", judged.a());
        assertEquals("10.0.0.2", judged.b());
        assertEquals(30, judged.aToB().encrypted().packets());
        assertEquals(40, judged.bToA().clear().packets());
        assertEquals(1.0, judged.aToB().protectedShare());
        assertEquals(0.0, judged.bToA().protectedShare());
    }

    @Test
    void protectionOfOneDirectionOnlyIsPointedOut() {
        add(A_TO_B, Protection.ENCRYPTED, 30);
        add(B_TO_A, Protection.CLEAR, 40);
        assertReason(
                "10.0.0.1 to 10.0.0.2 is protected, the way back is in clear: look for a filter that is not mirrored.");
    }

    @Test
    void aDirectionThatWasNotSeenIsPointedOut() {
        add(B_TO_A, Protection.ENCRYPTED, 30);
        assertReason("Only 10.0.0.2 to 10.0.0.1 was seen; the verdict holds for this direction.");
    }

    @Test
    void aLargeSampleIsSurerThanASmallOne() {
        pair.firstEligible = 0;
        pair.lastEligible = 10_000_000_000L;
        add(A_TO_B, Protection.ENCRYPTED, 10);
        assertEquals(0.51, PairJudge.judge(pair).confidence());
        add(A_TO_B, Protection.ENCRYPTED, 40);
        assertEquals(0.72, PairJudge.judge(pair).confidence());
        add(A_TO_B, Protection.ENCRYPTED, 150);
        assertEquals(0.72, PairJudge.judge(pair).confidence(), "200, but only one direction");
        add(B_TO_A, Protection.ENCRYPTED, 1);
        assertEquals(0.85, PairJudge.judge(pair).confidence());
        pair.lastEligible = 9_999_999_999L;
        assertEquals(0.72, PairJudge.judge(pair).confidence(), "too short");
    }

    @Test
    void aSmallSampleSaysWhatItLeavesOpen() {
        pair.firstEligible = 0;
        pair.lastEligible = 2_500_000_000L;
        add(A_TO_B, Protection.ENCRYPTED, 50);
        add(B_TO_A, Protection.ENCRYPTED, 50);
        assertReason(
                "The sample is small (100 packets in 2.5 seconds): of all their traffic, between 0 % and 3.7 % may be in"
                        + " clear (95 %).");
        pair.lastEligible = 20_000_000_000L;
        add(A_TO_B, Protection.ENCRYPTED, 100);
        assertFalse(PairJudge.judge(pair).reasons().stream().anyMatch(reason -> reason.contains("sample")));
    }

    @Test
    void theSpisAreNamedUpToFour() {
        add(A_TO_B, Protection.ENCRYPTED, 300);
        for (long spi = 1; spi <= 6; spi++) {
            pair.spis.add(spi);
        }
        assertReason("All 300 packets that count are in ESP, and none of them can be read"
                + " (SPIs 00000001, 00000002, 00000003, 00000004 and 2 more).");
    }

    @Test
    void whatIsReadableIsCalledByItsName() {
        add(A_TO_B, Protection.INTEGRITY_ONLY, 100);
        pair.spis.add(1L);
        assertReason("All 100 packets are protected against change, but anybody on the path can read them:"
                + " ESP without encryption (ESP-NULL).");
        pair.classes.put(TrafficClass.AH, new Count(50, 5000));
        assertReason("All 100 packets are protected against change, but anybody on the path can read them:"
                + " AH, and ESP without encryption (ESP-NULL).");
        pair.spis.clear();
        assertReason("All 100 packets are protected against change, but anybody on the path can read them:"
                + " AH does not encrypt.");
    }

    @Test
    void keysWithoutProtectionAreExplained() {
        pair.classes.put(TrafficClass.IKEV2, new Count(6, 600));
        add(A_TO_B, Protection.CLEAR, 100);
        assertReason("6 IKE messages passed between them, but no ESP or AH: the negotiation failed, or nothing was sent"
                + " afterwards.");
    }

    @Test
    void whatDoesNotCountIsExplained() {
        add(A_TO_B, Protection.ENCRYPTED, 100);
        add(A_TO_B, Protection.EXEMPT, 6);
        add(A_TO_B, Protection.OTHER, 1);
        pair.exemptIcmp = 1;
        pair.grace = 2;
        assertReason("1 ICMP packet does not count: the default policies permit ICMP in clear.");
        assertReason("2 packets in clear came within three seconds before the first protected one and do not count:"
                + " a host that only requests IPsec sends while it negotiates.");
        assertReason("3 packets do not count: broadcast, multicast, DHCP or local traffic.");
        assertReason("1 packet could not be classified and does not count.");
    }

    private void add(int direction, Protection as, long packets) {
        pair.add(direction, as, packets, 100 * packets);
    }

    private void assertReason(String reason) {
        HostPair judged = PairJudge.judge(pair);
        assertTrue(judged.reasons().contains(reason), () -> String.join("\n", judged.reasons()));
    }
}
