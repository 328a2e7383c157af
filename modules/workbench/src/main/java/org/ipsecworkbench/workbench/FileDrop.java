package org.ipsecworkbench.workbench;

import java.awt.Component;
import java.awt.Point;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.TransferHandler;

/**
 * Opens files that are dropped on a component, or does what a subclass does with them. Only components that take drops themselves need it (tables, text); all
 * others leave it to the main window.
 */
public class FileDrop extends TransferHandler {
    private static final long serialVersionUID = 1;

    /** Takes files and gives nothing. */
    public FileDrop() {}

    @Override
    public boolean canImport(TransferSupport support) {
        return support.isDrop() && support.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
    }

    @Override
    public boolean importData(TransferSupport support) {
        if (!canImport(support)) {
            return false;
        }
        support.setDropAction(COPY);
        List<Path> files = files(support.getTransferable());
        take(files, support.getComponent(), support.getDropLocation().getDropPoint());
        return !files.isEmpty();
    }

    /**
     * Does something with the files that were dropped.
     *
     * @param on the component that they were dropped on
     * @param at where in it
     */
    protected void take(List<Path> files, Component on, Point at) {
        take(files);
    }

    /** Does something with the files that were dropped, wherever: opens them. */
    protected void take(List<Path> files) {
        FileOpening.open(files);
    }

    /** Opens the files that a drop brings; false where it brings none. */
    public static boolean open(Transferable dropped) {
        List<Path> files = files(dropped);
        FileOpening.open(files);
        return !files.isEmpty();
    }

    private static List<Path> files(Transferable dropped) {
        List<Path> files = new ArrayList<>();
        try {
            if (dropped.getTransferData(DataFlavor.javaFileListFlavor) instanceof List<?> list) {
                for (Object file : list) {
                    if (file instanceof File f) {
                        files.add(f.toPath());
                    }
                }
            }
        } catch (UnsupportedFlavorException | IOException e) {
            return List.of();
        }
        return files;
    }
}
