package org.ipsecworkbench.certificateinspector;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.Arrays;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.certificate.CertificateLimits;
import org.ipsecworkbench.certificate.CertificateSources;
import org.ipsecworkbench.certificate.CertificateSources.Document;
import org.ipsecworkbench.workbench.WrappedText;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/**
 * Asks for the passwords of PKCS #12 files, again where one does not open its file, until it does or the user gives up. None is
 * kept: it is asked for whenever the file is read.
 */
@Messages({
    "TIT_FilePassword=Password of a File",
    "# {0} - file",
    "LBL_FilePassword={0} is protected by a password. It is used to read the file now, and is not kept.",
    "# {0} - file",
    "LBL_WrongPassword=That password does not open {0}.",
    "CTL_FilePassword=&Password:"
})
final class PasswordPrompt implements CertificateSources.Passwords {
    private static final int WIDTH = 380;

    private final List<Document> documents;
    private final ScanMonitor monitor;

    /** For these documents; not on the event thread. */
    PasswordPrompt(List<Document> documents, ScanMonitor monitor) {
        this.documents = List.copyOf(documents);
        this.monitor = monitor;
    }

    @Override
    public char[] of(String document) {
        char[] password = new char[0];
        boolean isWrong = false;
        while (!monitor.cancelled() && !opens(document, password)) {
            Arrays.fill(password, '\0');
            password = ask(document, isWrong);
            if (password.length == 0) {
                return password;
            }
            isWrong = true;
        }
        return password;
    }

    /** Whether the file opens with it; one that is damaged opens with none, and is read once more to say so. */
    private boolean opens(String name, char[] password) {
        List<Document> one = documents.stream()
                .filter(document -> document.name().equals(name))
                .toList();
        return !CertificateSources.parse("", one, CertificateLimits.DEFAULT, asked -> password.clone())
                .isEmpty();
    }

    private static char[] ask(String document, boolean isWrong) {
        JPasswordField field = new JPasswordField(24);
        field.setName("filePassword");
        JPanel panel = new JPanel(new GridBagLayout());
        panel.setBorder(BorderFactory.createEmptyBorder(12, 12, 6, 12));
        WrappedText text = new WrappedText(false);
        text.wrapAt(WIDTH);
        text.setFocusable(false);
        text.setText((isWrong ? Bundle.LBL_WrongPassword(document) + "\n" : "") + Bundle.LBL_FilePassword(document));
        GridBagConstraints at = new GridBagConstraints();
        at.gridwidth = 2;
        at.anchor = GridBagConstraints.WEST;
        at.insets = new Insets(0, 0, 10, 0);
        panel.add(text, at);
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, Bundle.CTL_FilePassword());
        label.setLabelFor(field);
        at.gridwidth = 1;
        at.gridy = 1;
        at.insets = new Insets(0, 0, 6, 8);
        panel.add(label, at);
        at.gridx = 1;
        at.weightx = 1;
        at.fill = GridBagConstraints.HORIZONTAL;
        panel.add(field, at);
        DialogDescriptor dialog = new DialogDescriptor(panel, Bundle.TIT_FilePassword());
        boolean isGiven = DialogDisplayer.getDefault().notify(dialog) == DialogDescriptor.OK_OPTION;
        char[] password = isGiven ? field.getPassword() : new char[0];
        field.setText("");
        return password;
    }
}
