package org.ipsecworkbench.hostconnection.winrm;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;
import org.ipsecworkbench.hostconnection.CertificatePin;

/** Trusts the one public key whose SHA-256 is known, whatever name or dates its certificate has. */
record PinnedTrust(String pin) implements X509TrustManager {

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        if (!CertificatePin.of(chain[0]).equals(pin)) {
            throw new CertificateException("The host shows another public key than the one that is pinned.");
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("this side is the client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
