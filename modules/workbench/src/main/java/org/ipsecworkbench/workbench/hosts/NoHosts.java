package org.ipsecworkbench.workbench.hosts;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import org.ipsecworkbench.workbench.WrappedText;
import org.openide.util.NbBundle.Messages;

/** What stands in the window where no host is known. */
@Messages(
        "MSG_NoHosts=No host is known yet.\n\nAdd a Windows host, or import a list of them (CSV, or an inventory of Ansible)."
                + "\n\nWithout one at hand, start the lab: simulated hosts on this machine, reached as real ones are.")
final class NoHosts extends JPanel {
    private static final long serialVersionUID = 1;

    NoHosts() {
        super(new GridBagLayout());
        setBorder(BorderFactory.createEmptyBorder(16, 16, 16, 16));
        WrappedText text = new WrappedText(true);
        text.setName("noHosts");
        text.setText(Bundle.MSG_NoHosts());
        GridBagConstraints at = new GridBagConstraints();
        at.weightx = 1;
        at.weighty = 1;
        at.anchor = GridBagConstraints.NORTH;
        at.fill = GridBagConstraints.HORIZONTAL;
        at.insets = new Insets(0, 0, 0, 0);
        add(text, at);
    }
}
