package org.ipsecworkbench.workbench.hosts;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.util.List;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Tests the connections to the selected hosts. */
@ActionID(category = "Hosts", id = TestHostsAction.ID)
@ActionRegistration(displayName = "#CTL_TestHosts")
@ActionReferences({
    @ActionReference(path = "Menu/Hosts", position = 500, separatorBefore = 490),
    @ActionReference(path = "Hosts/Actions", position = 100, separatorAfter = 150),
    @ActionReference(path = "Shortcuts", name = "DS-T")
})
@Messages("CTL_TestHosts=&Test Connection")
public final class TestHostsAction implements ActionListener {
    static final String ID = "org.ipsecworkbench.workbench.hosts.TestHostsAction";

    private final List<KnownHost> hosts;

    /** For the hosts that are selected. */
    public TestHostsAction(List<KnownHost> hosts) {
        this.hosts = hosts;
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        HostTests.start(hosts);
    }
}
