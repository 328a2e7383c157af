package org.ipsecworkbench.sessionexplorer;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Begins an empty session. */
@ActionID(category = "Session", id = "org.ipsecworkbench.sessionexplorer.NewSessionAction")
@ActionRegistration(displayName = "#CTL_NewSessionAction")
@ActionReference(path = "Menu/Session", position = 100)
@Messages("CTL_NewSessionAction=&New Session")
public final class NewSessionAction implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent e) {
        Sessions.create("");
    }
}
