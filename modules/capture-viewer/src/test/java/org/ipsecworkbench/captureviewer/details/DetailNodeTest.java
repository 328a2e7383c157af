package org.ipsecworkbench.captureviewer.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ipsecworkbench.capture.Detail;
import org.ipsecworkbench.capture.Detail.State;
import org.junit.jupiter.api.Test;

class DetailNodeTest {
    private final DetailNode root = DetailNode.root(List.of(
            line("Frame", "60 bytes", State.SOUND, 0, 60, line("Number", "1", State.SOUND, -1, 0)),
            line(
                    "ESP",
                    "",
                    State.SOUND,
                    34,
                    26,
                    line("SPI", "0xc0d41955", State.SOUND, 34, 4),
                    line("Option", "a", State.SOUND, 38, 1),
                    line("Option", "b", State.WRONG, 39, 1)),
            line("Data", "cut", State.CUT, 50, 10)));

    private static Detail line(String name, String value, State state, int offset, int length, Detail... children) {
        return new Detail(name, value, state, offset, length, List.of(children));
    }

    private String at(int offset) {
        DetailNode node = root.at(offset);
        assertNotNull(node);
        return node.key();
    }

    @Test
    void aByteBelongsToTheShortestLineThatHoldsIt() {
        assertEquals("/Frame", at(0));
        assertEquals("/ESP/SPI", at(35));
        assertEquals("/ESP/Option#2", at(39));
        assertEquals("/ESP", at(41));
        assertEquals("/Data", at(55));
        assertEquals(null, root.at(60));
    }

    @Test
    void aClosedBranchTellsWhatIsWrongInIt() {
        DetailNode esp = root.lines().get(1);
        assertEquals("ESP", esp.words(false));
        assertEquals("ESP  (something inside is wrong)", esp.words(true));
        assertEquals(State.WRONG, esp.worst());
        assertEquals("Data: cut", root.lines().get(2).words(true));
    }

    @Test
    void whatIsOpenIsKnownByItsNameInEveryPacket() {
        Expansion expansion = new Expansion();
        DetailNode frame = root.lines().get(0);
        DetailNode esp = root.lines().get(1);
        assertTrue(expansion.isOpen(esp), "open from the start");
        assertFalse(expansion.isOpen(frame));
        expansion.opened(frame);
        DetailNode other = DetailNode.root(List.of(frame.detail())).lines().get(0);
        assertTrue(expansion.isOpen(other));
        expansion.closed(other);
        assertFalse(expansion.isOpen(frame));
    }

    @Test
    void theTreeLeadsToEveryLineAndBack() {
        DetailNode esp = root.lines().get(1);
        assertEquals(1, root.getIndex(esp));
        assertEquals(esp, esp.lines().get(2).getParent());
        assertEquals(3, esp.getChildCount());
        assertEquals(3, esp.lines().get(2).path().getPathCount());
    }
}
