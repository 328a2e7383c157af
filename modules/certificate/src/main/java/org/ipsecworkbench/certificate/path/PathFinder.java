package org.ipsecworkbench.certificate.path;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ipsecworkbench.certificate.CertificatePath;
import org.ipsecworkbench.certificate.CertificatePath.Link;
import org.ipsecworkbench.certificate.CertificatePath.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Builds the chain of a certificate with the JDK, and finds words for what is wrong where it cannot. The chain of an authority is
 * built once for all that it issued. For any thread.
 */
public final class PathFinder {
    /** Authorities above a certificate; real chains have one to three. */
    private static final int MAX_LENGTH = 10;

    /** Constraints on names, policies and their mapping, which reach below an authority (RFC 5280 section 4.2.1). */
    private static final List<String> REACHING_DOWN = List.of("2.5.29.30", "2.5.29.33", "2.5.29.36", "2.5.29.54");

    /** The bit of keyCertSign (RFC 5280 section 4.2.1.3). */
    private static final int KEY_CERT_SIGN = 5;

    private final Material material;
    private final Instant now;
    private final RevocationFinder revocation;
    private final Map<X509Certificate, CertificatePath> authorities = new ConcurrentHashMap<>();

    /** For one host and one time. */
    public PathFinder(Material material, Instant now) {
        this.material = material;
        this.now = now;
        this.revocation = new RevocationFinder(material.host(), now);
    }

    /** The best chain of a certificate, each link with whether it was revoked. */
    public CertificatePath find(X509Certificate certificate) {
        return belowAuthority(certificate).orElseGet(() -> searched(certificate));
    }

    /**
     * Below the chain of its issuer, so that only its own signature is left to check. Empty where that does not hold, or where it
     * could be otherwise with all of the chain.
     */
    private Optional<CertificatePath> belowAuthority(X509Certificate certificate) {
        List<X509Certificate> issuers = material.issuers(certificate);
        if (certificate.getBasicConstraints() >= 0 || Material.isSelfIssued(certificate)) {
            return Optional.empty();
        }
        for (X509Certificate issuer : issuers) {
            CertificatePath above = authorities.computeIfAbsent(issuer, this::searched);
            boolean isBest = above.outcome() == Outcome.TRUSTED || issuers.size() == 1;
            if (isBest
                    && above.outcome() != Outcome.INVALID
                    && isOpenBelow(above, inside(certificate))
                    && invalid(List.of(certificate, issuer)).isEmpty()) {
                List<Link> links = new ArrayList<>(List.of(revocation.link(certificate, issuer)));
                links.addAll(above.links());
                return Optional.of(new CertificatePath(links, above.outcome(), above.why()));
            }
        }
        return Optional.empty();
    }

    /** Whether a chain says at some time nothing that could forbid a certificate which the lowest authority signed. */
    private static boolean isOpenBelow(CertificatePath chain, Instant time) {
        for (int i = 0; i < chain.links().size(); i++) {
            X509Certificate authority = chain.links().get(i).certificate();
            // The JDK does not ask when its anchor is valid.
            boolean isValid = !time.isBefore(authority.getNotBefore().toInstant())
                    && !time.isAfter(authority.getNotAfter().toInstant());
            if (!isValid || REACHING_DOWN.stream().anyMatch(oid -> authority.getExtensionValue(oid) != null)) {
                return false;
            }
        }
        return !chain.links().isEmpty() && chain.links().size() <= MAX_LENGTH && isAuthority(chain);
    }

    /** An anchor is taken for an authority whatever it says, so this has to be asked. */
    private static boolean isAuthority(CertificatePath chain) {
        X509Certificate lowest = chain.links().get(0).certificate();
        boolean[] usage = lowest.getKeyUsage();
        return lowest.getBasicConstraints() >= 0 && (usage == null || usage[KEY_CERT_SIGN]);
    }

    private CertificatePath searched(X509Certificate certificate) {
        List<X509Certificate> built = built(certificate);
        if (built != null) {
            return new CertificatePath(links(built), Outcome.TRUSTED, "");
        }
        List<X509Certificate> walked = walked(certificate);
        X509Certificate last = walked.get(walked.size() - 1);
        List<Link> links = links(walked);
        String invalid = invalid(walked);
        if (!invalid.isEmpty()) {
            return new CertificatePath(links, Outcome.INVALID, invalid);
        }
        String issuer = last.getIssuerX500Principal().getName();
        if (!Material.isSelfIssued(last)) {
            return new CertificatePath(
                    links, Outcome.PARTIAL, "The certificate of its issuer " + issuer + " is missing.");
        }
        return material.knowsRoots()
                ? new CertificatePath(
                        links, Outcome.UNTRUSTED_ROOT, "Its root " + issuer + " is not among the trusted roots.")
                : new CertificatePath(links, Outcome.UNKNOWN, "Which roots are trusted was not read.");
    }

    /** By the builder of the JDK; null where it finds none. */
    private @Nullable List<X509Certificate> built(X509Certificate certificate) {
        if (material.anchors().isEmpty()) {
            return null;
        }
        if (material.anchors().contains(certificate)) {
            return List.of(certificate);
        }
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(certificate);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors(material.anchors()), target);
            parameters.setRevocationEnabled(false);
            parameters.setMaxPathLength(MAX_LENGTH);
            parameters.setDate(Date.from(inside(certificate)));
            Collection<X509Certificate> all = new ArrayList<>(material.authorities());
            all.add(certificate);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
            PKIXCertPathBuilderResult result = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            List<X509Certificate> elements = new ArrayList<>();
            result.getCertPath().getCertificates().forEach(element -> elements.add((X509Certificate) element));
            elements.add(result.getTrustAnchor().getTrustedCert());
            return elements;
        } catch (GeneralSecurityException e) {
            // No chain holds; why, the walk tells better than the builder, which only says that it found none.
            return null;
        }
    }

    /** By names, and by keys where several have one name; it may lead nowhere. */
    private List<X509Certificate> walked(X509Certificate certificate) {
        List<X509Certificate> walked = new ArrayList<>(List.of(certificate));
        Set<X509Certificate> seen = new HashSet<>(walked);
        X509Certificate at = certificate;
        while (!Material.isSelfIssued(at) && walked.size() <= MAX_LENGTH) {
            X509Certificate next = null;
            for (X509Certificate issuer : material.issuers(at)) {
                if (!seen.contains(issuer) && (next == null || isSigned(at, issuer))) {
                    next = issuer;
                }
            }
            if (next == null) {
                return walked;
            }
            walked.add(next);
            seen.add(next);
            at = next;
        }
        return walked;
    }

    private static boolean isSigned(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Why a chain does not hold, whoever trusts its end; empty where it does. */
    private String invalid(List<X509Certificate> walked) {
        X509Certificate last = walked.get(walked.size() - 1);
        if (walked.size() == 1) {
            return "";
        }
        try {
            CertPath path =
                    CertificateFactory.getInstance("X.509").generateCertPath(walked.subList(0, walked.size() - 1));
            PKIXParameters parameters = new PKIXParameters(anchors(Set.of(last)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(inside(walked.get(0))));
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return "";
        } catch (CertPathValidatorException e) {
            return words(e, walked);
        } catch (GeneralSecurityException e) {
            return "The JDK cannot check the chain: " + e.getMessage() + ".";
        }
    }

    private static String words(CertPathValidatorException e, List<X509Certificate> walked) {
        int index = Math.max(0, Math.min(e.getIndex(), walked.size() - 1));
        String name = walked.get(index).getSubjectX500Principal().getName();
        String reason = e.getReason().toString();
        return switch (reason) {
            case "EXPIRED" -> name + " in the chain has expired.";
            case "NOT_YET_VALID" -> name + " in the chain is not valid yet.";
            case "INVALID_SIGNATURE" -> "The signature of " + name + " is not that of its issuer.";
            case "ALGORITHM_CONSTRAINED" -> "The key or the signature of " + name + " is too weak.";
            case "NOT_CA_CERT" -> "An issuer in the chain of " + name + " is no authority.";
            case "PATH_TOO_LONG" -> "The chain of " + name + " is longer than an authority allows.";
            case "INVALID_NAME" -> "An authority in its chain does not allow the name " + name + ".";
            case "INVALID_KEY_USAGE" -> "An issuer of " + name + " may not sign certificates.";
            case "UNRECOGNIZED_CRIT_EXT" -> name + " has a critical extension that is not known.";
            case "NAME_CHAINING" -> "The issuer of " + name + " has another name.";
            default -> "The chain is broken at " + name + ": " + e.getMessage() + ".";
        };
    }

    private List<Link> links(List<X509Certificate> chain) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            X509Certificate issuer = i + 1 < chain.size() ? chain.get(i + 1) : null;
            links.add(revocation.link(chain.get(i), issuer));
        }
        return links;
    }

    static Set<TrustAnchor> anchors(Set<X509Certificate> certificates) {
        Set<TrustAnchor> anchors = new HashSet<>();
        certificates.forEach(certificate -> anchors.add(new TrustAnchor(certificate, null)));
        return anchors;
    }

    /** Now, or the nearest time at which a certificate is valid: that it is not, is another rule's. */
    private Instant inside(X509Certificate certificate) {
        Instant begin = certificate.getNotBefore().toInstant();
        Instant end = certificate.getNotAfter().toInstant();
        return now.isBefore(begin) ? begin : now.isAfter(end) ? end : now;
    }
}
