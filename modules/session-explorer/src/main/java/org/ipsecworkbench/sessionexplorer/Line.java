package org.ipsecworkbench.sessionexplorer;

import java.util.List;
import org.ipsecworkbench.session.Bookmark;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.SessionHost;
import org.jspecify.annotations.Nullable;

/**
 * A line of the tree of a session.
 *
 * @param key tells it apart from all others, and stays the same while the session changes
 * @param words for people
 * @param host whose line it is; null on others
 * @param item the piece of evidence; null on groups
 * @param bookmark the bookmark whose line it is; null on others
 * @param bookmarks how many places of it are marked
 */
record Line(
        String key,
        String words,
        @Nullable SessionHost host,
        @Nullable EvidenceItem item,
        @Nullable Bookmark bookmark,
        int bookmarks,
        List<Line> children) {
    static Line group(String key, String words, List<Line> children) {
        return new Line(key, words, null, null, null, 0, children);
    }

    @Override
    public String toString() {
        return words;
    }
}
