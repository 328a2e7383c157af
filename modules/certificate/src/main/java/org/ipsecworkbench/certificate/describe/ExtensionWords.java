package org.ipsecworkbench.certificate.describe;

import java.io.IOException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.ipsecworkbench.certificate.CertificateLimits;
import org.ipsecworkbench.certificate.judge.Purposes;

/** What an extension says, in lines. What cannot be decoded is shown in hex. */
final class ExtensionWords {
    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");
    private static final List<String> USAGES = List.of(
            "Digital Signature",
            "Non-Repudiation",
            "Key Encipherment",
            "Data Encipherment",
            "Key Agreement",
            "Certificate Signing",
            "CRL Signing",
            "Encipher Only",
            "Decipher Only");

    private final X509Certificate certificate;
    private final CertificateLimits limits;
    private final List<String> lines = new ArrayList<>();

    private ExtensionWords(X509Certificate certificate, CertificateLimits limits) {
        this.certificate = certificate;
        this.limits = limits;
    }

    static String of(X509Certificate certificate, String oid, CertificateLimits limits) {
        byte[] value = certificate.getExtensionValue(oid);
        if (value == null) {
            return "";
        }
        ExtensionWords words = new ExtensionWords(certificate, limits);
        try {
            byte[] inner = ASN1OctetString.getInstance(value).getOctets();
            words.decode(oid, inner);
            return words.lines.isEmpty() ? words.hex(inner) : String.join("\n", words.lines);
        } catch (IOException | CertificateParsingException | IllegalArgumentException | IllegalStateException e) {
            // The library says so where the content is not what its type asks.
            return words.hex(value);
        }
    }

    private String hex(byte[] value) {
        int most = limits.maxText() / 3;
        String hex = SPACED.formatHex(value.length <= most ? value : Arrays.copyOf(value, most));
        return value.length <= most ? hex : hex + " …";
    }

    private void line(String line) {
        if (lines.size() < limits.maxValues()) {
            lines.add(line);
        }
    }

    private void decode(String oid, byte[] inner) throws IOException, CertificateParsingException {
        switch (oid) {
            case ExtensionNames.KEY_USAGE -> keyUsage();
            case ExtensionNames.PURPOSES -> {
                List<String> purposes = certificate.getExtendedKeyUsage();
                (purposes == null ? List.<String>of() : purposes)
                        .forEach(one -> line(Purposes.words(List.of(one)) + " (" + one + ")"));
            }
            case ExtensionNames.BASIC -> basic();
            default -> decode(oid, ASN1Primitive.fromByteArray(inner));
        }
    }

    private void decode(String oid, ASN1Primitive value) {
        switch (oid) {
            case ExtensionNames.SUBJECT_KEY ->
                line(SPACED.formatHex(SubjectKeyIdentifier.getInstance(value).getKeyIdentifier()));
            case ExtensionNames.AUTHORITY_KEY -> authorityKey(AuthorityKeyIdentifier.getInstance(value));
            case ExtensionNames.SUBJECT_NAMES, ExtensionNames.ISSUER_NAMES ->
                names("", GeneralNames.getInstance(value));
            case ExtensionNames.LISTS -> lists(CRLDistPoint.getInstance(value));
            case ExtensionNames.ACCESS -> {
                for (AccessDescription access :
                        AuthorityInformationAccess.getInstance(value).getAccessDescriptions()) {
                    boolean isResponder = access.getAccessMethod().equals(AccessDescription.id_ad_ocsp);
                    line((isResponder ? "OCSP: " : "Issuer: ") + NameWords.of(access.getAccessLocation()));
                }
            }
            case ExtensionNames.NAME_CONSTRAINTS -> {
                NameConstraints constraints = NameConstraints.getInstance(value);
                subtrees("Permitted: ", constraints.getPermittedSubtrees());
                subtrees("Excluded: ", constraints.getExcludedSubtrees());
            }
            case ExtensionNames.POLICIES, ExtensionNames.APPLICATION_POLICIES -> policies(value);
            case ExtensionNames.TEMPLATE -> template(ASN1Sequence.getInstance(value));
            case ExtensionNames.SECURITY_IDENTIFIER -> names("", GeneralNames.getInstance(value));
            case ExtensionNames.CA_VERSION -> line("V" + value);
            default -> {
                if (value instanceof ASN1String string) {
                    line(string.getString());
                }
            }
        }
    }

    private void keyUsage() {
        boolean[] usage = certificate.getKeyUsage();
        for (int i = 0; usage != null && i < Math.min(usage.length, USAGES.size()); i++) {
            if (usage[i]) {
                line(USAGES.get(i));
            }
        }
    }

    private void basic() {
        int length = certificate.getBasicConstraints();
        line("Subject type: " + (length < 0 ? "end entity" : "authority (CA)"));
        line("Path length: " + (length < 0 || length == Integer.MAX_VALUE ? "not limited" : String.valueOf(length)));
    }

    private void authorityKey(AuthorityKeyIdentifier key) {
        if (key.getKeyIdentifierOctets() != null) {
            line("Key: " + SPACED.formatHex(key.getKeyIdentifierOctets()));
        }
        if (key.getAuthorityCertIssuer() != null) {
            names("Issuer: ", key.getAuthorityCertIssuer());
        }
        if (key.getAuthorityCertSerialNumber() != null) {
            line("Serial number: " + key.getAuthorityCertSerialNumber().toString(16));
        }
    }

    private void names(String before, GeneralNames names) {
        Arrays.stream(names.getNames()).forEach(name -> line(before + NameWords.of(name)));
    }

    private void lists(CRLDistPoint points) {
        for (DistributionPoint point : points.getDistributionPoints()) {
            DistributionPointName name = point.getDistributionPoint();
            if (name != null && name.getType() == DistributionPointName.FULL_NAME) {
                names("", GeneralNames.getInstance(name.getName()));
            }
        }
    }

    private void subtrees(String before, GeneralSubtree[] trees) {
        for (GeneralSubtree tree : trees == null ? new GeneralSubtree[0] : trees) {
            line(before + NameWords.of(tree.getBase()));
        }
    }

    /** Of both kinds: a sequence of sequences that begin with an identifier. */
    private void policies(ASN1Primitive value) {
        ASN1Sequence.getInstance(value).forEach(one -> {
            String oid = ASN1Sequence.getInstance(one).getObjectAt(0).toString();
            String name = Purposes.words(List.of(oid));
            line(name.equals(oid) ? oid : name + " (" + oid + ")");
        });
    }

    private void template(ASN1Sequence template) {
        line("Template: " + template.getObjectAt(0));
        if (template.size() > 2) {
            line("Version: " + template.getObjectAt(1) + "." + template.getObjectAt(2));
        }
    }
}
