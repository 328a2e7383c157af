package org.ipsecworkbench.workbench.open;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.io.File;
import java.util.Arrays;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.ipsecworkbench.workbench.FileOpening;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.filesystems.FileChooserBuilder;
import org.openide.util.NbBundle.Messages;

/** Asks for files and opens them. */
@ActionID(category = "File", id = "org.ipsecworkbench.workbench.open.OpenCaptureAction")
@ActionRegistration(displayName = "#CTL_OpenCapture", iconBase = OpenCaptureAction.ICON)
@ActionReferences({
    @ActionReference(path = "Menu/File", position = 100),
    @ActionReference(path = "Toolbars/File", position = 100),
    @ActionReference(path = "Shortcuts", name = "D-O")
})
@Messages({
    "CTL_OpenCapture=&Open…",
    "CTL_OpenTitle=Open",
    "CTL_Captures=Network captures (pcap, pcapng, cap, also compressed)",
    "CTL_CertificateFiles=Certificates and revocation lists (cer, crt, pem, p7b, pfx, crl)",
    "CTL_Logs=IKE logs and events (Oakley.log, evtx, evt, xml, cab, txt)"
})
public final class OpenCaptureAction implements ActionListener {
    /** Icon of captures. */
    public static final String ICON = "org/ipsecworkbench/workbench/icons/capture.svg";

    @Override
    public void actionPerformed(ActionEvent e) {
        File[] chosen = new FileChooserBuilder(OpenCaptureAction.class)
                .setTitle(Bundle.CTL_OpenTitle())
                .setFilesOnly(true)
                .addFileFilter(new FileNameExtensionFilter(
                        Bundle.CTL_Captures(), "pcap", "pcapng", "cap", "ntar", "etl", "gz", "zst"))
                .addFileFilter(new FileNameExtensionFilter(
                        Bundle.CTL_Logs(), "log", "sav", "evtx", "evt", "xml", "cab", "txt", "csv"))
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
                        "ocsp"))
                .showMultiOpenDialog();
        if (chosen != null) {
            FileOpening.open(Arrays.stream(chosen).map(File::toPath).toList());
        }
    }
}
