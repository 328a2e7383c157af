package org.ipsecworkbench.certificateinspector;

import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.openide.filesystems.FileChooserBuilder;
import org.openide.util.NbBundle.Messages;

/** Asks for files with certificates. */
@Messages({
    "TIT_ChooseFiles=Certificates",
    "CTL_CertificateFiles=Certificates and revocation lists (cer, crt, der, pem, p7b, pfx, p12, crl, ors, txt)"
})
final class ChosenFiles {
    private ChosenFiles() {}

    /** Several files, sorted; none where the dialog was cancelled. On the event dispatch thread. */
    static List<Path> ask(Component parent) {
        JFileChooser chooser = new FileChooserBuilder(ChosenFiles.class)
                .setTitle(Bundle.TIT_ChooseFiles())
                .setFilesOnly(true)
                .addFileFilter(new FileNameExtensionFilter(
                        Bundle.CTL_CertificateFiles(),
                        "cer",
                        "crt",
                        "der",
                        "pem",
                        "p7b",
                        "p7c",
                        "pfx",
                        "p12",
                        "crl",
                        "ors",
                        "ocsp",
                        "txt"))
                .createFileChooser();
        chooser.setMultiSelectionEnabled(true);
        boolean isApproved = chooser.showOpenDialog(parent) == JFileChooser.APPROVE_OPTION;
        return isApproved
                ? Arrays.stream(chooser.getSelectedFiles())
                        .map(File::toPath)
                        .map(path -> path.toAbsolutePath().normalize())
                        .sorted()
                        .toList()
                : List.of();
    }
}
