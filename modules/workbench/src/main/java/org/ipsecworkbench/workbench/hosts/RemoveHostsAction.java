package org.ipsecworkbench.workbench.hosts;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.util.List;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Forgets the selected hosts; simulated ones go with the lab. */
@ActionID(category = "Hosts", id = RemoveHostsAction.ID)
@ActionRegistration(displayName = "#CTL_RemoveHosts")
@ActionReferences({
    @ActionReference(path = "Menu/Hosts", position = 700),
    @ActionReference(path = "Hosts/Actions", position = 9000)
})
@Messages({
    "CTL_RemoveHosts=&Remove…",
    "TIT_RemoveHosts=Remove Hosts",
    "# {0} - host",
    "MSG_RemoveHost=Remove {0} from the list?",
    "# {0} - hosts",
    "MSG_RemoveHosts=Remove {0} hosts from the list?",
    "MSG_LabHosts=Simulated hosts go when the lab is stopped."
})
public final class RemoveHostsAction implements ActionListener {
    static final String ID = "org.ipsecworkbench.workbench.hosts.RemoveHostsAction";

    private final List<KnownHost> hosts;

    /** For the hosts that are selected. */
    public RemoveHostsAction(List<KnownHost> hosts) {
        this.hosts = hosts;
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        List<String> names = hosts.stream()
                .map(KnownHost::name)
                .distinct()
                .filter(name -> HostBook.get()
                        .find(name)
                        .filter(entry -> !entry.isOfLab())
                        .isPresent())
                .toList();
        if (names.isEmpty()) {
            DialogDisplayer.getDefault().notifyLater(new NotifyDescriptor.Message(Bundle.MSG_LabHosts()));
            return;
        }
        String question =
                names.size() == 1 ? Bundle.MSG_RemoveHost(names.get(0)) : Bundle.MSG_RemoveHosts(names.size());
        NotifyDescriptor confirm = new NotifyDescriptor.Confirmation(
                question, Bundle.TIT_RemoveHosts(), NotifyDescriptor.OK_CANCEL_OPTION);
        if (DialogDisplayer.getDefault().notify(confirm) == NotifyDescriptor.OK_OPTION) {
            HostBook.get().update(known -> known.without(names));
        }
    }
}
