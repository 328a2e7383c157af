package org.ipsecworkbench.sessionexplorer;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.util.List;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Asks the selected hosts all that a diagnosis needs, and keeps their answers in a session. */
@ActionID(category = "Hosts", id = "org.ipsecworkbench.sessionexplorer.CollectAction")
@ActionRegistration(displayName = "#CTL_Collect")
@ActionReferences({
    @ActionReference(path = "Menu/Hosts", position = 460),
    @ActionReference(path = "Hosts/Actions", position = 55)
})
@Messages("CTL_Collect=&Collect into Session…")
public final class CollectAction implements ActionListener {
    private final List<KnownHost> hosts;

    /** For the hosts that are selected. */
    public CollectAction(List<KnownHost> hosts) {
        this.hosts = List.copyOf(hosts);
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        Collecting.start(hosts);
    }
}
