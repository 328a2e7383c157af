package org.ipsecworkbench.session.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.spi.EvidenceReader;
import org.openide.util.lookup.ServiceProvider;

/** Certificates, as DER, PEM or PKCS #7, up to {@link #MAX_BYTES}. */
@ServiceProvider(service = EvidenceReader.class, position = 200)
public final class CertificateReader implements EvidenceReader {
    /** Larger files are bundles of authorities, or none. */
    static final int MAX_BYTES = 1 << 20;

    private static final int SEQUENCE = 0x30;

    @Override
    public Optional<EvidenceKind> recognise(Path file, byte[] head) throws IOException {
        boolean isDer = head.length > 2 && head[0] == SEQUENCE && (head[1] & 0x80) != 0;
        if (!isDer && !isPem(head) || Files.size(file) > MAX_BYTES) {
            return Optional.empty();
        }
        byte[] bytes = head.length < HEAD_BYTES ? head : Files.readAllBytes(file);
        return certificates(bytes).isEmpty() ? Optional.empty() : Optional.of(EvidenceKind.CERTIFICATE);
    }

    /** What certutil prints may hold one, but is a listing, so that only what begins with one counts. */
    private static boolean isPem(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).stripLeading().startsWith("-----BEGIN ");
    }

    private static Collection<? extends Certificate> certificates(byte[] bytes) {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes));
        } catch (CertificateException e) {
            return List.of();
        }
    }

    @Override
    public String summary(Path file, ScanMonitor monitor) throws IOException {
        Collection<? extends Certificate> all = certificates(Files.readAllBytes(file));
        if (all.size() == 1 && all.iterator().next() instanceof X509Certificate one) {
            return one.getSubjectX500Principal().getName() + ", valid until "
                    + one.getNotAfter().toInstant().atOffset(ZoneOffset.UTC).toLocalDate();
        }
        return Phrases.count(all.size(), "certificate");
    }
}
