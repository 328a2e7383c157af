package org.ipsecworkbench.ike.negotiate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.testing.Captures;
import org.junit.jupiter.api.Test;

class RenewalsTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void whatIsSetUpInTheSameMomentIsNoRenewal() {
        List<Instant> times = List.of(START, START.plusSeconds(1), START.plusSeconds(3600), START.plusSeconds(3601));
        assertEquals(List.of(START.plusSeconds(3600)), Renewals.after(times));
        assertEquals(List.of(), Renewals.after(List.of()));
    }

    /** Whose hosts' logs tell of two new children, then of a new IKE SA with a new child of its own. */
    @Test
    void aCaptureShowsThemByTheirExchanges() throws IOException {
        List<Negotiation> all = Captures.read(Captures.shared().resolve("lab/j01_ikev2_rekey_child_ike.pcap"))
                .negotiations();
        assertEquals(List.of(7L, 14L, 16L), seconds(all.get(0)));
        assertTrue(
                all.get(0)
                        .renewed()
                        .endsWith("for new keys or other traffic: 3 times, 7.9 s, 15.0 s, 16.9 s after its beginning."),
                all.get(0).renewed());
        assertEquals(List.of(7L), seconds(all.get(1)));
    }

    private static List<Long> seconds(Negotiation one) {
        return one.renewals().stream()
                .map(time -> Duration.between(one.start(), time).toSeconds())
                .toList();
    }
}
