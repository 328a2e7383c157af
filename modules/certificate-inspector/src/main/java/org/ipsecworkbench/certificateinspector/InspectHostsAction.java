package org.ipsecworkbench.certificateinspector;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.util.List;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Asks the selected hosts for their certificates, and shows those of all in one window. */
@ActionID(category = "Hosts", id = "org.ipsecworkbench.certificateinspector.InspectHostsAction")
@ActionRegistration(displayName = "#CTL_InspectHosts", iconBase = CertificateWindow.ICON)
@ActionReferences({
    @ActionReference(path = "Menu/Hosts", position = 474),
    @ActionReference(path = "Hosts/Actions", position = 75),
    @ActionReference(path = "Shortcuts", name = "DS-C")
})
@Messages("CTL_InspectHosts=Inspect &Certificates")
public final class InspectHostsAction implements ActionListener {
    private final List<KnownHost> hosts;

    /** For the hosts that are selected. */
    public InspectHostsAction(List<KnownHost> hosts) {
        this.hosts = List.copyOf(hosts);
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        AskedCertificates.ask(hosts);
    }
}
