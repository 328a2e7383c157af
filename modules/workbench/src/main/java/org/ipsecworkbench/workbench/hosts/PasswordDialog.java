package org.ipsecworkbench.workbench.hosts;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.workbench.WrappedText;
import org.ipsecworkbench.workbench.hosts.PasswordStore.Scope;
import org.jspecify.annotations.Nullable;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** Asks for a password, and for whom it shall be kept. */
@Messages({
    "TIT_Password=Password",
    "# {0} - user",
    "# {1} - host",
    "LBL_WhosePassword=Password of {0} at {1}",
    "# {0} - user",
    "# {1} - host",
    "LBL_RejectedPassword=The password of {0} at {1} was rejected and is not tried again, since that would lock the account."
            + " Enter the right one:",
    "CTL_PasswordField=&Password:",
    "CTL_Keep=&Keep in keyring:",
    "KEEP_Nobody=No, only until the workbench ends",
    "KEEP_Host=For this host",
    "KEEP_Hosts=For each of these hosts",
    "# {0} - host",
    "# {1} - number of others",
    "LBL_Others={0} and {1} others",
    "# {0} - user",
    "# {1} - group",
    "KEEP_Group=For {0} at every host of {1}"
})
final class PasswordDialog {
    /** What the user entered; whoever gets it zeroes the password. */
    record Answer(char[] password, Scope scope) {}

    private static final int WIDTH = 380;

    private PasswordDialog() {}

    /** Asks and waits, in any thread; null where the user gives none. */
    static @Nullable Answer ask(List<KnownHost> hosts, boolean isRejected) {
        KnownHost host = hosts.get(0);
        JPasswordField field = new JPasswordField(24);
        field.setName("password");
        JComboBox<String> keep = new JComboBox<>(choices(hosts).toArray(String[]::new));
        keep.setName("keepPassword");
        JPanel panel = new JPanel(new GridBagLayout());
        panel.setBorder(BorderFactory.createEmptyBorder(12, 12, 6, 12));
        GridBagConstraints at = new GridBagConstraints();
        at.gridwidth = 2;
        at.anchor = GridBagConstraints.WEST;
        at.insets = new Insets(0, 0, 10, 0);
        WrappedText text = new WrappedText(false);
        text.wrapAt(WIDTH);
        text.setFocusable(false);
        String where = hosts.size() == 1 ? host.name() : Bundle.LBL_Others(host.name(), hosts.size() - 1);
        text.setText(
                isRejected
                        ? Bundle.LBL_RejectedPassword(host.identity(), where)
                        : Bundle.LBL_WhosePassword(host.identity(), where));
        panel.add(text, at);
        at.gridwidth = 1;
        row(panel, at, 1, Bundle.CTL_PasswordField(), field);
        row(panel, at, 2, Bundle.CTL_Keep(), keep);
        DialogDescriptor dialog = new DialogDescriptor(panel, Bundle.TIT_Password());
        Object chosen = DialogDisplayer.getDefault().notify(dialog);
        char[] password = field.getPassword();
        return chosen == DialogDescriptor.OK_OPTION && password.length > 0
                ? new Answer(password, Scope.values()[keep.getSelectedIndex()])
                : null;
    }

    /** In the order of {@link Scope}. */
    static List<String> choices(List<KnownHost> hosts) {
        List<String> choices = new ArrayList<>(
                List.of(Bundle.KEEP_Nobody(), hosts.size() == 1 ? Bundle.KEEP_Host() : Bundle.KEEP_Hosts()));
        KnownHost first = hosts.get(0);
        if (!first.group().isEmpty()
                && hosts.stream().allMatch(host -> host.group().equals(first.group()))) {
            choices.add(Bundle.KEEP_Group(first.identity(), first.group()));
        }
        return choices;
    }

    private static void row(JPanel panel, GridBagConstraints at, int row, String label, JComponent field) {
        JLabel words = new JLabel();
        Mnemonics.setLocalizedText(words, label);
        words.setLabelFor(field);
        at.gridy = row;
        at.gridx = 0;
        at.weightx = 0;
        at.fill = GridBagConstraints.NONE;
        at.insets = new Insets(0, 0, 6, 8);
        panel.add(words, at);
        at.gridx = 1;
        at.weightx = 1;
        at.fill = GridBagConstraints.HORIZONTAL;
        at.insets = new Insets(0, 0, 6, 0);
        panel.add(field, at);
    }
}
