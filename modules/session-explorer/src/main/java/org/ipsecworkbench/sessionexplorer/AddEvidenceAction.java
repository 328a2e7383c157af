package org.ipsecworkbench.sessionexplorer;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.nio.file.Path;
import java.util.List;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Asks for files and adds them to the session in the selected window. */
@ActionID(category = "Session", id = "org.ipsecworkbench.sessionexplorer.AddEvidenceAction")
@ActionRegistration(displayName = "#CTL_AddEvidenceAction")
@ActionReferences({
    @ActionReference(path = "Menu/Session", position = 400, separatorBefore = 390),
    @ActionReference(path = "Session/Actions", position = 50)
})
@Messages("CTL_AddEvidenceAction=&Add Evidence…")
public final class AddEvidenceAction implements ActionListener {
    private final OpenedSession session;

    /** For the session that is selected. */
    public AddEvidenceAction(OpenedSession session) {
        this.session = session;
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        List<Path> files = SessionFiles.toAdd();
        if (!files.isEmpty()) {
            Adding.add(session, files, Sessions.selectedHost(session));
        }
    }
}
