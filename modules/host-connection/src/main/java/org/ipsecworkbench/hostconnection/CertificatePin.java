package org.ipsecworkbench.hostconnection;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** The pin of a certificate: SHA-256 of its public key (SPKI, RFC 7469 2.4), so that a renewal with the same key keeps it. */
public final class CertificatePin {
    private CertificatePin() {}

    /** The pin, 64 lower-case hex digits. */
    public static String of(X509Certificate certificate) {
        try {
            byte[] key = certificate.getPublicKey().getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
