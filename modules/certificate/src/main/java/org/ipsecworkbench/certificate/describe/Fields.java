package org.ipsecworkbench.certificate.describe;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ipsecworkbench.certificate.CertificateFacts;
import org.ipsecworkbench.certificate.CertificateField;
import org.ipsecworkbench.certificate.CertificateField.Kind;
import org.ipsecworkbench.certificate.CertificateLimits;
import org.ipsecworkbench.certificate.Moment;
import org.ipsecworkbench.certificate.StoredCertificate;
import org.ipsecworkbench.certificate.judge.Purposes;
import org.jspecify.annotations.Nullable;

/** The fields of one certificate, from itself or, where only a listing is there, from that. */
public final class Fields {
    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");

    private final StoredCertificate stored;
    private final CertificateFacts facts;
    private final CertificateLimits limits;
    private final List<CertificateField> fields = new ArrayList<>();

    private Fields(StoredCertificate stored, CertificateLimits limits) {
        this.stored = stored;
        this.facts = stored.facts();
        this.limits = limits;
    }

    /** All of them, in the order of the Certificates console. */
    public static List<CertificateField> of(StoredCertificate certificate, CertificateLimits limits) {
        return new Fields(certificate, limits).all();
    }

    private List<CertificateField> all() {
        X509Certificate encoded = stored.x509().orElse(null);
        if (encoded != null) {
            field("Version", "V" + encoded.getVersion());
        }
        field("Serial number", facts.serial());
        field("Signature algorithm", facts.signature());
        name("Issuer", facts.issuer());
        moment("Valid from", facts.notBefore());
        moment("Valid to", facts.notAfter());
        name("Subject", facts.subject());
        if (encoded == null) {
            add(Kind.VERSION_1, "Public key", facts.key().label(), facts.key().label());
            listed();
        } else {
            String hex = SPACED.formatHex(cut(encoded.getPublicKey().getEncoded()));
            add(Kind.VERSION_1, "Public key", facts.key().label(), facts.key().label() + "\n" + hex);
            extensions(encoded, encoded.getNonCriticalExtensionOIDs(), Kind.EXTENSION);
            extensions(encoded, encoded.getCriticalExtensionOIDs(), Kind.CRITICAL_EXTENSION);
        }
        property("Thumbprint (SHA-1)", facts.thumbprint());
        if (encoded != null) {
            property("Thumbprint (SHA-256)", sha256(encoded));
        }
        property("Private key", stored.key().label());
        property("Key provider", stored.keyProvider());
        property("Store", stored.store().label());
        property("Read in", stored.place());
        return List.copyOf(fields);
    }

    /** What a listing tells of extensions. */
    private void listed() {
        facts.purposes().ifPresent(oids -> {
            String words = oids.isEmpty() ? "none named, so all are allowed" : Purposes.words(oids);
            add(Kind.EXTENSION, "Enhanced Key Usage", words, words);
        });
        lines("Subject Alternative Name", facts.names());
        lines("CRL Distribution Points", facts.crls());
        lines("Authority Information Access", facts.responders());
        if (!facts.template().isEmpty()) {
            add(Kind.EXTENSION, "Certificate Template", facts.template(), facts.template());
        }
    }

    private void lines(String name, List<String> values) {
        if (!values.isEmpty()) {
            add(Kind.EXTENSION, name, String.join(", ", values), String.join("\n", values));
        }
    }

    private void extensions(X509Certificate encoded, @Nullable Set<String> oids, Kind kind) {
        if (oids == null) {
            return;
        }
        for (String oid : new TreeSet<>(oids)) {
            if (fields.size() > limits.maxValues()) {
                return;
            }
            String detail = cut(ExtensionWords.of(encoded, oid, limits));
            add(kind, ExtensionNames.of(oid), String.join(", ", detail.lines().toList()), detail);
        }
    }

    private void field(String name, String value) {
        if (!value.isEmpty()) {
            add(Kind.VERSION_1, name, value, value);
        }
    }

    private void property(String name, String value) {
        if (!value.isEmpty()) {
            add(Kind.PROPERTY, name, value, value);
        }
    }

    /** Its parts stand below one another, as in that console. */
    private void name(String name, String value) {
        if (!value.isEmpty()) {
            add(Kind.VERSION_1, name, value, value.replaceAll(",\\s*(?=[A-Za-z0-9.]+=)", "\n"));
        }
    }

    private void moment(String name, @Nullable Moment value) {
        if (value != null) {
            field(name, value.label());
        }
    }

    private void add(Kind kind, String name, String value, String detail) {
        fields.add(new CertificateField(kind, name, cut(value), cut(detail)));
    }

    private String cut(String text) {
        return text.length() <= limits.maxText() ? text : text.substring(0, limits.maxText()) + "…";
    }

    /** Three characters stand for a byte. */
    private byte[] cut(byte[] bytes) {
        int most = limits.maxText() / 3;
        return bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
    }

    private static String sha256(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("every JDK has SHA-256, and a certificate was parsed from its encoding", e);
        }
    }
}
