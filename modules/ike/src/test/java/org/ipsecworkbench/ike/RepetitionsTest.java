package org.ipsecworkbench.ike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ipsecworkbench.ike.Repetitions.Renewal;
import org.ipsecworkbench.ike.Repetitions.Storm;
import org.junit.jupiter.api.Test;

class RepetitionsTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final String A = "192.0.2.1";
    private static final String B = "192.0.2.2";

    @Test
    void failuresThatFollowEachOtherAreAStorm() {
        List<Negotiation> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(failed(A, B, 10 * i, FailureClass.AUTHENTICATION));
        }
        Repetitions found = Repetitions.of(all);
        assertEquals(1, found.storms().size());
        Storm storm = found.storms().get(0);
        assertEquals(12, storm.failures());
        assertEquals(Duration.ofSeconds(10), storm.interval());
        assertEquals(START, storm.first());
        assertEquals(START.plusSeconds(110), storm.last());
        assertEquals(FailureClass.AUTHENTICATION, storm.key().failureClass());
        Collections.shuffle(all, new Random(1));
        assertEquals(found, Repetitions.of(all), "the order in which they come does not matter");
    }

    @Test
    void fewOrSlowOrDifferentFailuresAreNone() {
        List<Negotiation> few = new ArrayList<>();
        List<Negotiation> slow = new ArrayList<>();
        List<Negotiation> different = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            slow.add(failed(A, B, 121 * i, FailureClass.NO_RESPONSE));
            different.add(failed(A, i % 2 == 0 ? B : "192.0.2.3", 5 * i, FailureClass.NO_RESPONSE));
            if (i < 4) {
                few.add(failed(A, B, 5 * i, FailureClass.NO_RESPONSE));
            }
        }
        for (List<Negotiation> none : List.of(few, slow, different)) {
            assertEquals(List.of(), Repetitions.of(none).storms());
        }
    }

    @Test
    void manyInOneSecondAreAStormToo() {
        Repetitions found = Repetitions.of(Collections.nCopies(5, failed(A, B, 0, FailureClass.OTHER)));
        assertEquals(Duration.ZERO, found.storms().get(0).interval());
    }

    @Test
    void aPauseBeginsAnotherStorm() {
        List<Negotiation> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(failed(A, B, i, FailureClass.PROPOSAL));
            all.add(failed(A, B, 1000 + i, FailureClass.PROPOSAL));
        }
        assertEquals(
                List.of(START, START.plusSeconds(1000)),
                Repetitions.of(all).storms().stream().map(Storm::first).toList());
    }

    @Test
    void anSaThatFollowsAnotherIsARenewalWhoeverBegan() {
        List<Negotiation> all =
                List.of(established(A, B, 0), established(B, A, 3600), established(A, "192.0.2.3", 4000));
        assertEquals(
                List.of(new Renewal(A, B, false, START.plusSeconds(3600), Duration.ofHours(1))),
                Repetitions.of(all).renewals());
    }

    @Test
    void newKeysInsideAnIkeSaAreRenewalsToo() {
        Negotiation first = renewed(established(A, B, 0), 50, 110);
        Negotiation second = renewed(established(B, A, 100), 160);
        List<Renewal> found = Repetitions.of(List.of(first, second)).renewals();
        assertEquals(
                List.of(
                        new Renewal(A, B, true, START.plusSeconds(50), Duration.ofSeconds(50)),
                        new Renewal(A, B, false, START.plusSeconds(100), Duration.ofSeconds(100)),
                        new Renewal(A, B, true, START.plusSeconds(110), Duration.ofSeconds(60)),
                        new Renewal(A, B, true, START.plusSeconds(160), Duration.ofSeconds(60))),
                found);
    }

    private static Negotiation renewed(Negotiation one, int... seconds) {
        return new Negotiation(
                one.cookies(),
                one.initiator(),
                one.responder(),
                one.module(),
                one.mode(),
                one.authentication(),
                one.outcome(),
                one.failure(),
                one.softSa(),
                one.offered(),
                one.chosen(),
                one.children(),
                one.notes(),
                one.steps(),
                one.droppedSteps(),
                one.disclosure(),
                IntStream.of(seconds).mapToObj(START::plusSeconds).toList());
    }

    @Test
    void whatHasNoTimeOrSucceededIsNoFailureToCount() {
        Negotiation timeless = negotiation(A, B, null, Outcome.FAILED, FailureClass.OTHER);
        assertEquals(new Repetitions(List.of(), List.of()), Repetitions.of(Collections.nCopies(20, timeless)));
        assertNull(FailureKey.of(established(A, B, 0)));
        assertEquals(FailureKey.of(timeless), FailureKey.of(failed(A, B, 9, FailureClass.OTHER)));
        assertNotEquals(FailureKey.of(timeless), FailureKey.of(failed(B, A, 9, FailureClass.OTHER)));
    }

    private static Negotiation failed(String from, String to, int seconds, FailureClass why) {
        return negotiation(from, to, START.plusSeconds(seconds), Outcome.FAILED, why);
    }

    private static Negotiation established(String from, String to, int seconds) {
        return negotiation(from, to, START.plusSeconds(seconds), Outcome.ESTABLISHED, null);
    }

    private static Negotiation negotiation(String from, String to, Instant start, Outcome outcome, FailureClass why) {
        Step step = new Step(start, Step.Direction.TO_RESPONDER, "main mode", null, 0, start, List.of());
        return new Negotiation(
                new Cookies(start == null ? 0 : start.getEpochSecond(), 0),
                from,
                to,
                KeyModule.IKEV1,
                Mode.MAIN,
                "",
                outcome,
                why == null ? null : new Failure(why, null, "", "", List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(step),
                0);
    }
}
