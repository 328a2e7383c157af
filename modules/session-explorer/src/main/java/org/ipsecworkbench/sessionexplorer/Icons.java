package org.ipsecworkbench.sessionexplorer;

import javax.swing.Icon;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.workbench.Mark;
import org.openide.util.ImageUtilities;

/** The icons of the lines of a session. */
final class Icons {
    static final String SESSION = "org/ipsecworkbench/sessionexplorer/icons/session.svg";
    static final String TEXT = "org/ipsecworkbench/sessionexplorer/icons/text.svg";

    private static final String BOOKMARK = "org/ipsecworkbench/sessionexplorer/icons/bookmark.svg";
    private static final String HOST = "org/ipsecworkbench/workbench/icons/hosts.svg";
    private static final String CAPTURE = "org/ipsecworkbench/workbench/icons/capture.svg";

    private Icons() {}

    static Icon of(Line line) {
        EvidenceItem item = line.item();
        if (item != null) {
            return of(item.kind());
        }
        if (line.bookmark() != null || line.key().equals(SessionTree.BOOKMARKS)) {
            return load(BOOKMARK);
        }
        if (line.host() != null && line.host().system().containsKey("failure.explanation")) {
            return Mark.ATTENTION.icon();
        }
        return load(line.key().equals(SessionTree.ROOT) ? SESSION : line.host() != null ? HOST : TEXT);
    }

    private static Icon of(EvidenceKind kind) {
        if (kind.equals(EvidenceKind.CERTIFICATE)) {
            return Mark.AUTHENTICATED_ONLY.icon();
        }
        return load(kind.equals(EvidenceKind.CAPTURE) ? CAPTURE : TEXT);
    }

    private static Icon load(String path) {
        return ImageUtilities.loadImageIcon(path, false);
    }
}
