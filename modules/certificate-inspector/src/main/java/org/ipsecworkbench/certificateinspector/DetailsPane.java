package org.ipsecworkbench.certificateinspector;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.FlowLayout;
import java.awt.Font;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.certificate.CertificateField;
import org.ipsecworkbench.certificate.CertificateLimits;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.WrappedText;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** The selected certificate, on the pages that users of the Certificates console know, and one more for IKE. */
@Messages({
    "LBL_General=General",
    "LBL_Fields=Details",
    "LBL_Path=Certification Path",
    "LBL_Fitness=IKE Fitness",
    "CTL_CopyToFile=Copy to &File…",
    "TIP_OnlyListed=Only a listing of it is there, not the certificate itself.",
    "LBL_NoneSelected=Select a certificate to see what it says, its chain, and how it stands to each rule of IKE."
})
final class DetailsPane extends JPanel {
    private static final long serialVersionUID = 1;
    private static final String NONE = "none";
    private static final String ONE = "one";
    private static final RequestProcessor DECODER = new RequestProcessor("Decoding certificates", 1);

    private final CardLayout cards = new CardLayout();
    private final JPanel content = new JPanel(cards);
    private final JLabel title = new JLabel();
    private final JButton copy = new JButton();
    private final JTabbedPane pages = new JTabbedPane();
    private final GeneralTab general = new GeneralTab();
    private final FieldsTab fields = new FieldsTab();
    private final PathTab path = new PathTab();
    private final FitnessTab fitness = new FitnessTab();
    private transient @Nullable CertificateRow shown;
    /** Counts what was asked for, so that only the last is shown. */
    private int request;

    DetailsPane() {
        super(new BorderLayout());
        WrappedText hint = new WrappedText(true);
        hint.setText(Bundle.LBL_NoneSelected());
        hint.setBorder(BorderFactory.createEmptyBorder(16, 16, 16, 16));
        title.setName("certificateTitle");
        title.setFont(Palette.font().deriveFont(Font.BOLD));
        title.setBorder(BorderFactory.createEmptyBorder(0, 10, 0, 10));
        title.setIconTextGap(8);
        Mnemonics.setLocalizedText(copy, Bundle.CTL_CopyToFile());
        copy.setName("copyToFile");
        copy.addActionListener(e -> copyToFile());
        JPanel top = new JPanel(new BorderLayout());
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 3));
        buttons.add(copy);
        top.add(title, BorderLayout.CENTER);
        top.add(buttons, BorderLayout.EAST);
        pages.setName("pages");
        pages.addTab(Bundle.LBL_General(), general);
        pages.addTab(Bundle.LBL_Fields(), fields);
        pages.addTab(Bundle.LBL_Path(), path);
        pages.addTab(Bundle.LBL_Fitness(), fitness);
        JPanel whole = new JPanel(new BorderLayout());
        whole.add(top, BorderLayout.NORTH);
        whole.add(pages, BorderLayout.CENTER);
        content.add(hint, NONE);
        content.add(whole, ONE);
        add(content, BorderLayout.CENTER);
    }

    /** Shows a certificate, decoded in the background; null shows none. */
    void show(@Nullable CertificateRow row) {
        shown = row;
        int mine = ++request;
        if (row == null) {
            cards.show(content, NONE);
            return;
        }
        DECODER.post(() -> {
            List<CertificateField> decoded = CertificateField.of(row.certificate(), CertificateLimits.DEFAULT);
            List<PathNode> nodes = PathNode.of(row);
            SwingUtilities.invokeLater(() -> {
                if (mine == request) {
                    show(row, decoded, nodes);
                }
            });
        });
    }

    private void show(CertificateRow row, List<CertificateField> decoded, List<PathNode> nodes) {
        title.setText(row.subject());
        title.setToolTipText(row.certificate().facts().subject());
        title.setIcon(row.words().mark().icon());
        boolean isThere = row.certificate().x509().isPresent();
        copy.setEnabled(isThere);
        copy.setToolTipText(isThere ? null : Bundle.TIP_OnlyListed());
        general.show(row, decoded);
        fields.show(decoded);
        path.show(nodes, PathNode.summary(row));
        fitness.show(row);
        cards.show(content, ONE);
    }

    private void copyToFile() {
        CertificateRow row = shown;
        if (row != null) {
            row.certificate().x509().ifPresent(certificate -> CopyToFile.ask(this, row, certificate));
        }
    }
}
