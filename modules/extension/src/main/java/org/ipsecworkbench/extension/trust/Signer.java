package org.ipsecworkbench.extension.trust;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/**
 * A certificate of the chain that somebody signed with, the signer's own or that of an authority above.
 *
 * @param fingerprint SHA-256 of the certificate in DER, 64 lower-case hexadecimal digits
 * @param name its subject as RFC 2253 writes it
 */
public record Signer(String fingerprint, String name) {
    static Signer of(Certificate certificate) throws GeneralSecurityException {
        return new Signer(
                HexFormat.of().formatHex(sha256().digest(certificate.getEncoded())),
                certificate instanceof X509Certificate x509
                        ? x509.getSubjectX500Principal().getName()
                        : certificate.getType());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
