package org.ipsecworkbench.lab.program;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.lab.model.StoredCertificate;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.jspecify.annotations.Nullable;

/** A certificate's chain on a host and what is wrong with each link, by the bits of CERT_TRUST_STATUS (wincrypt.h). */
final class TrustStatus {
    static final int NOT_TIME_VALID = 0x1;
    static final int REVOKED = 0x4;
    static final int UNTRUSTED_ROOT = 0x20;
    static final int REVOCATION_UNKNOWN = 0x40;
    static final int PARTIAL_CHAIN = 0x10000;
    static final int OFFLINE_REVOCATION = 0x1000000;

    static final int KEY_MATCH_ISSUER = 0x2;
    static final int NAME_MATCH_ISSUER = 0x4;
    static final int SELF_SIGNED = 0x8;
    static final int PREFERRED_ISSUER = 0x100;

    private static final int MAX_LINKS = 8;

    private static final Map<Integer, String> ERRORS = new LinkedHashMap<>();
    private static final Map<Integer, String> INFOS = new LinkedHashMap<>();

    static {
        ERRORS.put(NOT_TIME_VALID, "CERT_TRUST_IS_NOT_TIME_VALID");
        ERRORS.put(REVOKED, "CERT_TRUST_IS_REVOKED");
        ERRORS.put(UNTRUSTED_ROOT, "CERT_TRUST_IS_UNTRUSTED_ROOT");
        ERRORS.put(REVOCATION_UNKNOWN, "CERT_TRUST_REVOCATION_STATUS_UNKNOWN");
        ERRORS.put(PARTIAL_CHAIN, "CERT_TRUST_IS_PARTIAL_CHAIN");
        ERRORS.put(OFFLINE_REVOCATION, "CERT_TRUST_IS_OFFLINE_REVOCATION");
        INFOS.put(KEY_MATCH_ISSUER, "CERT_TRUST_HAS_KEY_MATCH_ISSUER");
        INFOS.put(NAME_MATCH_ISSUER, "CERT_TRUST_HAS_NAME_MATCH_ISSUER");
        INFOS.put(SELF_SIGNED, "CERT_TRUST_IS_SELF_SIGNED");
        INFOS.put(PREFERRED_ISSUER, "CERT_TRUST_HAS_PREFERRED_ISSUER");
    }

    private TrustStatus() {}

    /** From a certificate up to its root, as far as the host's stores go; the whole chain's errors are those of its links. */
    record Link(X509Certificate certificate, int info, int error) {
        boolean isRoot() {
            return (info & SELF_SIGNED) != 0;
        }
    }

    static List<Link> chain(WindowsHost host, X509Certificate certificate) {
        List<Link> chain = new ArrayList<>();
        X509Certificate at = certificate;
        while (at != null && chain.size() < MAX_LINKS) {
            boolean isRoot = at.getIssuerX500Principal().equals(at.getSubjectX500Principal());
            X509Certificate issuer = isRoot ? null : issuer(host, at);
            int error = timely(host, at) | (chain.isEmpty() && !isRoot ? revocation(host, at) : 0);
            if (isRoot && !isIn(host, "Root", at)) {
                error |= UNTRUSTED_ROOT;
            }
            if (!isRoot && issuer == null) {
                error |= PARTIAL_CHAIN;
            }
            int info = isRoot ? NAME_MATCH_ISSUER | SELF_SIGNED : KEY_MATCH_ISSUER;
            chain.add(new Link(at, info | PREFERRED_ISSUER, error));
            at = issuer;
        }
        return chain;
    }

    static int errors(List<Link> chain) {
        return chain.stream().mapToInt(Link::error).reduce(0, (one, other) -> one | other);
    }

    private static int timely(WindowsHost host, X509Certificate certificate) {
        boolean isTimely = !host.now().isBefore(certificate.getNotBefore().toInstant())
                && !host.now().isAfter(certificate.getNotAfter().toInstant());
        return isTimely ? 0 : NOT_TIME_VALID;
    }

    private static int revocation(WindowsHost host, X509Certificate certificate) {
        if (!host.fetchesLists()) {
            return REVOCATION_UNKNOWN | OFFLINE_REVOCATION;
        }
        return host.network().domain().authority().isRevoked(certificate) ? REVOKED : 0;
    }

    private static @Nullable X509Certificate issuer(WindowsHost host, X509Certificate certificate) {
        return host.certificates().stream()
                .filter(stored ->
                        stored.store().equals("Root") || stored.store().equals("CA"))
                .map(StoredCertificate::certificate)
                .filter(authority -> authority.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isIn(WindowsHost host, String store, X509Certificate certificate) {
        return host.certificates().stream()
                .anyMatch(stored ->
                        stored.store().equals(store) && stored.certificate().equals(certificate));
    }

    /** Prints one line for each bit. */
    static void printErrors(Console out, String what, int status) {
        print(out, what + ".dwErrorStatus = ", ERRORS, status);
    }

    static void printInfos(Console out, String what, int status) {
        print(out, what + ".dwInfoStatus = ", INFOS, status);
    }

    private static void print(Console out, String what, Map<Integer, String> names, int status) {
        names.forEach((bit, name) -> {
            if ((status & bit) != 0) {
                out.line(what + name + " (0x" + Integer.toHexString(bit) + ")");
            }
        });
    }
}
