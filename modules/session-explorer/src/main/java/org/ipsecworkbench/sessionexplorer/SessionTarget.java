package org.ipsecworkbench.sessionexplorer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openide.util.NbBundle.Messages;

/**
 * A session that something can be put into, as lists offer it. On the event dispatch thread.
 *
 * @param window without one, it is a new session
 * @param words for people
 */
@Messages("LBL_NewOne=A new session")
record SessionTarget(Optional<SessionWindow> window, String words) {
    /** A new session, and those that are open and read. */
    static List<SessionTarget> all() {
        return Stream.concat(
                        Stream.of(new SessionTarget(Optional.empty(), Bundle.LBL_NewOne())),
                        Sessions.windows().stream()
                                .filter(window -> window.opened() != null)
                                .map(SessionTarget::of))
                .toList();
    }

    static SessionTarget of(SessionWindow window) {
        return new SessionTarget(Optional.of(window), window.getName());
    }

    /** Its window, in front; that of a new session is opened. */
    SessionWindow show(String title) {
        SessionWindow shown = window.orElseGet(() -> Sessions.create(title));
        shown.requestActive();
        return shown;
    }

    @Override
    public String toString() {
        return words;
    }
}
