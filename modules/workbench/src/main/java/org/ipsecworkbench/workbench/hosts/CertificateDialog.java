package org.ipsecworkbench.workbench.hosts;

import java.awt.BorderLayout;
import java.security.cert.X509Certificate;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.ipsecworkbench.hostconnection.CertificatePin;
import org.ipsecworkbench.hostconnection.known.KnownHost;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.WrappedText;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.util.NbBundle.Messages;

/**
 * Shows the certificate of a host that nothing here trusts. The user may trust its key from now on, once it was compared; a
 * key that is not the one trusted before is refused, and there is no way around that here.
 */
@Messages({
    "TIT_Certificate=Certificate Not Trusted",
    "TIT_ChangedCertificate=The Key of This Host Has Changed",
    "CTL_TrustKey=Trust This Key",
    "CTL_DoNotTrust=Do Not Trust",
    "# {0} - host",
    "MSG_Untrusted=Nothing here says that this certificate really is that of {0}. Whoever sits between could show it. Compare"
            + " the SHA-256 of its key on the host itself before you trust it; from then on only this key is accepted for the"
            + " host.",
    "# {0} - host",
    "# {1} - pin",
    "MSG_Changed=REFUSED: {0} shows another key than the one that you trusted. Somebody may sit between you and the host, or"
            + " its certificate was replaced. Nothing was sent to it.\n\nIf it was replaced, and you compared the new key on the"
            + " host itself, edit the host and forget the key that is trusted, then test it again.\n\nTrusted key: {1}",
    "# {0} - subject",
    "# {1} - issuer",
    "# {2} - from",
    "# {3} - until",
    "# {4} - pin",
    "MSG_CertificateParts=Subject: {0}\nIssuer: {1}\nValid: {2} to {3}\nSHA-256 of the key: {4}"
})
final class CertificateDialog {
    private static final int WIDTH = 560;
    private static final int ICON = 40;

    private CertificateDialog() {}

    /**
     * Shows a certificate and waits, in any thread.
     *
     * @return whether its key shall be trusted from now on
     */
    static boolean isToBeTrusted(KnownHost host, X509Certificate certificate) {
        boolean isChanged = !host.pin().isEmpty();
        String words =
                isChanged ? Bundle.MSG_Changed(host.name(), colons(host.pin())) : Bundle.MSG_Untrusted(host.name());
        JPanel panel = panel(Mark.CLEAR.icon(ICON), words + "\n\n" + parts(certificate));
        String trust = Bundle.CTL_TrustKey();
        String refuse = Bundle.CTL_DoNotTrust();
        DialogDescriptor dialog =
                new DialogDescriptor(panel, isChanged ? Bundle.TIT_ChangedCertificate() : Bundle.TIT_Certificate());
        if (isChanged) {
            dialog.setOptions(new Object[] {NotifyDescriptor.OK_OPTION});
        } else {
            dialog.setOptions(new Object[] {trust, refuse});
            dialog.setValue(refuse);
        }
        return DialogDisplayer.getDefault().notify(dialog) == trust;
    }

    private static JPanel panel(Icon icon, String text) {
        JPanel panel = new JPanel(new BorderLayout(14, 0));
        panel.setBorder(BorderFactory.createEmptyBorder(14, 14, 8, 14));
        JLabel mark = new JLabel(icon);
        mark.setVerticalAlignment(JLabel.TOP);
        panel.add(mark, BorderLayout.WEST);
        WrappedText words = new WrappedText(false);
        words.setName("certificate");
        words.wrapAt(WIDTH);
        words.setText(text);
        panel.add(words);
        return panel;
    }

    private static String parts(X509Certificate certificate) {
        return Bundle.MSG_CertificateParts(
                certificate.getSubjectX500Principal(),
                certificate.getIssuerX500Principal(),
                Formats.date(certificate.getNotBefore().toInstant()),
                Formats.date(certificate.getNotAfter().toInstant()),
                colons(CertificatePin.of(certificate)));
    }

    /** As Windows and openssl show hashes, in two lines of text. */
    static String colons(String hex) {
        return hex.replaceAll("(..)(?!$)", "$1:");
    }
}
