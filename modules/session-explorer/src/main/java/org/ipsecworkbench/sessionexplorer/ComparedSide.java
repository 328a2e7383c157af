package org.ipsecworkbench.sessionexplorer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.SessionContents;
import org.ipsecworkbench.session.SessionFile;
import org.ipsecworkbench.session.SessionLimits;
import org.ipsecworkbench.session.SessionPart;
import org.openide.util.NbBundle.Messages;

/**
 * One of two sessions that are compared.
 *
 * @param name for people
 * @param isClosed whether whoever has opened it closes it
 * @param other what it is compared with where that follows from it
 */
@Messages({
    "# {0} - session",
    "LBL_BaselineOf=Baseline of {0}",
    "# {0} - session",
    "LBL_OthersOf={0} without its baseline"
})
record ComparedSide(String name, Opening opening, boolean isClosed, Optional<ComparedSide> other) {
    /** Opens it; not on the event dispatch thread. */
    interface Opening {
        SessionContents open() throws IOException;
    }

    /** All of a session that is open. */
    static ComparedSide of(OpenedSession session) {
        return new ComparedSide(session.name(), session::workspace, false, Optional.empty());
    }

    /** What is marked as baseline in a session that is open, which is compared with the rest of it. */
    private static ComparedSide baseline(OpenedSession session) {
        ComparedSide rest = new ComparedSide(
                Bundle.LBL_OthersOf(session.name()),
                () -> SessionPart.current(session.workspace()),
                false,
                Optional.empty());
        return new ComparedSide(
                Bundle.LBL_BaselineOf(session.name()),
                () -> SessionPart.baseline(session.workspace()),
                false,
                Optional.of(rest));
    }

    /** A saved session. */
    static ComparedSide of(Path file) {
        return new ComparedSide(
                String.valueOf(file.getFileName()),
                () -> SessionFile.open(file, SessionLimits.DEFAULT),
                true,
                Optional.empty());
    }

    /** What a session can be compared with without another file: its baseline first, then other sessions that are open. */
    static List<ComparedSide> offeredFor(OpenedSession session) {
        List<ComparedSide> sides = new ArrayList<>();
        if (session.session().evidence().stream().anyMatch(EvidenceItem::isBaseline)) {
            sides.add(baseline(session));
        }
        Sessions.open().stream()
                .filter(other -> !other.equals(session))
                .map(ComparedSide::of)
                .forEach(sides::add);
        return sides;
    }

    /** Closes what it has opened; what is open anyway stays so. */
    void close(SessionContents opened) throws IOException {
        if (isClosed) {
            opened.close();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
