package org.ipsecworkbench.certificateinspector;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.ipsecworkbench.session.SessionContents;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Shows the certificates of the session of the selected window. */
@ActionID(category = "Session", id = "org.ipsecworkbench.certificateinspector.InspectSessionAction")
@ActionRegistration(displayName = "#CTL_InspectSession", iconBase = CertificateWindow.ICON)
@ActionReferences({
    @ActionReference(path = "Menu/Session", position = 620),
    @ActionReference(path = "Session/Actions", position = 70)
})
@Messages("CTL_InspectSession=Inspect &Certificates")
public final class InspectSessionAction implements ActionListener {
    private final SessionContents session;

    /** For the session that is selected. */
    public InspectSessionAction(SessionContents session) {
        this.session = session;
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        CertificateWindow.show(new SessionSource(session));
    }
}
