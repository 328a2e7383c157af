package org.ipsecworkbench.sessionexplorer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionHost;
import org.openide.util.NbBundle.Messages;

/** Says whose a piece of evidence is: a host of the session, one that is typed, or none. */
@Messages(
        "HINT_Host=The host that it was taken of: one of the list or a new one; nothing where it is of no single host")
final class HostField extends JComboBox<String> {
    private static final long serialVersionUID = 1;

    private transient Consumer<String> tells = host -> {};
    private String shown = "";
    private boolean isShowing;

    /** Empty. */
    HostField() {
        setName("evidenceHost");
        setEditable(true);
        setToolTipText(Bundle.HINT_Host());
        addActionListener(e -> changed());
    }

    private void changed() {
        String now = String.valueOf(getSelectedItem()).strip();
        if (!isShowing && !now.equals(shown)) {
            shown = now;
            tells.accept(now);
        }
    }

    /** Shows the host of a piece, and tells which one is chosen instead. */
    void show(String host, Session session, Consumer<String> chosen) {
        List<String> hosts = new ArrayList<>(List.of(""));
        session.hosts().stream().map(SessionHost::name).forEach(hosts::add);
        isShowing = true;
        try {
            tells = chosen;
            shown = host;
            setModel(new DefaultComboBoxModel<>(hosts.toArray(String[]::new)));
            setSelectedItem(host);
        } finally {
            isShowing = false;
        }
    }
}
