package org.ipsecworkbench.sessionexplorer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsecworkbench.session.Bookmark;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.Location;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionHost;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionTreeTest {
    private static final Instant TIME = Instant.parse("2026-11-25T08:00:00Z");

    private static EvidenceItem item(String id, EvidenceKind kind, String host, @Nullable Instant time) {
        return new EvidenceItem(id, kind, host, "piece " + id, time, 7, "", new Location.Inside(id), "", false, "");
    }

    private static List<String> lines(Session session) {
        List<String> lines = new ArrayList<>();
        add(SessionTree.of(session, "Office"), "", lines);
        return lines;
    }

    private static void add(Line line, String indent, List<String> lines) {
        lines.add(indent + line.words());
        line.children().forEach(child -> add(child, indent + "  ", lines));
    }

    @Test
    void hostsHoldKindsAndThoseHoldPiecesByTime() {
        Session session = Session.empty("", TIME)
                .with(SessionHost.of("SRV1"))
                .with(item("late", EvidenceKind.CAPTURE, "SRV1", TIME.plusSeconds(9)))
                .with(item("never", EvidenceKind.CAPTURE, "SRV1", null))
                .with(item("early", EvidenceKind.CAPTURE, "SRV1", TIME))
                .with(item("nobody's", EvidenceKind.FILE, "", TIME));
        assertEquals(
                List.of(
                        "Office",
                        "  SRV1",
                        "    Capture (3)",
                        "      piece early",
                        "      piece late",
                        "      piece never",
                        "  Of no single host",
                        "    File (1)",
                        "      piece nobody's"),
                lines(session));
    }

    @Test
    void aHostThatOnlyEvidenceNamesIsThere() {
        Session session = Session.empty("", TIME).with(item("1", EvidenceKind.FILE, "SRV9", TIME));
        assertEquals(List.of("Office", "  SRV9", "    File (1)", "      piece 1"), lines(session));
    }

    @Test
    void simulatedHostsSaySoOnce() {
        Session session = Session.empty("", TIME)
                .with(new SessionHost("SRV1", Optional.empty(), Map.of("simulated", "true"), ""))
                .with(new SessionHost("SRV2 (simulated)", Optional.empty(), Map.of("simulated", "true"), ""));
        assertEquals(List.of("Office", "  SRV1 (simulated)", "  SRV2 (simulated)"), lines(session));
    }

    @Test
    void bookmarksComeFirstByTheirNotesAndPlaces() {
        Session session = Session.empty("", TIME)
                .with(item("1", EvidenceKind.CAPTURE, "SRV1", TIME))
                .withBookmarks(List.of(
                        new Bookmark("1", "packet 17", "refused here", ""),
                        new Bookmark("1", "", "", ""),
                        new Bookmark("", "finding no-sa of SRV1", "", ""),
                        new Bookmark("gone", "line 3", "", "")));
        assertEquals(
                List.of(
                        "  Bookmarks (4)",
                        "    refused here (SRV1: piece 1, packet 17)",
                        "    SRV1: piece 1",
                        "    finding no-sa of SRV1",
                        "    line 3"),
                lines(session).subList(1, 6));
        Line item = SessionTree.of(session, "")
                .children()
                .get(1)
                .children()
                .get(0)
                .children()
                .get(0);
        assertEquals(2, item.bookmarks());
    }
}
