package org.ipsecworkbench.workbench.hosts;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Adds a host. */
@ActionID(category = "Hosts", id = AddHostAction.ID)
@ActionRegistration(displayName = "#CTL_AddHost")
@ActionReference(path = "Menu/Hosts", position = 200)
@Messages("CTL_AddHost=&Add Host…")
public final class AddHostAction implements ActionListener {
    static final String ID = "org.ipsecworkbench.workbench.hosts.AddHostAction";

    @Override
    public void actionPerformed(ActionEvent e) {
        HostDialog.add();
    }
}
