package org.ipsecworkbench.ikelogbrowser.detail;

import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipsecworkbench.ike.Certificates;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.workbench.Formats;
import org.jspecify.annotations.Nullable;

/** A certificate in words, and whether it was valid when it was sent. Reads it, so that it is not for the event thread. */
final class CertificateWords {
    private static final int MAX_NAMES = 30;
    private static final int MAX_NAME = 300;

    /** Extended key usages by their object identifiers: RFC 5280 section 4.2.1.12, RFC 4945 section 5.1.3.12, Microsoft. */
    private static final Map<String, String> USAGES = Map.of(
            "2.5.29.37.0", "any purpose",
            "1.3.6.1.5.5.7.3.1", "server authentication",
            "1.3.6.1.5.5.7.3.2", "client authentication",
            "1.3.6.1.5.5.7.3.5", "IPsec end system",
            "1.3.6.1.5.5.7.3.6", "IPsec tunnel",
            "1.3.6.1.5.5.7.3.7", "IPsec user",
            "1.3.6.1.5.5.7.3.17", "IKE",
            "1.3.6.1.5.5.8.2.2", "IP security IKE intermediate",
            "1.3.6.1.4.1.311.20.2.2", "smart card logon");

    /** Sorts of alternative names by their tags: RFC 5280 section 4.2.1.6. */
    private static final List<String> SORTS = List.of(
            "other name",
            "e-mail",
            "DNS",
            "X.400 address",
            "directory name",
            "EDI party",
            "URI",
            "IP",
            "registered ID");

    private CertificateWords() {}

    /** @param at when it was sent; null where that is not known */
    static List<String> of(Payload.Certificate payload, @Nullable Instant at) {
        String size =
                payload.encodingName() + ", " + Formats.count(payload.data().length(), "byte", "bytes");
        if (!Certificates.isX509(payload)) {
            return List.of(size);
        }
        Optional<X509Certificate> read = Certificates.x509(payload);
        if (read.isEmpty()) {
            return List.of(size, "The certificate is damaged or not whole: it cannot be read.");
        }
        X509Certificate certificate = read.get();
        List<String> lines = new ArrayList<>();
        lines.add(size);
        lines.add("subject: " + name(certificate.getSubjectX500Principal().getName()));
        lines.add("issuer: " + name(certificate.getIssuerX500Principal().getName())
                + (certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
                        ? ", the same as the subject"
                        : ""));
        lines.add("serial number: "
                + Formats.abbreviate(certificate.getSerialNumber().toString(16), MAX_NAME));
        lines.add(validity(certificate, at));
        lines.add("key: " + key(certificate.getPublicKey()));
        lines.add("signed with: " + certificate.getSigAlgName());
        lines.add("extended key usage: " + usages(certificate));
        lines.add("alternative names: " + names(certificate));
        return lines;
    }

    private static String validity(X509Certificate certificate, @Nullable Instant at) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant to = certificate.getNotAfter().toInstant();
        String range = "valid from " + Formats.time(from) + " to " + Formats.time(to);
        if (at == null) {
            return range;
        }
        if (at.isAfter(to)) {
            return range + ": EXPIRED on " + Formats.time(to) + ", before it was sent";
        }
        return at.isBefore(from)
                ? range + ": NOT YET VALID when it was sent, " + Formats.time(at)
                : range + ": valid when it was sent";
    }

    private static String key(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return "RSA, " + rsa.getModulus().bitLength() + " bits";
        } else if (key instanceof ECPublicKey curve) {
            return "EC, " + curve.getParams().getOrder().bitLength() + " bits";
        } else if (key instanceof DSAPublicKey dsa && dsa.getParams() != null) {
            return "DSA, " + dsa.getParams().getP().bitLength() + " bits";
        }
        return key.getAlgorithm();
    }

    private static String usages(X509Certificate certificate) {
        try {
            List<String> usages = certificate.getExtendedKeyUsage();
            return usages == null
                    ? "none given, so that it is for any purpose"
                    : joined(usages.stream()
                            .map(usage -> USAGES.getOrDefault(usage, usage))
                            .toList());
        } catch (CertificateParsingException e) {
            return "damaged: it cannot be read";
        }
    }

    private static String names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? "none"
                    : joined(names.stream().map(CertificateWords::alternative).toList());
        } catch (CertificateParsingException e) {
            return "damaged: they cannot be read";
        }
    }

    private static String alternative(List<?> name) {
        int tag = name.get(0) instanceof Integer number ? number : -1;
        String sort = tag >= 0 && tag < SORTS.size() ? SORTS.get(tag) : "tag " + tag;
        return sort + (name.get(1) instanceof String text ? " " + name(text) : "");
    }

    private static String name(String text) {
        return text.isEmpty() ? "empty" : Formats.abbreviate(text, MAX_NAME);
    }

    private static String joined(List<String> words) {
        String some = String.join(", ", words.subList(0, Math.min(MAX_NAMES, words.size())));
        return words.size() <= MAX_NAMES ? some : some + " and " + Formats.count(words.size() - MAX_NAMES) + " more";
    }
}
