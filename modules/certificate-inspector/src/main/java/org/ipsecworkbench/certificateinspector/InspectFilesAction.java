package org.ipsecworkbench.certificateinspector;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.nio.file.Path;
import java.util.List;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.WindowManager;

/** Asks for files of one host, and shows the certificates in them together, so that chains and revocation are found. */
@ActionID(category = "Hosts", id = "org.ipsecworkbench.certificateinspector.InspectFilesAction")
@ActionRegistration(displayName = "#CTL_InspectFiles")
@ActionReference(path = "Menu/Hosts", position = 484)
@Messages("CTL_InspectFiles=Inspect Certificates from Fi&les…")
public final class InspectFilesAction implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent e) {
        List<Path> files = ChosenFiles.ask(WindowManager.getDefault().getMainWindow());
        if (!files.isEmpty()) {
            CertificateWindow.show(new FileSource(files));
        }
    }
}
