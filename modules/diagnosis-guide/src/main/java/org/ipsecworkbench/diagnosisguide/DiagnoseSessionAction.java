package org.ipsecworkbench.diagnosisguide;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.ipsecworkbench.session.SessionContents;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/**
 * Diagnoses the session of the selected window, which has it as {@link SessionContents} in its Lookup. A window may also take the
 * action from {@code Actions.forID("Session", "org.ipsecworkbench.diagnosisguide.DiagnoseSessionAction")}, or from the folder
 * {@code Session/Actions}.
 */
@ActionID(category = "Session", id = "org.ipsecworkbench.diagnosisguide.DiagnoseSessionAction")
@ActionRegistration(displayName = "#CTL_DiagnoseSession", iconBase = DiagnosisWindow.ICON)
@ActionReferences({
    @ActionReference(path = "Menu/Session", position = 600, separatorBefore = 590),
    @ActionReference(path = "Session/Actions", position = 60)
})
@Messages("CTL_DiagnoseSession=Diagnose &Session")
public final class DiagnoseSessionAction implements ActionListener {
    private final SessionContents session;

    /** For the session that is selected. */
    public DiagnoseSessionAction(SessionContents session) {
        this.session = session;
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        DiagnosisWindow.show(session);
    }
}
