package org.ipsecworkbench.sessionexplorer;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.ipsecworkbench.workbench.FileOpening;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Asks for sessions and opens them. */
@ActionID(category = "File", id = "org.ipsecworkbench.sessionexplorer.OpenSessionAction")
@ActionRegistration(displayName = "#CTL_OpenSessionAction", iconBase = Icons.SESSION)
@ActionReferences({
    @ActionReference(path = "Menu/File", position = 110),
    @ActionReference(path = "Menu/Session", position = 200)
})
@Messages("CTL_OpenSessionAction=Open &Session…")
public final class OpenSessionAction implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent e) {
        FileOpening.open(SessionFiles.toOpen());
    }
}
