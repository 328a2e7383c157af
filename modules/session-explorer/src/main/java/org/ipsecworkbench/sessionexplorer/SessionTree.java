package org.ipsecworkbench.sessionexplorer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipsecworkbench.session.Bookmark;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionHost;
import org.ipsecworkbench.workbench.Formats;
import org.openide.util.NbBundle.Messages;

/** Turns a session into lines: hosts, below them the kinds of evidence, and below those its pieces by time. */
@Messages({
    "# {0} - kind",
    "# {1} - how many",
    "LBL_Kind={0} ({1})",
    "LBL_NoHost=Of no single host",
    "# {0} - how many",
    "LBL_Bookmarks=Bookmarks ({0})",
    "# {0} - note",
    "# {1} - place",
    "LBL_Bookmark={0} ({1})",
    "# {0} - host",
    "LBL_SimulatedHost={0} (simulated)"
})
final class SessionTree {
    /** Of the line of the whole session. */
    static final String ROOT = "session";

    /** Of the line of all bookmarks. */
    static final String BOOKMARKS = "bookmarks";

    private static final Comparator<EvidenceItem> BY_TIME = Comparator.comparing(
                    SessionTree::time, Comparator.<Instant>naturalOrder())
            .thenComparing(EvidenceItem::name);

    private final Session session;
    private final Map<String, Integer> bookmarks = new HashMap<>();

    private SessionTree(Session session) {
        this.session = session;
        for (Bookmark bookmark : session.bookmarks()) {
            bookmarks.merge(bookmark.item(), 1, Integer::sum);
        }
    }

    /** The line of the session with all others below it. */
    static Line of(Session session, String name) {
        SessionTree tree = new SessionTree(session);
        Map<String, List<EvidenceItem>> byHost = session.evidence().stream()
                .collect(Collectors.groupingBy(EvidenceItem::host, LinkedHashMap::new, Collectors.toList()));
        List<Line> lines = new ArrayList<>();
        for (SessionHost host : session.hosts()) {
            List<EvidenceItem> items = byHost.remove(host.name());
            lines.add(tree.host(host, items == null ? List.of() : items));
        }
        List<EvidenceItem> others = byHost.remove("");
        // A session of others may name hosts that it does not list.
        byHost.forEach((host, items) -> lines.add(tree.host(SessionHost.of(host), items)));
        if (others != null) {
            lines.add(Line.group("none", Bundle.LBL_NoHost(), tree.kinds("none", others)));
        }
        if (!session.bookmarks().isEmpty()) {
            lines.add(0, tree.bookmarks());
        }
        return Line.group(ROOT, name, lines);
    }

    /** In the order in which they were made; what several have in common tells them apart no less. */
    private Line bookmarks() {
        List<Line> lines = new ArrayList<>();
        for (Bookmark bookmark : session.bookmarks()) {
            String key = "bookmark " + bookmark.item() + " " + bookmark.place();
            lines.add(new Line(key, words(bookmark), null, null, bookmark, 0, List.of()));
        }
        return Line.group(BOOKMARKS, Bundle.LBL_Bookmarks(Formats.count(lines.size())), lines);
    }

    /** The note first, since that is what people remember. */
    private String words(Bookmark bookmark) {
        String place = place(session, bookmark);
        return bookmark.note().isEmpty() ? place : Bundle.LBL_Bookmark(bookmark.note(), place);
    }

    /** Where a bookmark points, for people. */
    static String place(Session session, Bookmark bookmark) {
        String item = session.item(bookmark.item())
                .map(one -> one.host().isEmpty() ? one.name() : one.host() + ": " + one.name())
                .orElse("");
        return item.isEmpty() || bookmark.place().isEmpty() ? item + bookmark.place() : item + ", " + bookmark.place();
    }

    private Line host(SessionHost host, List<EvidenceItem> items) {
        String key = "host " + host.name();
        boolean isSimulated = Boolean.parseBoolean(host.system().get("simulated"));
        // A host of the lab is called that already.
        boolean isSaid = host.name().endsWith(Bundle.LBL_SimulatedHost(""));
        String words = isSimulated && !isSaid ? Bundle.LBL_SimulatedHost(host.name()) : host.name();
        return new Line(key, words, host, null, null, 0, kinds(key, items));
    }

    private List<Line> kinds(String under, List<EvidenceItem> items) {
        Map<EvidenceKind, List<EvidenceItem>> byKind =
                items.stream().collect(Collectors.groupingBy(EvidenceItem::kind));
        return byKind.entrySet().stream()
                .sorted(Comparator.comparing(one -> one.getKey().label()))
                .map(one -> Line.group(
                        under + " " + one.getKey().key(),
                        Bundle.LBL_Kind(
                                one.getKey().label(),
                                Formats.count(one.getValue().size())),
                        one.getValue().stream().sorted(BY_TIME).map(this::item).toList()))
                .toList();
    }

    private Line item(EvidenceItem item) {
        return new Line(
                "item " + item.id(), item.name(), null, item, null, bookmarks.getOrDefault(item.id(), 0), List.of());
    }

    /** What has no time comes last. */
    private static Instant time(EvidenceItem item) {
        return item.takenAt() == null ? Instant.MAX : item.takenAt();
    }
}
