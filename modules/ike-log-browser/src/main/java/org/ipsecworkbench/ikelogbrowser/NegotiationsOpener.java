package org.ipsecworkbench.ikelogbrowser;

import java.io.IOException;
import java.nio.file.Path;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.ike.IkeFiles;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.session.Place;
import org.ipsecworkbench.workbench.FileOpener;
import org.openide.util.lookup.ServiceProvider;

/** Opens what hosts write of their negotiations: Oakley.log, events of Windows, lists of the filtering platform. */
@ServiceProvider(service = FileOpener.class, position = 200)
public final class NegotiationsOpener implements FileOpener {
    @Override
    public boolean opens(Path file) throws IOException {
        return IkeFiles.kind(file) != Source.Kind.CAPTURE;
    }

    @Override
    public void open(Path file) {
        SwingUtilities.invokeLater(() -> BrowserWindow.show(file));
    }

    @Override
    public void open(Path file, Place place) {
        SwingUtilities.invokeLater(() -> BrowserWindow.show(file).show(place));
    }
}
