package org.ipsecworkbench.certificate.read;

import java.io.IOException;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.ipsecworkbench.certificate.CertificateFacts;
import org.ipsecworkbench.certificate.CertificateFacts.PublicKeyFacts;
import org.ipsecworkbench.certificate.CertificateLimits;
import org.ipsecworkbench.certificate.Moment;
import org.jspecify.annotations.Nullable;

/** What an X.509 certificate says. */
public final class X509Facts {
    private static final String LISTS = "2.5.29.31";
    private static final String ACCESS = "1.3.6.1.5.5.7.1.1";

    /** Templates of Windows: the name of a version 1 template, and the identifier of later ones (MS-WCCE 2.2.2.7.7). */
    private static final String TEMPLATE_NAME = "1.3.6.1.4.1.311.20.2";

    private static final String TEMPLATE = "1.3.6.1.4.1.311.21.7";
    private static final int DIGITS_OF_KEY_USAGE = 9;

    /** Kinds of subject alternative names (RFC 5280 section 4.2.1.6), by their tag. */
    private static final List<String> KINDS =
            List.of("other", "email", "DNS", "X.400", "directory", "EDI", "URI", "IP", "registered ID");

    private final X509Certificate certificate;
    private final CertificateLimits limits;

    private X509Facts(X509Certificate certificate, CertificateLimits limits) {
        this.certificate = certificate;
        this.limits = limits;
    }

    /** Never throws for content: an extension that cannot be read counts as one that is not known. */
    public static CertificateFacts of(X509Certificate certificate, CertificateLimits limits) {
        return new X509Facts(certificate, limits).facts();
    }

    private CertificateFacts facts() {
        List<String> responders = new ArrayList<>();
        List<String> issuers = new ArrayList<>();
        access(responders, issuers);
        return new CertificateFacts(
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                ExtensionText.serial(certificate.getSerialNumber().toString(16)),
                Moment.exact(certificate.getNotBefore().toInstant()),
                Moment.exact(certificate.getNotAfter().toInstant()),
                thumbprint(certificate),
                template(),
                purposes(),
                Optional.of(keyUsage()),
                key(certificate.getPublicKey()),
                certificate.getSigAlgName(),
                names(),
                lists(),
                responders,
                issuers);
    }

    /** SHA-1 in lower-case hex. */
    public static String thumbprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("every JDK has SHA-1, and a certificate was parsed from its encoding", e);
        }
    }

    private Optional<List<String>> purposes() {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return Optional.of(
                    purposes == null
                            ? List.of()
                            : purposes.stream().limit(limits.maxValues()).toList());
        } catch (CertificateParsingException e) {
            return Optional.empty();
        }
    }

    private int keyUsage() {
        boolean[] usage = certificate.getKeyUsage();
        if (usage == null) {
            return -1;
        }
        int bits = 0;
        for (int i = 0; i < Math.min(usage.length, DIGITS_OF_KEY_USAGE); i++) {
            bits |= usage[i] ? 1 << i : 0;
        }
        return bits;
    }

    private static PublicKeyFacts key(PublicKey key) {
        int bits = 0;
        if (key instanceof RSAPublicKey rsa) {
            bits = rsa.getModulus().bitLength();
        } else if (key instanceof ECPublicKey ec) {
            bits = ec.getParams().getOrder().bitLength();
        } else if (key instanceof DSAPublicKey dsa && dsa.getParams() != null) {
            bits = dsa.getParams().getP().bitLength();
        }
        return new PublicKeyFacts(key.getAlgorithm(), bits);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            for (List<?> name : all == null ? List.<List<?>>of() : all) {
                int kind = (Integer) name.get(0);
                Object value = name.get(1);
                if (names.size() < limits.maxValues() && kind >= 0 && kind < KINDS.size()) {
                    names.add(KINDS.get(kind) + ":"
                            + cut(value instanceof byte[] bytes ? text(kind, bytes) : value.toString()));
                }
            }
        } catch (CertificateParsingException e) {
            names.clear();
        }
        return names;
    }

    /** The name of an account, which Windows keeps as another name, is text inside; all else is shown in hex. */
    private static String text(int kind, byte[] encoded) {
        try {
            if (kind == 0
                    && ASN1Primitive.fromByteArray(encoded) instanceof ASN1TaggedObject tagged
                    && tagged.getBaseObject() instanceof ASN1Sequence sequence
                    && sequence.size() == 2
                    && sequence.getObjectAt(1) instanceof ASN1TaggedObject value
                    && value.getBaseObject() instanceof ASN1String string) {
                return string.getString();
            }
            if (encoded.length == 4 || encoded.length == 16) {
                return InetAddress.getByAddress(encoded).getHostAddress();
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            return HexFormat.of().formatHex(encoded);
        }
        return HexFormat.of().formatHex(encoded);
    }

    private List<String> lists() {
        List<String> urls = new ArrayList<>();
        try {
            ASN1Primitive value = extension(LISTS);
            if (value != null) {
                for (DistributionPoint point : CRLDistPoint.getInstance(value).getDistributionPoints()) {
                    DistributionPointName name = point.getDistributionPoint();
                    if (name != null && name.getType() == DistributionPointName.FULL_NAME) {
                        for (GeneralName one :
                                GeneralNames.getInstance(name.getName()).getNames()) {
                            url(one, urls);
                        }
                    }
                }
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            // The library says so where the content is not what its type asks; then there is no address to use.
            urls.clear();
        }
        return urls;
    }

    private void access(List<String> responders, List<String> issuers) {
        try {
            ASN1Primitive value = extension(ACCESS);
            if (value != null) {
                for (AccessDescription access :
                        AuthorityInformationAccess.getInstance(value).getAccessDescriptions()) {
                    boolean isResponder = access.getAccessMethod().equals(AccessDescription.id_ad_ocsp);
                    url(access.getAccessLocation(), isResponder ? responders : issuers);
                }
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            responders.clear();
            issuers.clear();
        }
    }

    private void url(GeneralName name, List<String> urls) {
        if (name.getTagNo() == GeneralName.uniformResourceIdentifier && urls.size() < limits.maxValues()) {
            urls.add(cut(name.getName().toString()));
        }
    }

    private String template() {
        ASN1Primitive name = extension(TEMPLATE_NAME);
        if (name instanceof ASN1String string) {
            return cut(string.getString());
        }
        ASN1Primitive version2 = extension(TEMPLATE);
        if (version2 instanceof ASN1Sequence sequence && sequence.size() > 0) {
            return cut(sequence.getObjectAt(0).toString());
        }
        return "";
    }

    private @Nullable ASN1Primitive extension(String oid) {
        byte[] value = certificate.getExtensionValue(oid);
        if (value == null) {
            return null;
        }
        try {
            return ASN1Primitive.fromByteArray(
                    ASN1OctetString.getInstance(value).getOctets());
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private String cut(String text) {
        return text.length() <= limits.maxText() ? text : text.substring(0, limits.maxText());
    }
}
