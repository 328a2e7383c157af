package org.ipsecworkbench.lab.program;

import java.io.ByteArrayInputStream;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import org.ipsecworkbench.lab.model.FileStore;
import org.jspecify.annotations.Nullable;

/** {@code certutil -dump FILE}: a certificate or a list of revoked ones, in DER or PEM. */
final class CertutilDump {
    private CertutilDump() {}

    static int run(Call call, FileStore.File file) {
        byte[] bytes = Certutil.content(file);
        X509Certificate certificate = certificate(bytes);
        if (certificate != null) {
            new CertificateText(call.host(), call.out()).print(certificate);
            return Certutil.done(call, "-dump");
        }
        try {
            X509CRL list =
                    (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(bytes));
            new RevocationListText(call.host(), call.out()).print(list);
            return Certutil.done(call, "-dump");
        } catch (CertificateException | CRLException e) {
            return Certutil.invalid(call, "-dump");
        }
    }

    /** The certificate that bytes are, in DER or PEM, or null. */
    static @Nullable X509Certificate certificate(byte[] bytes) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException e) {
            return null;
        }
    }
}
