package org.ipsecworkbench.ikelogbrowser.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.Step.Direction;
import org.ipsecworkbench.ikelogbrowser.Lab;
import org.junit.jupiter.api.Test;

class RungTest {
    private static final Source CAPTURE = new Source("a.pcap", Source.Kind.CAPTURE);
    private static final Source LOG = new Source("oakley.log", Source.Kind.OAKLEY);

    @Test
    void aMessageIsToldInWordsWithItsTimePlaceAndRepetitions() throws Exception {
        List<Rung> rungs = Rung.of(negotiation("c01_ikev1_psk_mismatch", 0));
        assertEquals(9, rungs.size());
        Rung first = rungs.get(0);
        assertEquals("0.000 s", first.time());
        assertEquals("packet 3", first.place());
        assertEquals(Direction.TO_RESPONDER, first.direction());
        assertEquals("main mode", first.title());
        assertEquals("security association, 5 × vendor id", first.content());
        assertEquals("", first.aside());
        Rung repeated = rungs.get(4);
        assertEquals("sent 4 times, the last at 9.829 s", repeated.aside());
        assertEquals("packets 7 to 15", repeated.place());
        assertEquals(
                "   0.311 s  <-  informational: encrypted, FAILED HERE  [packet 8]",
                rungs.get(5).toString());
    }

    @Test
    void theFailureIsMarkedAtTheFirstMessageThatItRestsOn() throws Exception {
        List<Rung> rungs = Rung.of(negotiation("c01_ikev1_psk_mismatch", 0));
        assertEquals(
                List.of(5),
                rungs.stream().filter(Rung::failed).map(rungs::indexOf).toList());
    }

    @Test
    void theFailureIsMarkedBeforeAnErrorOfIcmp() throws Exception {
        List<Rung> rungs = Rung.of(Lab.read("t05_ike_scan_sweep").negotiations().stream()
                .filter(one -> one.responder().equals("10.145.0.20"))
                .findFirst()
                .orElseThrow());
        assertEquals(1, rungs.size());
        assertTrue(rungs.get(0).failed());
    }

    @Test
    void nothingIsMarkedWhereNothingFailed() throws Exception {
        for (Rung rung : Rung.of(negotiation("b01_ikev1_psk_transport", 0))) {
            assertFalse(rung.failed(), rung.toString());
        }
    }

    @Test
    void stepsThatWereNotKeptAreCountedAtTheEnd() throws Exception {
        Negotiation whole = negotiation("c01_ikev1_psk_mismatch", 0);
        Negotiation cut = new Negotiation(
                whole.cookies(),
                whole.initiator(),
                whole.responder(),
                whole.module(),
                whole.mode(),
                whole.authentication(),
                whole.outcome(),
                null,
                whole.offered(),
                whole.chosen(),
                whole.children(),
                whole.notes(),
                whole.steps().subList(0, 2),
                1234);
        List<Rung> rungs = Rung.of(cut);
        assertEquals("1,234 further steps", rungs.get(2).title());
        assertNull(rungs.get(2).step());
    }

    @Test
    void placesOfSeveralSourcesAreNotMixedUp() {
        assertEquals("", Rung.place(List.of(), false));
        assertEquals("packet 3", Rung.place(List.of(Evidence.of(CAPTURE, 3)), false));
        List<Evidence> both = List.of(Evidence.of(CAPTURE, 3), new Evidence(LOG, 100, 120), Evidence.of(CAPTURE, 9));
        assertEquals("packets 3 to 9, lines 100 to 120", Rung.place(both, false));
        assertEquals(CAPTURE.name() + " packets 3 to 9, " + LOG.name() + " lines 100 to 120", Rung.place(both, true));
    }

    private static Negotiation negotiation(String capture, int number) throws Exception {
        return Lab.read(capture).negotiations().get(number);
    }
}
