package org.ipsecworkbench.policyexplorer;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.time.Instant;
import java.util.List;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.workbench.Formats;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Asks the selected hosts for their policies, and opens each in a window; asked again, it shows what is so then. */
@ActionID(category = "Hosts", id = "org.ipsecworkbench.policyexplorer.ShowPolicyAction")
@ActionRegistration(displayName = "#CTL_ShowPolicy", iconBase = PolicyWindow.ICON)
@ActionReferences({
    @ActionReference(path = "Menu/Hosts", position = 472),
    @ActionReference(path = "Hosts/Actions", position = 70),
    @ActionReference(path = "Shortcuts", name = "DS-P")
})
@Messages({
    "CTL_ShowPolicy=Show IPsec &Policy",
    "# {0} - host",
    "# {1} - address",
    "# {2} - time",
    "LBL_AskedAt={0} ({1}), asked at {2}"
})
public final class ShowPolicyAction implements ActionListener {
    private final List<KnownHost> hosts;

    /** For the hosts that are selected. */
    public ShowPolicyAction(List<KnownHost> hosts) {
        this.hosts = List.copyOf(hosts);
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        AskedPolicies.ask(
                hosts,
                answers -> answers.forEach(
                        (host, evidence) -> PolicyWindow.show(PolicySource.of(evidence, detail(host)))));
    }

    /** A host that is asked once more is another time, and so another window, to be compared with the former. */
    private static String detail(KnownHost host) {
        return Bundle.LBL_AskedAt(host.name(), host.address(), Formats.moment(Instant.now()));
    }
}
