package org.ipsecworkbench.captureviewer;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.session.Place;
import org.ipsecworkbench.workbench.FileOpener;
import org.openide.modules.InstalledFileLocator;
import org.openide.util.lookup.ServiceProvider;

/** Opens captures. Asked last, it takes every file: what is no capture gets a window that says so and what would be one. */
@ServiceProvider(service = FileOpener.class, position = Integer.MAX_VALUE)
public final class CaptureOpener implements FileOpener {
    @Override
    public boolean opens(Path file) {
        return true;
    }

    @Override
    public void open(Path file) {
        SwingUtilities.invokeLater(() -> CaptureWindows.show(file));
    }

    @Override
    public void open(Path file, Place place) {
        SwingUtilities.invokeLater(() -> {
            CaptureWindow window = CaptureWindows.show(file);
            if (place.unit() == Place.Unit.PACKET) {
                window.show(place.first() - 1);
            }
        });
    }

    @Override
    public List<Path> samples() {
        File sample = InstalledFileLocator.getDefault()
                .locate("samples/office-partly-protected.pcap", "org.ipsecworkbench.captureviewer", false);
        return sample == null ? List.of() : List.of(sample.toPath());
    }
}
