package org.ipsecworkbench.captureviewer;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.ipsecworkbench.captureviewer.live.LiveDialog;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Asks what to capture and starts. */
@ActionID(category = "Capture", id = "org.ipsecworkbench.captureviewer.StartLiveCaptureAction")
@ActionRegistration(
        displayName = "#CTL_StartLive",
        iconBase = "org/ipsecworkbench/captureviewer/icons/live.svg",
        asynchronous = false)
@ActionReferences({
    @ActionReference(path = "Menu/Capture", position = 100),
    @ActionReference(path = "Toolbars/File", position = 200),
    @ActionReference(path = "Shortcuts", name = "D-K")
})
@Messages("CTL_StartLive=&Start Live Capture…")
public final class StartLiveCaptureAction implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent e) {
        new LiveDialog(CaptureWindows::show).show();
    }
}
