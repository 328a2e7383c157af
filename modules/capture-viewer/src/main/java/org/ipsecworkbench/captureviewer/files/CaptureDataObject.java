package org.ipsecworkbench.captureviewer.files;

import java.io.File;
import java.util.List;
import org.ipsecworkbench.workbench.FileOpening;
import org.netbeans.api.actions.Openable;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.filesystems.FileObject;
import org.openide.filesystems.FileUtil;
import org.openide.loaders.DataObject;
import org.openide.loaders.DataObjectExistsException;
import org.openide.loaders.MultiDataObject;
import org.openide.loaders.MultiFileLoader;
import org.openide.util.NbBundle.Messages;

/** A capture file, of whichever format. Opens like one that is dropped on the window. */
@DataObject.Registration(
        mimeType = CaptureDataObject.MIME_TYPE,
        iconBase = "org/ipsecworkbench/workbench/icons/capture.svg",
        displayName = "#LBL_Captures",
        position = 100)
@ActionReferences({
    @ActionReference(
            path = CaptureDataObject.ACTIONS,
            id = @ActionID(category = "System", id = "org.openide.actions.OpenAction"),
            position = 100,
            separatorAfter = 200),
    @ActionReference(
            path = CaptureDataObject.ACTIONS,
            id = @ActionID(category = "Edit", id = "org.openide.actions.CutAction"),
            position = 300),
    @ActionReference(
            path = CaptureDataObject.ACTIONS,
            id = @ActionID(category = "Edit", id = "org.openide.actions.CopyAction"),
            position = 400,
            separatorAfter = 500),
    @ActionReference(
            path = CaptureDataObject.ACTIONS,
            id = @ActionID(category = "Edit", id = "org.openide.actions.DeleteAction"),
            position = 600),
    @ActionReference(
            path = CaptureDataObject.ACTIONS,
            id = @ActionID(category = "System", id = "org.openide.actions.RenameAction"),
            position = 700,
            separatorAfter = 800),
    @ActionReference(
            path = CaptureDataObject.ACTIONS,
            id = @ActionID(category = "System", id = "org.openide.actions.ToolsAction"),
            position = 900),
    @ActionReference(
            path = CaptureDataObject.ACTIONS,
            id = @ActionID(category = "System", id = "org.openide.actions.PropertiesAction"),
            position = 1000)
})
@Messages("LBL_Captures=Captures")
public final class CaptureDataObject extends MultiDataObject {
    /** Ours for all formats together; the registered types are those of single formats. */
    static final String MIME_TYPE = "application/x-network-capture";

    static final String ACTIONS = "Loaders/" + MIME_TYPE + "/Actions";

    private static final long serialVersionUID = 1;

    /** For the registration. */
    public CaptureDataObject(FileObject file, MultiFileLoader loader) throws DataObjectExistsException {
        super(file, loader);
        getCookieSet().assign(Openable.class, this::open);
    }

    @Override
    protected int associateLookup() {
        return 1;
    }

    private void open() {
        File file = FileUtil.toFile(getPrimaryFile());
        if (file != null) {
            FileOpening.open(List.of(file.toPath()));
        }
    }
}
