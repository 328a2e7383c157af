package org.ipsecworkbench.sessionexplorer;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.session.Bookmark;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionHost;

/** What people change of a session. Items are changed by their ids, since what else is said of them may have changed meanwhile. */
final class Edits {
    private Edits() {}

    static Session note(Session before, String id, String text) {
        return before.item(id).map(item -> before.with(item.withNote(text))).orElse(before);
    }

    static Session baseline(Session before, String id, boolean isBaseline) {
        return before.item(id)
                .map(item -> before.with(item.withBaseline(isBaseline)))
                .orElse(before);
    }

    /** Makes a piece of evidence one of a host, which the session lists then. */
    static Session host(Session before, String id, String host) {
        Session listed = host.isEmpty() || before.host(host).isPresent() ? before : before.with(SessionHost.of(host));
        return listed.item(id).map(item -> listed.with(item.withHost(host))).orElse(before);
    }

    static Session note(Session before, Bookmark bookmark, String text) {
        return before.withBookmarks(before.bookmarks().stream()
                .map(one -> isSame(one, bookmark) ? new Bookmark(one.item(), one.place(), text, one.others()) : one)
                .toList());
    }

    /** Adds a bookmark, or puts it in the place of the one that points to the same. */
    static Session with(Session before, Bookmark bookmark) {
        List<Bookmark> all = new ArrayList<>(before.bookmarks());
        all.removeIf(one -> isSame(one, bookmark));
        all.add(bookmark);
        return before.withBookmarks(all);
    }

    private static boolean isSame(Bookmark one, Bookmark other) {
        return one.item().equals(other.item()) && one.place().equals(other.place());
    }

    static Session without(Session before, Bookmark bookmark) {
        return before.withBookmarks(before.bookmarks().stream()
                .filter(one -> !isSame(one, bookmark))
                .toList());
    }

    /** What a session was, with the evidence that it has now: what was added since stays, and what was said of evidence is as it was. */
    static Session undone(Session now, Session before) {
        List<EvidenceItem> items = now.evidence().stream()
                .map(item -> before.item(item.id())
                        .map(then ->
                                item.withNote(then.note()).withHost(then.host()).withBaseline(then.isBaseline()))
                        .orElse(item))
                .toList();
        Session undone = now.withTitle(before.title())
                .withNotes(before.notes())
                .withBookmarks(before.bookmarks())
                .withEvidence(items);
        List<SessionHost> hosts = new ArrayList<>(before.hosts());
        now.hosts().stream()
                .filter(host -> before.host(host.name()).isEmpty()
                        && !undone.evidenceOf(host.name()).isEmpty())
                .forEach(hosts::add);
        return undone.withHosts(hosts);
    }
}
