package org.ipsecworkbench.certificateinspector;

import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Rectangle;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.certificate.CertificateFacts;
import org.ipsecworkbench.certificate.CertificateField;
import org.ipsecworkbench.certificate.DistinguishedNames;
import org.ipsecworkbench.certificate.Moment;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.WidthPanel;
import org.ipsecworkbench.workbench.WrappedText;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** What the first page of the Certificates console says: for what, to whom, by whom, from when to when, and the key. */
@Messages({
    "LBL_IkeSays=IKE:",
    "LBL_Intended=Intended for:",
    "LBL_IssuedTo=Issued to:",
    "LBL_IssuedBy=Issued by:",
    "LBL_Valid=Valid:",
    "LBL_PrivateKey=Private key:",
    "LBL_Place=Found in:",
    "# {0} - begin",
    "# {1} - end",
    "LBL_FromTo=from {0} to {1}",
    "LBL_NotTold=not told",
    "LBL_AnyPurpose=all purposes, since it names none"
})
final class GeneralTab extends JPanel {
    private static final long serialVersionUID = 1;

    private final JPanel lines = new WidthPanel(new GridBagLayout());

    GeneralTab() {
        super(new BorderLayout());
        lines.setBorder(BorderFactory.createEmptyBorder(8, 12, 8, 12));
        JScrollPane scroll = new JScrollPane(lines);
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        add(scroll, BorderLayout.CENTER);
    }

    /** Shows a certificate. */
    void show(CertificateRow row, List<CertificateField> fields) {
        CertificateFacts facts = row.certificate().facts();
        lines.removeAll();
        if (!row.why().isEmpty()) {
            line(Bundle.LBL_IkeSays(), row.why());
        }
        line(Bundle.LBL_IssuedTo(), facts.subject().isEmpty() ? facts.label() : facts.subject());
        line(Bundle.LBL_IssuedBy(), DistinguishedNames.label(facts.issuer()) + "\n" + facts.issuer());
        line(Bundle.LBL_Valid(), Bundle.LBL_FromTo(words(facts.notBefore()), words(facts.notAfter())));
        line(Bundle.LBL_Intended(), purposes(facts, fields));
        line(Bundle.LBL_PrivateKey(), row.certificate().key().label());
        line(
                Bundle.LBL_Place(),
                row.certificate().store().label() + "\n" + row.certificate().place());
        GridBagConstraints rest = new GridBagConstraints();
        rest.gridy = GridBagConstraints.RELATIVE;
        rest.weighty = 1;
        lines.add(new JLabel(), rest);
        lines.revalidate();
        lines.repaint();
        // New texts scroll to their ends when they are laid out.
        SwingUtilities.invokeLater(() -> lines.scrollRectToVisible(new Rectangle(0, 0, 1, 1)));
    }

    private static String words(@Nullable Moment moment) {
        return moment == null ? Bundle.LBL_NotTold() : moment.label();
    }

    private static String purposes(CertificateFacts facts, List<CertificateField> fields) {
        return fields.stream()
                .filter(field -> field.name().equals("Enhanced Key Usage"))
                .map(CertificateField::detail)
                .findFirst()
                .orElseGet(() -> facts.purposes().isPresent() ? Bundle.LBL_AnyPurpose() : Bundle.LBL_NotTold());
    }

    private void line(String name, String value) {
        int row = lines.getComponentCount() / 2;
        JLabel label = new JLabel(name);
        label.setFont(Palette.font().deriveFont(Font.BOLD));
        GridBagConstraints at = new GridBagConstraints();
        at.gridy = row;
        at.gridx = 0;
        at.anchor = GridBagConstraints.NORTHWEST;
        at.insets = new Insets(0, 0, 7, 14);
        lines.add(label, at);
        WrappedText text = new WrappedText(false);
        text.setText(value);
        text.getAccessibleContext().setAccessibleName(name);
        at.gridx = 1;
        at.weightx = 1;
        at.fill = GridBagConstraints.HORIZONTAL;
        at.insets = new Insets(0, 0, 7, 0);
        lines.add(text, at);
    }
}
