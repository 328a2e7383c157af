package org.ipsecworkbench.certificate.path;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.StoredCertificate;
import org.ipsecworkbench.certificate.read.X509Facts;

/**
 * What chains of one host are built from.
 *
 * @param byName authorities by their subject, those of each name at most {@link #MAX_NAMESAKES}
 * @param anchors roots that the host trusts, as far as they are there themselves
 * @param trusted thumbprints of all roots that the host trusts, also of those that are only listed
 * @param host for lists and answers
 */
public record Material(
        Map<X500Principal, List<X509Certificate>> byName,
        Set<X509Certificate> anchors,
        Set<String> trusted,
        HostCertificates host) {
    /** Certificates of one name, as renewed and cross-signed authorities have. More would let a search take for ever. */
    private static final int MAX_NAMESAKES = 16;

    /** What one host has; roots that are only listed are found by their thumbprint among what others have. */
    public static Material of(HostCertificates host) {
        Map<X500Principal, List<X509Certificate>> byName = new LinkedHashMap<>();
        Set<X509Certificate> anchors = new LinkedHashSet<>();
        Set<String> trusted = new LinkedHashSet<>();
        for (StoredCertificate root : host.roots()) {
            trusted.add(root.facts().thumbprint());
            root.x509().ifPresent(anchors::add);
        }
        for (StoredCertificate one : host.stored()) {
            one.x509()
                    .filter(x509 -> x509.getBasicConstraints() >= 0 || isSelfIssued(x509))
                    .ifPresent(x509 -> add(x509, byName));
            one.chain().stream().skip(1).forEach(issuer -> add(issuer, byName));
        }
        byName.values().stream()
                .flatMap(Collection::stream)
                .filter(x509 -> trusted.contains(X509Facts.thumbprint(x509)))
                .forEach(anchors::add);
        return new Material(byName, anchors, trusted, host);
    }

    private static void add(X509Certificate certificate, Map<X500Principal, List<X509Certificate>> byName) {
        List<X509Certificate> namesakes =
                byName.computeIfAbsent(certificate.getSubjectX500Principal(), name -> new ArrayList<>());
        if (namesakes.size() < MAX_NAMESAKES && !namesakes.contains(certificate)) {
            namesakes.add(certificate);
        }
    }

    static boolean isSelfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    /** Whether the roots of the host were read at all. */
    boolean knowsRoots() {
        return !trusted.isEmpty();
    }

    List<X509Certificate> issuers(X509Certificate certificate) {
        return byName.getOrDefault(certificate.getIssuerX500Principal(), List.of());
    }

    Collection<X509Certificate> authorities() {
        return byName.values().stream().flatMap(Collection::stream).toList();
    }
}
