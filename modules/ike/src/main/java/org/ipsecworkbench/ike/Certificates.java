package org.ipsecworkbench.ike;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** Reads the certificates of {@link Payload.Certificate}. Costs some 100 microseconds each, so it is asked for. */
public final class Certificates {
    /** X.509 Certificate - Signature (RFC 2408 section 3.9, RFC 7296 section 3.6). */
    private static final int X509_SIGNATURE = 4;

    private static final int X509_KEY_EXCHANGE = 5;

    private Certificates() {}

    /** Whether it is to be an X.509 certificate, by its encoding. */
    public static boolean isX509(Payload.Certificate payload) {
        return payload.encoding() == X509_SIGNATURE || payload.encoding() == X509_KEY_EXCHANGE;
    }

    /** The X.509 certificate; empty where it is something else, or not whole. Never throws for content. */
    public static Optional<X509Certificate> x509(Payload.Certificate payload) {
        if (!isX509(payload)) {
            return Optional.empty();
        }
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return Optional.of((X509Certificate) factory.generateCertificate(
                    new ByteArrayInputStream(payload.data().toArray())));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }
}
