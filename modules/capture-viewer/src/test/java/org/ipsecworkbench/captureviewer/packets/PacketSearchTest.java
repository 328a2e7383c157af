package org.ipsecworkbench.captureviewer.packets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ipsecworkbench.capture.PacketFilter;
import org.ipsecworkbench.capture.PacketSelection;
import org.junit.jupiter.api.Test;

class PacketSearchTest {
    private final MadeSource source = new MadeSource();
    private final PacketSearch search = new PacketSearch(((PacketFilter.Valid) PacketFilter.parse("esp")).filter());

    @Test
    void aSearchThatIsRunAgainFindsWhatCameMeanwhile() {
        assertNull(search.found());
        search.run(source);
        assertEquals(1000, search.searched());
        source.packets = 2000;
        search.run(source);
        assertEquals(2000, search.searched());
        assertEquals(0.5, search.share());
    }

    @Test
    void aCancelledSearchKeepsWhatItFound() {
        search.run(source);
        search.cancel();
        source.packets = 2000;
        search.run(source);
        assertEquals(1000, search.searched());
    }

    @Test
    void rowsThatOnlyGrewAreRecognised() {
        PacketRows few = PacketRows.all(3);
        assertTrue(few.begins(PacketRows.all(5), 3));
        assertTrue(PacketRows.NONE.begins(few, 0));
        assertFalse(PacketRows.all(5).begins(few, 5));
    }

    @Test
    void thePlaceNearAPacketIsItsOwnOrTheLast() {
        PacketRows rows = new PacketRows(PacketSelection.all(10));
        assertEquals(4, rows.near(4));
        assertEquals(9, rows.near(40));
        assertEquals(-1, PacketRows.NONE.near(4));
    }
}
