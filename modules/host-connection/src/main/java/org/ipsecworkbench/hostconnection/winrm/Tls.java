package org.ipsecworkbench.hostconnection.winrm;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.ipsecworkbench.hostconnection.ConnectionOptions;
import org.ipsecworkbench.hostconnection.Credentials;
import org.jspecify.annotations.Nullable;

/** Whom to trust within TLS, and what to show there. */
final class Tls {
    private final SSLContext context;
    private final WatchedTrust trust;
    private final boolean checksName;
    private final boolean showsCertificate;

    private Tls(SSLContext context, WatchedTrust trust, boolean checksName, boolean showsCertificate) {
        this.context = context;
        this.trust = trust;
        this.checksName = checksName;
        this.showsCertificate = showsCertificate;
    }

    /**
     * Reads what options and credentials name.
     *
     * @throws LocalFileException where one of these files cannot be used
     */
    static Tls of(ConnectionOptions options, Credentials credentials) throws LocalFileException {
        boolean isPinned = !options.pin().isEmpty();
        boolean showsCertificate = credentials.kind() == Credentials.Kind.CERTIFICATE;
        try {
            X509TrustManager manager = isPinned ? new PinnedTrust(options.pin()) : authorities(options.authorities());
            WatchedTrust trust = new WatchedTrust(manager);
            SSLContext context = SSLContext.getInstance("TLS");
            KeyManager[] keys = showsCertificate ? keys(credentials) : new KeyManager[0];
            context.init(keys, new TrustManager[] {trust}, null);
            return new Tls(context, trust, !isPinned, showsCertificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS.", e);
        }
    }

    private static X509TrustManager authorities(@Nullable Path file)
            throws GeneralSecurityException, LocalFileException {
        KeyStore store = null;
        if (file != null) {
            store = KeyStore.getInstance(KeyStore.getDefaultType());
            try (InputStream in = Files.newInputStream(file)) {
                store.load(null, null);
                int count = 0;
                for (Certificate certificate :
                        CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    store.setCertificateEntry("ca" + count++, certificate);
                }
                if (count == 0) {
                    throw new GeneralSecurityException("no certificate");
                }
            } catch (IOException | GeneralSecurityException e) {
                throw new LocalFileException("The certificates to trust in " + file + " cannot be read.", e);
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("no trust manager"));
    }

    private static KeyManager[] keys(Credentials credentials) throws GeneralSecurityException, LocalFileException {
        char[] password = credentials.copyPassword();
        try (InputStream in = Files.newInputStream(credentials.file())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            return factory.getKeyManagers();
        } catch (IOException | GeneralSecurityException e) {
            credentials.reject();
            throw new LocalFileException(
                    "The certificate in " + credentials.file()
                            + " cannot be read; it has to be PKCS #12, and the password" + " that of the file.",
                    e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** TLS over a connection, of which the first byte is still to be sent. */
    SSLSocket over(Socket raw, Endpoint endpoint) throws IOException {
        SSLSocket socket = (SSLSocket)
                context.getSocketFactory().createSocket(raw, endpoint.address().host(), endpoint.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        if (checksName) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        if (showsCertificate) {
            // Windows asks for it after the handshake, which Java can do before TLS 1.3 only.
            parameters.setProtocols(new String[] {"TLSv1.2"});
        }
        socket.setSSLParameters(parameters);
        return socket;
    }

    /** What the host showed last, trusted or not. */
    WatchedTrust trust() {
        return trust;
    }
}
