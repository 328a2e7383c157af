package org.ipsecworkbench.policyexplorer;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.nio.file.Path;
import java.util.List;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;
import org.openide.windows.WindowManager;

/** Asks for files, one of each host, or a session, and predicts what those hosts do with the traffic between them. */
@ActionID(category = "Hosts", id = "org.ipsecworkbench.policyexplorer.PredictFilesAction")
@ActionRegistration(displayName = "#CTL_PredictFiles")
@ActionReference(path = "Menu/Hosts", position = 480)
@Messages("CTL_PredictFiles=Predict from &Files or Session…")
public final class PredictFilesAction implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent e) {
        List<Path> files = OtherPolicy.files(WindowManager.getDefault().getMainWindow());
        if (!files.isEmpty()) {
            LoadedPolicies.read(files, PredictHostsAction::show);
        }
    }
}
