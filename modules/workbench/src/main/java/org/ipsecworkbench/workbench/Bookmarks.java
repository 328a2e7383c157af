package org.ipsecworkbench.workbench;

import java.nio.file.Path;
import org.ipsecworkbench.session.Place;
import org.ipsecworkbench.session.SessionContents;

/**
 * Keeps places that somebody wants to find again, in sessions. Views find it in {@code Lookup.getDefault()}; a window whose selection
 * is such a place is {@link Bookmarkable} instead, and has the action of the menu then. On the event dispatch thread.
 */
public interface Bookmarks {
    /** What can be found again. */
    sealed interface Spot {
        /** What stands there, for people: it is proposed as the note. */
        String words();
    }

    /**
     * A place in a file, which may be a piece of a session that is open.
     *
     * @param file absolute
     * @param place where in it
     * @param words what stands there, for people; may be empty
     */
    record InFile(Path file, Place place, String words) implements Spot {}

    /**
     * A place in a session.
     *
     * @param session one that is open
     * @param item the id of the piece of evidence; empty where the place is in none of them
     * @param place words of a {@link Place}, or others that a {@link SessionViewer} knows
     * @param words what stands there, for people; may be empty
     */
    record InSession(SessionContents session, String item, String place, String words) implements Spot {}

    /** Asks what to note, and keeps the place in its session, or in the one that is chosen; does nothing where the user gives up. */
    void add(Spot spot);
}
