package org.ipsecworkbench.lab.winrm;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.ipsecworkbench.lab.model.CertificateAuthority;

/** The certificate of the listeners on HTTPS, for localhost and 127.0.0.1, made when the lab starts. */
public final class Tls {
    private static final Duration LIFE = Duration.ofDays(30);

    private final X509Certificate certificate;
    private final SSLContext context;

    private Tls(X509Certificate certificate, SSLContext context) {
        this.certificate = certificate;
        this.context = context;
    }

    /** Makes a certificate of an authority, for now and a month. */
    public static Tls of(CertificateAuthority authority, Instant now) {
        CertificateAuthority.Issued issued = authority.issue(
                "localhost", now.minus(Duration.ofDays(1)), now.plus(LIFE), CertificateAuthority.EKU_SERVER);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            char[] none = new char[0];
            store.setKeyEntry(
                    "lab", issued.key(), none, new X509Certificate[] {issued.certificate(), authority.root()});
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, none);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return new Tls(issued.certificate(), context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a key store in memory", e);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    ServerSocketFactory sockets() {
        return context.getServerSocketFactory();
    }

    /** The SHA-256 of the certificate, which connections are bound to (RFC 5929). */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate of our own making", e);
        }
    }
}
