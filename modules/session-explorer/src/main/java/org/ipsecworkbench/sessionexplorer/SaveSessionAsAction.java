package org.ipsecworkbench.sessionexplorer;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Saves the session in the selected window in a file that is asked for. */
@ActionID(category = "File", id = "org.ipsecworkbench.sessionexplorer.SaveSessionAsAction")
@ActionRegistration(displayName = "#CTL_SaveSessionAsAction")
@ActionReferences({
    @ActionReference(path = "Menu/File", position = 310),
    @ActionReference(path = "Menu/Session", position = 310),
    @ActionReference(path = "Shortcuts", name = "DS-S")
})
@Messages("CTL_SaveSessionAsAction=Save Session &As…")
public final class SaveSessionAsAction implements ActionListener {
    private final OpenedSession session;

    /** For the session that is selected. */
    public SaveSessionAsAction(OpenedSession session) {
        this.session = session;
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        Saving.saveAs(session);
    }
}
