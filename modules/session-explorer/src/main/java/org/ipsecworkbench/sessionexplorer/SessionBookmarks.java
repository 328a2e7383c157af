package org.ipsecworkbench.sessionexplorer;

import java.util.List;
import java.util.Optional;
import org.ipsecworkbench.session.Bookmark;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.Place;
import org.ipsecworkbench.session.SessionWorkspace;
import org.ipsecworkbench.workbench.Bookmarks;
import org.ipsecworkbench.workbench.SessionViewer;
import org.jspecify.annotations.Nullable;
import org.openide.util.Lookup;
import org.openide.util.NbBundle.Messages;
import org.openide.util.lookup.ServiceProvider;

/** Keeps bookmarks in the sessions that are open. A file that is in none of them is added to the one that is chosen. */
@ServiceProvider(service = Bookmarks.class)
@Messages({
    "CHG_AddBookmark=Add a bookmark",
    "MSG_NoSession=Its session is not open any more.",
    "# {0} - place",
    "MSG_NoViewer=Nothing here can go to this place: {0}"
})
public final class SessionBookmarks implements Bookmarks {
    @Override
    public void add(Spot spot) {
        if (spot instanceof InSession in) {
            add(in);
        } else if (spot instanceof InFile in) {
            add(in);
        }
    }

    private static void add(InSession in) {
        Optional<SessionWindow> window = Sessions.windows().stream()
                .filter(one -> in.session().equals(workspace(one)))
                .findFirst();
        if (window.isEmpty()) {
            OpenedSession.tell(Bundle.MSG_NoSession());
            return;
        }
        BookmarkDialog.ask(in.place(), in.words(), List.of(SessionTarget.of(window.get())))
                .ifPresent(asked -> window.get()
                        .whenOpen(session -> session.update(
                                Bundle.CHG_AddBookmark(),
                                before ->
                                        Edits.with(before, new Bookmark(in.item(), asked.place(), asked.note(), "")))));
    }

    private static @Nullable SessionWorkspace workspace(SessionWindow window) {
        OpenedSession opened = window.opened();
        return opened == null ? null : opened.workspace();
    }

    private static void add(InFile in) {
        List<SessionTarget> owners = Sessions.windows().stream()
                .filter(window -> window.item(in.file()).isPresent())
                .map(SessionTarget::of)
                .toList();
        BookmarkDialog.ask(in.place().words(), in.words(), owners.isEmpty() ? SessionTarget.all() : owners)
                .ifPresent(asked -> add(in, asked));
    }

    private static void add(InFile in, BookmarkDialog.Asked asked) {
        SessionWindow window = asked.target().show(String.valueOf(in.file().getFileName()));
        window.whenOpen(session -> {
            Optional<EvidenceItem> known = window.item(in.file());
            session.work(Bundle.CHG_AddBookmark(), (workspace, monitor) -> {
                EvidenceItem item = known.isPresent() ? known.get() : Adding.add(workspace, in.file(), "", monitor);
                workspace.update(
                        before -> Edits.with(before, new Bookmark(item.id(), asked.place(), asked.note(), "")));
            });
        });
    }

    /** Opens what a bookmark of a session points to. */
    static void open(OpenedSession session, Views views, Bookmark bookmark) {
        Optional<EvidenceItem> item = session.session().item(bookmark.item());
        if (item.isPresent()) {
            views.open(item.get(), Place.of(bookmark.place()));
        } else {
            boolean isShown = Lookup.getDefault().lookupAll(SessionViewer.class).stream()
                    .anyMatch(viewer -> viewer.show(session.workspace(), bookmark.place()));
            if (!isShown) {
                OpenedSession.tell(Bundle.MSG_NoViewer(bookmark.place()));
            }
        }
    }
}
