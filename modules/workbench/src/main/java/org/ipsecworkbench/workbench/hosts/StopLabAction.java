package org.ipsecworkbench.workbench.hosts;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Stops the lab; its hosts leave the list. */
@ActionID(category = "Hosts", id = "org.ipsecworkbench.workbench.hosts.StopLabAction")
@ActionRegistration(displayName = "#CTL_StopLab")
@ActionReference(path = "Menu/Hosts", position = 900)
@Messages("CTL_StopLab=St&op the Lab")
public final class StopLabAction implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent e) {
        LabRun.stop();
    }
}
