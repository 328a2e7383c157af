package org.ipsecworkbench.ikelogbrowser.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.ike.KeyModule;
import org.ipsecworkbench.ike.Mode;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ike.Step;
import org.ipsecworkbench.ikelogbrowser.detail.Ending;
import org.junit.jupiter.api.Test;

class OutcomeBinsTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:07Z");

    @Test
    void everyNegotiationIsInOneBinOfAWidthThatPeopleCountIn() {
        List<Negotiation> all = List.of(
                at(START, Outcome.FAILED),
                at(START.plusSeconds(3), Outcome.FAILED),
                at(START.plusSeconds(3), Outcome.ESTABLISHED),
                at(START.plusSeconds(599), Outcome.FAILED));
        OutcomeBins bins = OutcomeBins.of(all, 60);
        assertNotNull(bins);
        assertEquals(Duration.ofSeconds(15), bins.width());
        assertEquals(Instant.parse("2026-11-23T10:00:00Z"), bins.start());
        assertEquals(41, bins.bins());
        assertEquals(2, bins.counts().get(Ending.FAILED)[0]);
        assertEquals(1, bins.counts().get(Ending.FAILED)[40]);
        assertEquals(1, bins.counts().get(Ending.ESTABLISHED)[0]);
        assertEquals(START.plusSeconds(593), bins.startOf(40));
    }

    @Test
    void timesThatAreAgesApartCostNoMore() {
        OutcomeBins bins =
                OutcomeBins.of(List.of(at(Instant.MIN, Outcome.FAILED), at(Instant.MAX, Outcome.FAILED)), 50);
        assertNotNull(bins);
        assertTrue(bins.bins() <= 50);
        assertEquals(2, LongStream.of(bins.counts().get(Ending.FAILED)).sum());
    }

    @Test
    void thereAreNoneWithoutTimes() {
        assertNull(OutcomeBins.of(List.of(at(null, Outcome.FAILED)), 50));
        assertNull(OutcomeBins.of(List.of(), 50));
    }

    private static Negotiation at(Instant time, Outcome outcome) {
        return new Negotiation(
                new Cookies(1, 2),
                "192.0.2.1",
                "192.0.2.2",
                KeyModule.IKEV2,
                Mode.IKE_SA_INIT,
                "",
                outcome,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Step(time, Step.Direction.TO_RESPONDER, "IKE_SA_INIT", null, 0, time, List.of())),
                0);
    }
}
