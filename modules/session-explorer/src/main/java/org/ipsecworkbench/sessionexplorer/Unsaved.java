package org.ipsecworkbench.sessionexplorer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.ipsecworkbench.capture.ScanMonitor;
import org.netbeans.spi.actions.AbstractSavable;
import org.openide.util.NbBundle.Messages;

/** A session that is not saved; by this the platform asks before it ends. */
@Messages("MSG_NotChosen=No file was chosen to save it in.")
final class Unsaved extends AbstractSavable {
    private final OpenedSession session;

    Unsaved(OpenedSession session) {
        this.session = session;
    }

    void register(boolean isChanged) {
        if (isChanged) {
            register();
        } else {
            unregister();
        }
    }

    OpenedSession session() {
        return session;
    }

    @Override
    protected String findDisplayName() {
        return session.name();
    }

    @Override
    protected void handleSave() throws IOException {
        Optional<Path> file = session.state().file().or(() -> SessionFiles.toSave(session));
        if (file.isEmpty()) {
            throw new IOException(Bundle.MSG_NotChosen());
        }
        Saving.write(session.workspace(), file.get(), ScanMonitor.NONE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unsaved unsaved && unsaved.session.equals(session);
    }

    @Override
    public int hashCode() {
        return session.hashCode();
    }
}
