package org.ipsecworkbench.ikelogbrowser;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.ipsecworkbench.workbench.OpenCapture;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Shows the key negotiations of the capture in the selected window. */
@ActionID(category = "Capture", id = "org.ipsecworkbench.ikelogbrowser.NegotiationsAction")
@ActionRegistration(displayName = "#CTL_Negotiations", iconBase = BrowserWindow.ICON)
@ActionReferences({
    @ActionReference(path = "Menu/Capture", position = 300, separatorBefore = 290),
    @ActionReference(path = "Toolbars/File", position = 300),
    @ActionReference(path = "Shortcuts", name = "DS-I")
})
@Messages("CTL_Negotiations=IKE &Negotiations")
public final class NegotiationsAction implements ActionListener {
    private final OpenCapture capture;

    /** For the capture that is selected. */
    public NegotiationsAction(OpenCapture capture) {
        this.capture = capture;
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        BrowserWindow.show(capture.file());
    }
}
