package org.ipsecworkbench.certificateinspector;

import java.awt.Component;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.openide.filesystems.FileChooserBuilder;
import org.openide.util.NbBundle.Messages;

/** Copies a certificate into a file: as DER or, where the name ends in {@code .pem} or that is chosen, as PEM (RFC 7468). */
@Messages({
    "TIT_CopyToFile=Copy Certificate to File",
    "CTL_Der=DER encoded binary (*.cer)",
    "CTL_Pem=PEM, base64 text (*.pem)"
})
final class CopyToFile {
    private static final int LINE = 64;

    private CopyToFile() {}

    /** Asks for a file, and writes it in the background. On the event dispatch thread. */
    static void ask(Component parent, CertificateRow row, X509Certificate certificate) {
        JFileChooser chooser = new FileChooserBuilder(CopyToFile.class)
                .setTitle(Bundle.TIT_CopyToFile())
                .setFilesOnly(true)
                .createFileChooser();
        FileNameExtensionFilter pem = new FileNameExtensionFilter(Bundle.CTL_Pem(), "pem");
        chooser.setAcceptAllFileFilterUsed(false);
        chooser.addChoosableFileFilter(new FileNameExtensionFilter(Bundle.CTL_Der(), "cer"));
        chooser.addChoosableFileFilter(pem);
        chooser.setSelectedFile(new File(row.subject().replaceAll("[^A-Za-z0-9._-]+", "-") + ".cer"));
        SavedFile.ask(chooser, parent).ifPresent(chosen -> {
            boolean isPem = chooser.getFileFilter() == pem || chosen.toString().endsWith(".pem");
            Path file = isPem && chosen.toString().endsWith(".cer")
                    ? Path.of(chosen.toString().replaceFirst("\\.cer$", ".pem"))
                    : chosen;
            SavedFile.write(file, to -> write(to, certificate, isPem));
        });
    }

    /** Writes a certificate. */
    static void write(Path file, X509Certificate certificate, boolean isPem) throws IOException {
        byte[] der;
        try {
            der = certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("it was parsed from its encoding", e);
        }
        Files.write(file, isPem ? pem(der) : der);
    }

    private static byte[] pem(byte[] der) {
        String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        return ("-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
