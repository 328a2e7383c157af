package org.ipsecworkbench.ike.negotiate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.stream.LongStream;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ike.Step;
import org.ipsecworkbench.ike.Step.Direction;
import org.ipsecworkbench.ike.testing.Messages;
import org.junit.jupiter.api.Test;

class DraftsTest {
    private static final Source SOURCE = new Source("a.pcap", Source.Kind.CAPTURE);
    private static final IkeMessage MESSAGE =
            Messages.version1(2).payload(10, "00").read();

    @Test
    void aRepeatedMessageIsFoundByWhatItSaysAndWhoSentIt() {
        Drafts drafts = new Drafts();
        for (int i = 0; i < 100; i++) {
            assertNull(drafts.find(Direction.TO_RESPONDER, MESSAGE, i));
            drafts.add(new Drafts.Draft(Direction.TO_RESPONDER, "step " + i, MESSAGE, null, i), i);
        }
        Drafts.Draft known = drafts.find(Direction.TO_RESPONDER, MESSAGE, 42);
        assertNotNull(known);
        known.repeat(null);
        assertNull(drafts.find(Direction.TO_INITIATOR, MESSAGE, 42));
        List<Step> steps = drafts.steps(SOURCE);
        assertEquals(100, steps.size());
        assertEquals(1, steps.get(42).repeats());
        assertEquals("step 42", steps.get(42).summary());
        assertEquals(0, steps.get(41).repeats());
    }

    @Test
    void aStepNamesFiftyPlaces() {
        Drafts drafts = new Drafts();
        Drafts.Draft draft = new Drafts.Draft(Direction.TO_RESPONDER, "step", MESSAGE, null, 1);
        drafts.add(draft, 0);
        for (long place = 2; place < 100; place += 3) {
            draft.add(List.of(place, place + 1, place + 2));
        }
        List<Long> places = drafts.steps(SOURCE).get(0).evidence().stream()
                .map(evidence -> evidence.first())
                .toList();
        assertEquals(LongStream.rangeClosed(1, Drafts.MAX_EVIDENCE).boxed().toList(), places);
    }

    @Test
    void whatIsMissingNamesAllThatWasSeen() {
        Drafts drafts = new Drafts();
        drafts.local("missing", LongStream.rangeClosed(1, 80).boxed().toList());
        assertEquals(80, drafts.steps(SOURCE).get(0).evidence().size());
    }
}
