package org.ipsecworkbench.certificate.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.certificate.CertificateLimits;
import org.ipsecworkbench.certificate.CertificateSources;
import org.ipsecworkbench.certificate.CertificateSources.Document;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.KeyState;
import org.ipsecworkbench.certificate.Store;
import org.ipsecworkbench.certificate.StoreLocation;
import org.ipsecworkbench.certificate.StoredCertificate;
import org.ipsecworkbench.certificate.StrongCrlCheck;
import org.ipsecworkbench.certificate.read.X509Facts;

/** Hosts with real certificates in their stores. */
public final class TestHosts {
    private TestHosts() {}

    /** A host that trusts some roots, knows authorities below them, and has own certificates with their keys. */
    public static HostCertificates host(List<X509Certificate> authorities, X509Certificate... own) {
        StringBuilder script = new StringBuilder();
        for (X509Certificate one : own) {
            script.append(TestAuthority.script(one));
        }
        HostCertificates personal = read("script", script.toString().getBytes(UTF_8));
        List<StoredCertificate> stored = new ArrayList<>(personal.stored());
        authorities.forEach(authority -> stored.add(stored(authority)));
        return new HostCertificates(
                "SRV1", stored, List.of(), List.of(), List.of(), List.of(), StrongCrlCheck.NONE, personal.problems());
    }

    private static StoredCertificate stored(X509Certificate authority) {
        boolean isRoot = authority.getIssuerX500Principal().equals(authority.getSubjectX500Principal());
        return new StoredCertificate(
                0,
                new Store(StoreLocation.COMPUTER, isRoot ? "Root" : "CA"),
                X509Facts.of(authority, CertificateLimits.DEFAULT),
                authority,
                KeyState.UNKNOWN,
                "",
                "roots");
    }

    /** The same host that has a revocation list and acts on it in some way. */
    public static HostCertificates with(HostCertificates host, X509CRL list, StrongCrlCheck strictness) {
        try {
            HostCertificates lists = read("list.crl", list.getEncoded());
            if (lists.lists().size() != 1) {
                throw new IllegalStateException(lists.problems().toString());
            }
            return host.and(lists).with(strictness);
        } catch (CRLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is in one file. */
    public static HostCertificates read(String name, byte[] content) {
        return CertificateSources.parse(
                "SRV1",
                List.of(new Document(name, content)),
                CertificateLimits.DEFAULT,
                CertificateSources.Passwords.NONE);
    }
}
