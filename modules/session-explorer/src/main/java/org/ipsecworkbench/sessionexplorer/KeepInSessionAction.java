package org.ipsecworkbench.sessionexplorer;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.ipsecworkbench.workbench.Keepable;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Puts what the selected window has collected into a session: a new one, or one that is open. */
@ActionID(category = "Session", id = "org.ipsecworkbench.sessionexplorer.KeepInSessionAction")
@ActionRegistration(displayName = "#CTL_KeepInSession")
@ActionReference(path = "Menu/Session", position = 500)
@Messages("CTL_KeepInSession=&Keep in Session…")
public final class KeepInSessionAction implements ActionListener {
    private final Keepable collected;

    /** For what the selected window has collected. */
    public KeepInSessionAction(Keepable collected) {
        this.collected = collected;
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        Keeping.keep(collected);
    }
}
