package org.ipsecworkbench.ike.isakmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.testing.Messages;
import org.junit.jupiter.api.Test;

class FragmentsTest {
    private final Fragments fragments = new Fragments(IkeLimits.DEFAULT);

    private Fragments.Whole add(IkeMessage message, long packet) {
        return fragments.add(message, (Payload.Fragment) message.payloads().get(0), "10.0.0.1", packet);
    }

    private static IkeMessage first(int number, boolean isLast, String data) {
        return Messages.version1(2)
                .payload(132, "0007" + String.format("%02x", number) + (isLast ? "01" : "00") + data)
                .read();
    }

    private static IkeMessage second(int number, int total, String data) {
        return Messages.version2(35)
                .payload(53, String.format("%04x%04x", number, total) + data)
                .read();
    }

    @Test
    void piecesOfIkev1AreJoinedInTheirOrder() {
        assertNull(add(first(2, true, "cc"), 2));
        Fragments.Whole whole = add(first(1, false, "aabb"), 3);
        assertNotNull(whole);
        assertEquals("aabbcc", whole.joined().hex());
        assertEquals(List.of(3L, 2L), whole.packets());
        assertEquals(List.of(), fragments.finish());
    }

    @Test
    void piecesOfIkev2AreCounted() {
        assertNull(add(second(1, 3, "aa"), 1));
        assertNull(add(second(1, 3, "aa"), 2));
        assertNull(add(second(3, 3, "cc"), 3));
        assertNotNull(add(second(2, 3, "bb"), 4));
    }

    @Test
    void missingPiecesAreTold() {
        add(second(1, 3, "aa"), 1);
        add(second(3, 3, "cc"), 3);
        List<Fragments.Incomplete> incomplete = fragments.finish();
        assertEquals(1, incomplete.size());
        assertEquals(3, incomplete.get(0).total());
        assertEquals(List.of(1L, 3L), incomplete.get(0).packets());
    }

    @Test
    void piecesThatCannotBeAreIgnored() {
        assertNull(add(second(0, 3, "aa"), 1));
        assertNull(add(second(60_000, 65_535, "aa"), 2));
        assertEquals(List.of(), fragments.finish());
    }

    @Test
    void aRepetitionThatIsNotWholeIsNotMissed() {
        add(second(1, 2, "aa"), 1);
        assertNotNull(add(second(2, 2, "bb"), 2));
        add(second(1, 2, "aa"), 3);
        assertEquals(List.of(), fragments.finish());
    }
}
