package org.ipsecworkbench.certificateinspector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.certificate.CertificateSources;
import org.ipsecworkbench.workbench.FileOpener;
import org.openide.util.lookup.ServiceProvider;

/** Opens certificates, revocation lists, answers of OCSP and what certutil prints. */
@ServiceProvider(service = FileOpener.class, position = 400)
public final class CertificateOpener implements FileOpener {
    /** Enough of any listing to tell what it is. */
    private static final int HEAD = 1 << 20;

    @Override
    public boolean opens(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateSources.recognises(in.readNBytes(HEAD), Files.size(file));
        }
    }

    @Override
    public void open(Path file) {
        SwingUtilities.invokeLater(() -> CertificateWindow.show(new FileSource(List.of(file))));
    }
}
