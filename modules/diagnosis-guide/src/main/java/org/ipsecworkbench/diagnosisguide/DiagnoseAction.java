package org.ipsecworkbench.diagnosisguide;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.util.List;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Diagnoses the selected hosts: usually the two ends of a connection. */
@ActionID(category = "Hosts", id = "org.ipsecworkbench.diagnosisguide.DiagnoseAction")
@ActionRegistration(displayName = "#CTL_Diagnose", iconBase = DiagnosisWindow.ICON)
@ActionReferences({
    @ActionReference(path = "Menu/Hosts", position = 450, separatorBefore = 440),
    @ActionReference(path = "Hosts/Actions", position = 50, separatorAfter = 60),
    @ActionReference(path = "Shortcuts", name = "DS-D")
})
@Messages("CTL_Diagnose=&Diagnose")
public final class DiagnoseAction implements ActionListener {
    private final List<KnownHost> hosts;

    /** For the hosts that are selected. */
    public DiagnoseAction(List<KnownHost> hosts) {
        this.hosts = List.copyOf(hosts);
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        DiagnosisWindow.show(hosts);
    }
}
