package org.ipsecworkbench.workbench.hosts;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Edits the selected host: also its tags, notes and password. */
@ActionID(category = "Hosts", id = EditHostAction.ID)
@ActionRegistration(displayName = "#CTL_EditHost")
@ActionReferences({
    @ActionReference(path = "Menu/Hosts", position = 600),
    @ActionReference(path = "Hosts/Actions", position = 8000, separatorBefore = 7900)
})
@Messages({"CTL_EditHost=&Edit…", "MSG_LabHostNotEdited=This host is simulated. The lab says all that there is to it."})
public final class EditHostAction implements ActionListener {
    static final String ID = "org.ipsecworkbench.workbench.hosts.EditHostAction";

    private final KnownHost host;

    /** For the host that is selected. */
    public EditHostAction(KnownHost host) {
        this.host = host;
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        boolean isSimulated =
                HostBook.get().find(host.name()).filter(HostEntry::isOfLab).isPresent();
        if (isSimulated) {
            DialogDisplayer.getDefault().notifyLater(new NotifyDescriptor.Message(Bundle.MSG_LabHostNotEdited()));
        } else {
            HostDialog.edit(host);
        }
    }
}
