package org.ipsecworkbench.diagnosis.check.certificate;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.jspecify.annotations.Nullable;

/**
 * A certificate in the store of a computer.
 *
 * @param number from 1, in the order of the store
 * @param certificate itself
 * @param hasKey whether the computer holds its private key
 * @param chain from itself to the root, as far as the computer could build it
 * @param status what is wrong with the chain, by the names of X509ChainStatusFlags
 */
record StoredCertificate(
        int number, X509Certificate certificate, boolean hasKey, List<X509Certificate> chain, List<String> status) {
    private static final int MAX_CERTIFICATES = 1000;

    /** Purposes that IKE of Windows takes (RFC 4945, 5.1.3.12; certs.md): IKE intermediate, client, server, any. */
    private static final Set<String> FIT =
            Set.of("1.3.6.1.5.5.8.2.2", "1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.1", "2.5.29.37.0");

    StoredCertificate {
        chain = List.copyOf(chain);
        status = List.copyOf(status);
    }

    /** The store; what is no certificate is left out. */
    static List<StoredCertificate> read(HostEvidence host) {
        List<StoredCertificate> all = new ArrayList<>();
        for (String line : host.answer(Commands.CERTIFICATES)
                .map(answer -> answer.outputText().lines().toList())
                .orElse(List.of())) {
            String value = line.substring(line.indexOf('=') + 1).strip();
            if (line.startsWith("certificate=")) {
                X509Certificate certificate = parse(value);
                if (certificate != null && all.size() < MAX_CERTIFICATES) {
                    all.add(new StoredCertificate(all.size() + 1, certificate, false, List.of(), List.of()));
                }
            } else if (!all.isEmpty()) {
                all.set(all.size() - 1, all.get(all.size() - 1).with(line, value));
            }
        }
        return all;
    }

    private StoredCertificate with(String line, String value) {
        if (line.startsWith("key=")) {
            return new StoredCertificate(number, certificate, value.equals("True"), chain, status);
        }
        if (line.startsWith("chain=")) {
            X509Certificate element = parse(value);
            List<X509Certificate> longer = new ArrayList<>(chain);
            if (element != null && longer.size() < MAX_CERTIFICATES) {
                longer.add(element);
            }
            return new StoredCertificate(number, certificate, hasKey, longer, status);
        }
        if (line.startsWith("status=") && status.size() < MAX_CERTIFICATES) {
            List<String> more = new ArrayList<>(status);
            more.addAll(List.of(value.split(",\\s*", -1)));
            return new StoredCertificate(number, certificate, hasKey, chain, more);
        }
        return this;
    }

    private static @Nullable X509Certificate parse(String base64) {
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (IllegalArgumentException | CertificateException e) {
            // What is damaged is left out, and the store is then told to lack it.
            return null;
        }
    }

    /** Whether it may be used for IKE by its purposes; one that names none may be used for all. */
    boolean isForIke() {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes == null || purposes.stream().anyMatch(FIT::contains);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    boolean isRevoked() {
        return status.contains("Revoked");
    }

    /** Whether the computer could not find out if it was revoked. */
    boolean isRevocationUnknown() {
        return status.contains("OfflineRevocation") || status.contains("RevocationStatusUnknown");
    }
}
