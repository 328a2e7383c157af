package org.ipsecworkbench.certificateinspector;

import java.awt.Component;
import java.awt.FlowLayout;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import org.ipsecworkbench.certificate.Requirement;
import org.ipsecworkbench.certificate.StoredCertificate;
import org.ipsecworkbench.workbench.Formats;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** Which authority the rule names, where no policy of a host says it: one of those that were read, or any. */
@Messages({"LBL_Authority=The r&ule names:", "CTL_AnyAuthority=any authority"})
final class AuthorityBox extends JPanel {
    private static final long serialVersionUID = 1;

    /** Names to choose from; more would not be looked through. */
    private static final int MAX_NAMES = 200;

    private static final int MAX_LABEL = 48;

    private final JComboBox<String> names = new JComboBox<>();
    private boolean isFilling;

    /** Tells what is asked for, each time that another one is chosen. */
    AuthorityBox(Consumer<Requirement> chosen) {
        super(new FlowLayout(FlowLayout.LEADING, 8, 4));
        names.setName("authority");
        names.setRenderer(new NameCell());
        names.addActionListener(e -> {
            if (!isFilling && names.getSelectedItem() instanceof String name) {
                chosen.accept(Requirement.of(name));
            }
        });
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, Bundle.LBL_Authority());
        label.setLabelFor(names);
        add(label);
        add(names);
    }

    /** Offers those that issued certificates of these hosts, and begins with any. */
    void show(List<HostCase> cases) {
        Set<String> issuers = new TreeSet<>();
        for (HostCase one : cases) {
            for (StoredCertificate certificate : one.certificates().stored()) {
                if (issuers.size() < MAX_NAMES) {
                    issuers.add(certificate.facts().issuer());
                }
            }
        }
        issuers.remove("");
        isFilling = true;
        DefaultComboBoxModel<String> model = new DefaultComboBoxModel<>();
        model.addElement("");
        issuers.forEach(model::addElement);
        names.setModel(model);
        isFilling = false;
    }

    private static final class NameCell extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1;

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, @Nullable Object value, int index, boolean selected, boolean focused) {
            String name = value == null || value.equals("") ? Bundle.CTL_AnyAuthority() : value.toString();
            super.getListCellRendererComponent(list, Formats.abbreviate(name, MAX_LABEL), index, selected, focused);
            setToolTipText(name);
            return this;
        }
    }
}
