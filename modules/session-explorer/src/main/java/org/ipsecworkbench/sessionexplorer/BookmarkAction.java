package org.ipsecworkbench.sessionexplorer;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.ipsecworkbench.workbench.Bookmarkable;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Bookmarks what is selected in the window that is selected: a packet, a line, an event. */
@ActionID(category = "Session", id = "org.ipsecworkbench.sessionexplorer.BookmarkAction")
@ActionRegistration(displayName = "#CTL_Bookmark")
@ActionReferences({
    @ActionReference(path = "Menu/Session", position = 520),
    @ActionReference(path = "Shortcuts", name = "D-B")
})
@Messages({"CTL_Bookmark=&Bookmark…", "MSG_NothingToMark=Nothing is selected here that can be found again."})
public final class BookmarkAction implements ActionListener {
    private final Bookmarkable window;

    /** For the window that is selected. */
    public BookmarkAction(Bookmarkable window) {
        this.window = window;
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        window.spot()
                .ifPresentOrElse(
                        spot -> new SessionBookmarks().add(spot), () -> OpenedSession.tell(Bundle.MSG_NothingToMark()));
    }
}
