package org.ipsecworkbench.sessionexplorer;

import java.io.IOException;
import java.nio.file.Path;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.session.SessionFile;
import org.ipsecworkbench.workbench.FileOpener;
import org.openide.util.lookup.ServiceProvider;

/** Opens saved sessions and the archives of collectors. */
@ServiceProvider(service = FileOpener.class, position = 100)
public final class SessionOpener implements FileOpener {
    @Override
    public boolean opens(Path file) throws IOException {
        return SessionFile.recognises(file);
    }

    @Override
    public void open(Path file) {
        SwingUtilities.invokeLater(() -> Sessions.show(file));
    }
}
