package org.ipsecworkbench.sessionexplorer;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Saves the session in the selected window; enabled while it has changes. */
@ActionID(category = "File", id = "org.ipsecworkbench.sessionexplorer.SaveSessionAction")
@ActionRegistration(displayName = "#CTL_SaveSessionAction")
@ActionReferences({
    @ActionReference(path = "Menu/File", position = 300, separatorBefore = 290),
    @ActionReference(path = "Menu/Session", position = 300, separatorBefore = 290),
    @ActionReference(path = "Session/Actions", position = 900, separatorBefore = 890),
    @ActionReference(path = "Shortcuts", name = "D-S")
})
@Messages("CTL_SaveSessionAction=&Save Session")
public final class SaveSessionAction implements ActionListener {
    private final Unsaved unsaved;

    /** For the session that has changes. */
    public SaveSessionAction(Unsaved unsaved) {
        this.unsaved = unsaved;
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        Saving.save(unsaved.session(), () -> {});
    }
}
