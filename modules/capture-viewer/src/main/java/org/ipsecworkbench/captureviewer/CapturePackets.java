package org.ipsecworkbench.captureviewer;

import java.nio.file.Path;
import org.ipsecworkbench.workbench.PacketViewer;
import org.openide.util.lookup.ServiceProvider;

/** Shows single packets for other views. */
@ServiceProvider(service = PacketViewer.class)
public final class CapturePackets implements PacketViewer {
    @Override
    public void show(Path capture, long packet) {
        CaptureWindows.show(capture).show(packet - 1);
    }
}
