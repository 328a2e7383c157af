package org.ipsecworkbench.captureviewer.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProposalTest {
    @Test
    void aCompletionReplacesTheWordAtTheCaret() {
        Proposal first = Proposal.completions("esp.s and udp", 5).get(0);
        assertEquals("esp.spi", first.text());
        assertEquals("esp.spi and udp", first.applyTo("esp.s and udp"));
        assertEquals(8, first.caret("esp.s and udp"));
    }

    @Test
    void aBlankFollowsACompletionAtTheEnd() {
        Proposal first = Proposal.completions("esp.s", 5).get(0);
        assertEquals("esp.spi ", first.applyTo("esp.s"));
        assertEquals(8, first.caret("esp.s"));
    }

    @Test
    void aFilterOfBeforeReplacesEverything() {
        Proposal before = Proposal.history("es", List.of("udp", "tcp")).get(1);
        assertEquals("tcp", before.applyTo("es"));
        assertEquals(3, before.caret("es"));
    }

    @Test
    void everyCompletionSaysWhatItMeans() {
        List<Proposal> all = Proposal.completions("", 0);
        assertTrue(all.size() > 30, "proposes " + all.size());
        assertTrue(all.stream().noneMatch(one -> one.explanation().isBlank()));
    }
}
