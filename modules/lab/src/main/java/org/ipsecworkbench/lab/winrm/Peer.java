package org.ipsecworkbench.lab.winrm;

import java.security.Principal;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * The other end of a connection as the transport knows it.
 *
 * @param isTls whether it came by HTTPS
 * @param user whom the certificate that it showed within TLS stands for, or empty
 */
record Peer(boolean isTls, String user) {
    static final Peer PLAIN = new Peer(false, "");

    /** After the handshake; the certificate was verified in it. The user is its common name, as a mapping would say. */
    static Peer of(SSLSession session) {
        try {
            if (session.getPeerCertificates()[0] instanceof X509Certificate certificate) {
                Principal subject = certificate.getSubjectX500Principal();
                return new Peer(true, subject.getName().replaceFirst("^CN=", ""));
            }
            return new Peer(true, "");
        } catch (SSLPeerUnverifiedException e) {
            // It showed none, which is what most do.
            return new Peer(true, "");
        }
    }
}
