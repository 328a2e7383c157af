package org.ipsecworkbench.certificate.path;

import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateRevokedException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.ipsecworkbench.certificate.CertificatePath.Link;
import org.ipsecworkbench.certificate.CertificatePath.Revocation;
import org.ipsecworkbench.certificate.DistinguishedNames;
import org.ipsecworkbench.certificate.HostCertificates;
import org.ipsecworkbench.certificate.Moment;
import org.ipsecworkbench.certificate.OcspAnswer;
import org.ipsecworkbench.certificate.RevocationList;
import org.jspecify.annotations.Nullable;

/** Tells of one link of a chain whether it was revoked, by the lists and answers that are there. Nothing is fetched. */
final class RevocationFinder {
    private final Instant now;
    private final List<RevocationList> lists;
    private final Map<String, List<OcspAnswer>> answers;
    private final Map<String, List<RevocationList>> byIssuer = new ConcurrentHashMap<>();

    RevocationFinder(HostCertificates host, Instant now) {
        this.now = now;
        this.lists = host.lists();
        this.answers = host.answers().stream().collect(Collectors.groupingBy(OcspAnswer::serial));
    }

    /** A link; an issuer that is not there leaves it open. */
    Link link(X509Certificate certificate, @Nullable X509Certificate issuer) {
        if (Material.isSelfIssued(certificate) && issuer == null) {
            return new Link(certificate, Revocation.NOT_APPLICABLE, "");
        }
        String serial = serial(certificate);
        String name = certificate.getIssuerX500Principal().getName();
        for (RevocationList list : of(name)) {
            if (list.encoded() == null && list.revoked().containsKey(serial)) {
                return new Link(certificate, Revocation.REVOKED, "It is on the list in " + list.place() + ".");
            }
        }
        if (issuer == null) {
            return new Link(certificate, Revocation.UNKNOWN, "Its issuer is not there to check a list with.");
        }
        Link byAnswer = byAnswer(certificate, issuer, serial);
        return byAnswer == null ? byList(certificate, issuer, name) : byAnswer;
    }

    /** The lists of an issuer, whose name is looked for once. */
    private List<RevocationList> of(String issuer) {
        return byIssuer.computeIfAbsent(
                issuer,
                name -> lists.stream()
                        .filter(list -> DistinguishedNames.same(list.issuer(), name))
                        .toList());
    }

    private static String serial(X509Certificate certificate) {
        String digits = certificate.getSerialNumber().toString(16);
        return digits.length() % 2 == 0 ? digits : "0" + digits;
    }

    /** By an answer of OCSP, where one that holds is there. */
    private @Nullable Link byAnswer(X509Certificate certificate, X509Certificate issuer, String serial) {
        for (OcspAnswer answer : answers.getOrDefault(serial, List.of())) {
            PKIXRevocationChecker checker = checker(EnumSet.of(Option.ONLY_END_ENTITY, Option.NO_FALLBACK));
            checker.setOcspResponses(Map.of(certificate, answer.encoded().toArray()));
            Link link = check(certificate, issuer, checker, List.of(), "the OCSP answer in " + answer.place());
            if (link.revocation() != Revocation.UNKNOWN) {
                return link;
            }
        }
        return null;
    }

    private Link byList(X509Certificate certificate, X509Certificate issuer, String name) {
        List<CRL> encoded = new ArrayList<>();
        RevocationList newest = null;
        for (RevocationList list : of(name)) {
            if (list.encoded() != null) {
                encoded.add(list.encoded());
            }
            newest = newest == null || isNewer(list, newest) ? list : newest;
        }
        if (newest == null) {
            return new Link(certificate, Revocation.UNKNOWN, "No list of its issuer is there.");
        }
        Moment next = newest.nextUpdate();
        String age = next != null && next.isBefore(now) ? ", which is out of date since " + next.label() : "";
        if (encoded.isEmpty()) {
            return new Link(
                    certificate,
                    Revocation.UNKNOWN,
                    "The list of its issuer is only listed, in " + newest.place() + age + ".");
        }
        return check(certificate, issuer, null, encoded, "the list in " + newest.place() + age);
    }

    private static boolean isNewer(RevocationList one, RevocationList other) {
        Moment time = one.thisUpdate();
        Moment before = other.thisUpdate();
        return time != null && (before == null || time.latest().isAfter(before.latest()));
    }

    private static PKIXRevocationChecker checker(Set<Option> options) {
        try {
            PKIXRevocationChecker checker = (PKIXRevocationChecker)
                    CertPathValidator.getInstance("PKIX").getRevocationChecker();
            checker.setOptions(options);
            return checker;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PKIX", e);
        }
    }

    /** @param checker null for the lists; a checker of one's own would fetch from the addresses that the certificate names */
    private Link check(
            X509Certificate certificate,
            X509Certificate issuer,
            @Nullable PKIXRevocationChecker checker,
            List<CRL> encoded,
            String source) {
        try {
            PKIXParameters parameters = new PKIXParameters(PathFinder.anchors(Set.of(issuer)));
            parameters.setDate(Date.from(now));
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(encoded)));
            if (checker != null) {
                parameters.addCertPathChecker(checker);
            }
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)), parameters);
            return new Link(certificate, Revocation.GOOD, "By " + source + ".");
        } catch (CertPathValidatorException e) {
            if (e.getReason() == BasicReason.REVOKED) {
                String since = e.getCause() instanceof CertificateRevokedException revoked
                        ? " since " + revoked.getRevocationDate().toInstant() + ", reason "
                                + revoked.getRevocationReason()
                        : "";
                return new Link(certificate, Revocation.REVOKED, "By " + source + since + ".");
            }
            return new Link(certificate, Revocation.UNKNOWN, "It cannot be told by " + source + ".");
        } catch (GeneralSecurityException e) {
            return new Link(certificate, Revocation.UNKNOWN, "The JDK cannot use " + source + ".");
        }
    }
}
