package org.ipsecworkbench.sessionexplorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.ipsecworkbench.session.Bookmark;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.Location;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionHost;
import org.junit.jupiter.api.Test;

class EditsTest {
    private static final Session SESSION = Session.empty("Office", Instant.EPOCH)
            .with(SessionHost.of("SRV1"))
            .with(item("1", "SRV1"))
            .with(item("2", ""));

    private static EvidenceItem item(String id, String host) {
        return new EvidenceItem(
                id,
                EvidenceKind.CAPTURE,
                host,
                id + ".pcap",
                null,
                7,
                "",
                new Location.Outside("/captures/" + id + ".pcap"),
                "",
                false,
                "");
    }

    private static EvidenceItem item(Session session, String id) {
        return session.item(id).orElseThrow();
    }

    @Test
    void evidenceIsAssignedToAHostThatTheSessionListsThen() {
        Session now = Edits.host(SESSION, "2", "SRV2");
        assertEquals("SRV2", item(now, "2").host());
        assertEquals(
                List.of("SRV1", "SRV2"),
                now.hosts().stream().map(SessionHost::name).toList());
        assertEquals("", item(Edits.host(now, "2", ""), "2").host());
    }

    @Test
    void whatIsSaidOfEvidenceThatIsGoneIsNothing() {
        assertEquals(SESSION, Edits.note(SESSION, "9", "note"));
        assertEquals(SESSION, Edits.baseline(SESSION, "9", true));
        assertEquals(SESSION, Edits.host(SESSION, "9", "SRV2"));
    }

    @Test
    void aPlaceHasOneBookmark() {
        Bookmark first = new Bookmark("1", "packet 17", "look", "");
        Session now = Edits.with(Edits.with(SESSION, first), new Bookmark("1", "packet 17", "look again", ""));
        assertEquals(
                List.of("look again"),
                now.bookmarks().stream().map(Bookmark::note).toList());
        Session noted = Edits.note(now, first, "why");
        assertEquals(
                List.of("why"), noted.bookmarks().stream().map(Bookmark::note).toList());
        assertTrue(Edits.without(noted, first).bookmarks().isEmpty());
    }

    @Test
    void undoingKeepsWhatWasAddedSince() {
        Session changed = Edits.note(Edits.host(SESSION, "2", "SRV2"), "1", "broken");
        Session later = changed.with(item("3", "SRV3")).with(SessionHost.of("SRV3"));
        Session undone = Edits.undone(later, SESSION);
        assertEquals("", item(undone, "2").host());
        assertEquals("", item(undone, "1").note());
        assertEquals("SRV3", item(undone, "3").host());
        assertEquals(
                List.of("SRV1", "SRV3"),
                undone.hosts().stream().map(SessionHost::name).toList());
    }

    @Test
    void doingAgainIsAsIfNothingWasUndone() {
        Session changed =
                Edits.baseline(Edits.host(SESSION, "2", "SRV2"), "1", true).withTitle("Other");
        assertEquals(changed, Edits.undone(Edits.undone(changed, SESSION), changed));
    }
}
