package org.ipsecworkbench.lab.winrm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.ipsecworkbench.lab.model.CertificateAuthority;

/**
 * The certificate of the listeners on HTTPS, for localhost, 127.0.0.1 and ::1, made when the lab starts, and the certificates that
 * clients may show there.
 */
public final class Tls {
    private static final Duration LIFE = Duration.ofDays(30);

    private final CertificateAuthority authority;
    private final X509Certificate certificate;
    private final SSLContext context;

    private Tls(CertificateAuthority authority, X509Certificate certificate, SSLContext context) {
        this.authority = authority;
        this.certificate = certificate;
        this.context = context;
    }

    /** Makes a certificate of an authority, for now and a month. */
    public static Tls of(CertificateAuthority authority, Instant now) {
        CertificateAuthority.Issued issued = authority.issue(
                "localhost", now.minus(Duration.ofDays(1)), now.plus(LIFE), CertificateAuthority.EKU_SERVER);
        try {
            char[] none = new char[0];
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store(authority, issued, none), none);
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", authority.root());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return new Tls(authority, issued.certificate(), context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a key store in memory", e);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    private static KeyStore store(CertificateAuthority authority, CertificateAuthority.Issued issued, char[] password)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "lab", issued.key(), password, new X509Certificate[] {issued.certificate(), authority.root()});
        return store;
    }

    /**
     * A certificate by which a user can sign in over HTTPS, with its key, as a file of PKCS #12.
     *
     * @param password of the file
     */
    public byte[] clientCertificate(String user, Instant now, char[] password) {
        CertificateAuthority.Issued issued =
                authority.issue(user, now.minus(Duration.ofDays(1)), now.plus(LIFE), CertificateAuthority.EKU_CLIENT);
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            store(authority, issued, password).store(file, password);
            return file.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a key store in memory", e);
        }
    }

    /** A listener, which asks for a client's certificate, but lets in who shows none. */
    ServerSocket listen(int port, int backlog, InetAddress address) throws IOException {
        SSLServerSocket socket =
                (SSLServerSocket) context.getServerSocketFactory().createServerSocket(port, backlog, address);
        socket.setWantClientAuth(true);
        return socket;
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
