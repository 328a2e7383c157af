package org.ipsecworkbench.workbench.hosts;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Shows which commands went to the selected host, when, for which action, and what they printed. */
@ActionID(category = "Hosts", id = "org.ipsecworkbench.workbench.hosts.ShowCommandsAction")
@ActionRegistration(displayName = "#CTL_ShowCommands")
@ActionReferences({
    @ActionReference(path = "Menu/Hosts", position = 750),
    @ActionReference(path = "Hosts/Actions", position = 7000, separatorBefore = 6900)
})
@Messages("CTL_ShowCommands=Show &Commands Sent")
public final class ShowCommandsAction implements ActionListener {
    private final KnownHost host;

    /** For the host that is selected. */
    public ShowCommandsAction(KnownHost host) {
        this.host = host;
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        CommandLog.get().show(host.name(), host.address());
    }
}
