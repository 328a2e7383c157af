package org.ipsecworkbench.sessionexplorer;

import java.io.IOException;
import java.nio.file.Path;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.session.SessionWorkspace;
import org.ipsecworkbench.workbench.RecentFiles;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;

/** Saves sessions. On the event dispatch thread, which it does not hold up. */
@Messages({"# {0} - session", "LBL_Saving=Saving {0}", "# {0} - file", "LBL_Saved=Saved: {0}"})
final class Saving {
    private Saving() {}

    /** Saves where the session was saved before, or asks where. */
    static void save(OpenedSession session, Runnable then) {
        session.state().file().or(() -> SessionFiles.toSave(session)).ifPresent(file -> save(session, file, then));
    }

    /** Asks where and saves there. */
    static void saveAs(OpenedSession session) {
        SessionFiles.toSave(session).ifPresent(file -> save(session, file, () -> {}));
    }

    private static void save(OpenedSession session, Path file, Runnable then) {
        session.work(Bundle.LBL_Saving(session.name()), (workspace, monitor) -> write(workspace, file, monitor), () -> {
            StatusDisplayer.getDefault().setStatusText(Bundle.LBL_Saved(file));
            then.run();
        });
    }

    /** Not on the event dispatch thread, but where the platform asks for it there. */
    static void write(SessionWorkspace workspace, Path file, ScanMonitor monitor) throws IOException {
        workspace.save(file, SessionWorkspace.DEFAULT_MAX_INSIDE, monitor);
        RecentFiles.add(file);
    }
}
