package org.ipsecworkbench.hostconnection.winrm;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import org.ipsecworkbench.hostconnection.wire.MalformedException;

/** Hashes of certificates: the pin, and what a channel is bound to. */
final class CertificateHashes {
    private CertificateHashes() {}

    /** The hash of the whole certificate for {@code tls-server-end-point} (RFC 5929 4.1): never weaker than SHA-256. */
    static byte[] endPoint(X509Certificate certificate) throws CertificateEncodingException {
        String signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        String algorithm = "SHA-256";
        if (signature.contains("SHA384")) {
            algorithm = "SHA-384";
        } else if (signature.contains("SHA512")) {
            algorithm = "SHA-512";
        }
        return hash(algorithm, certificate.getEncoded());
    }

    static MalformedException malformed(CertificateEncodingException e) {
        MalformedException malformed = new MalformedException("The host's certificate cannot be hashed.");
        malformed.initCause(e);
        return malformed;
    }

    private static byte[] hash(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
