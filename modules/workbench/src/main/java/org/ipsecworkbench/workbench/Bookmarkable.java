package org.ipsecworkbench.workbench;

import java.util.Optional;

/** A window whose selection can be found again; in its Lookup, by which <i>Bookmark</i> finds it. On the event dispatch thread. */
public interface Bookmarkable {
    /** What is selected; empty where that is nothing of its own. */
    Optional<? extends Bookmarks.Spot> spot();
}
