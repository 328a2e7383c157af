package org.ipsecworkbench.workbench.open;

import java.awt.datatransfer.DataFlavor;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DropTargetDragEvent;
import java.awt.dnd.DropTargetDropEvent;
import javax.swing.JFrame;
import org.ipsecworkbench.workbench.FileDrop;
import org.openide.util.lookup.ServiceProvider;
import org.openide.windows.ExternalDropHandler;
import org.openide.windows.OnShowing;
import org.openide.windows.WindowManager;

/** Opens files that are dropped anywhere on the main window: the platform asks it for the editor area, it cares for the rest. */
@OnShowing
@ServiceProvider(service = ExternalDropHandler.class)
public final class MainWindowDrop extends ExternalDropHandler implements Runnable {
    @Override
    public void run() {
        if (WindowManager.getDefault().getMainWindow() instanceof JFrame frame) {
            frame.setTransferHandler(new FileDrop());
        }
    }

    @Override
    public boolean canDrop(DropTargetDragEvent e) {
        return e.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
    }

    @Override
    public boolean canDrop(DropTargetDropEvent e) {
        return e.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
    }

    @Override
    public boolean handleDrop(DropTargetDropEvent e) {
        e.acceptDrop(DnDConstants.ACTION_COPY);
        return FileDrop.open(e.getTransferable());
    }
}
