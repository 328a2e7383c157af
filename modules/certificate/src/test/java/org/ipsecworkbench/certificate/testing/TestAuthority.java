package org.ipsecworkbench.certificate.testing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.jcajce.JcaCertificateID;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** An authority that issues real certificates, lists and answers, also faulty ones. */
public final class TestAuthority {
    /** When everything in tests happens. */
    public static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    /** Where its list is said to be. */
    public static final String LIST_URL = "http://crl.example/test.crl";

    /** IP security IKE intermediate. */
    public static final String IKE = "1.3.6.1.5.5.8.2.2";

    private static final AtomicLong SERIAL = new AtomicLong(0x1000);

    private final KeyPair keys;
    private final X509Certificate certificate;
    private final String signature;

    private TestAuthority(KeyPair keys, X509Certificate certificate, String signature) {
        this.keys = keys;
        this.certificate = certificate;
        this.signature = signature;
    }

    /** What a certificate is to have. */
    public record Wish(
            String subject,
            Instant begin,
            Instant end,
            List<String> purposes,
            int keyUsage,
            KeyPair keys,
            List<String> names,
            boolean isAuthority,
            String permitted,
            String list,
            String responder) {
        /** A certificate that is fit. */
        public static Wish fit(String subject) {
            return new Wish(
                    subject,
                    NOW.minus(Duration.ofDays(100)),
                    NOW.plus(Duration.ofDays(265)),
                    List.of(IKE),
                    KeyUsage.digitalSignature,
                    rsa(2048),
                    List.of("srv1.example"),
                    false,
                    "",
                    LIST_URL,
                    "");
        }

        /** With other times, in days from {@link #NOW}. */
        public Wish during(int begin, int end) {
            return new Wish(
                    subject,
                    NOW.plus(Duration.ofDays(begin)),
                    NOW.plus(Duration.ofDays(end)),
                    purposes,
                    keyUsage,
                    keys,
                    names,
                    isAuthority,
                    permitted,
                    list,
                    responder);
        }

        /** With other purposes; none names none. */
        public Wish forPurposes(String... oids) {
            return new Wish(
                    subject, begin, end, List.of(oids), keyUsage, keys, names, isAuthority, permitted, list, responder);
        }

        /** With other bits of {@link KeyUsage}. */
        public Wish usage(int bits) {
            return new Wish(subject, begin, end, purposes, bits, keys, names, isAuthority, permitted, list, responder);
        }

        /** With other keys. */
        public Wish keys(KeyPair pair) {
            return new Wish(
                    subject, begin, end, purposes, keyUsage, pair, names, isAuthority, permitted, list, responder);
        }

        /** As an authority, which allows DNS names below a domain; empty for all. */
        public Wish authority(String domain) {
            return new Wish(
                    subject,
                    begin,
                    end,
                    List.of(),
                    KeyUsage.keyCertSign | KeyUsage.cRLSign,
                    keys,
                    List.of(),
                    true,
                    domain,
                    list,
                    responder);
        }

        /** With other addresses of its list and of the OCSP responder; empty for none. */
        public Wish revocation(String listAt, String responderAt) {
            return new Wish(
                    subject, begin, end, purposes, keyUsage, keys, names, isAuthority, permitted, listAt, responderAt);
        }

        /** With other names. */
        public Wish named(String... dns) {
            return new Wish(
                    subject,
                    begin,
                    end,
                    purposes,
                    keyUsage,
                    keys,
                    List.of(dns),
                    isAuthority,
                    permitted,
                    list,
                    responder);
        }
    }

    /** RSA keys. */
    public static KeyPair rsa(int bits) {
        return pair("RSA", bits);
    }

    /** ECDSA keys. */
    public static KeyPair ec(int bits) {
        return pair("EC", bits);
    }

    private static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A root that is valid for ten years. */
    public static TestAuthority root(String name) {
        return root(name, "SHA256withECDSA");
    }

    /** A root that signs in some way. */
    public static TestAuthority root(String name, String signature) {
        KeyPair keys = signature.endsWith("RSA") ? rsa(2048) : ec(256);
        Wish wish = Wish.fit(name).keys(keys).during(-3650, 3650).authority("");
        X509Certificate own = sign(wish, new X500Principal(name), keys, signature);
        return new TestAuthority(keys, own, signature);
    }

    /** An authority below this one. */
    public TestAuthority below(Wish wish) {
        boolean isRsa = wish.keys().getPublic().getAlgorithm().equals("RSA");
        return new TestAuthority(wish.keys(), issue(wish), isRsa ? "SHA256withRSA" : "SHA256withECDSA");
    }

    /** Its own certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The keys, for who wants to sign in its name. */
    public KeyPair keys() {
        return keys;
    }

    /** Issues a certificate. */
    public X509Certificate issue(Wish wish) {
        return sign(wish, certificate.getSubjectX500Principal(), keys, signature);
    }

    private static X509Certificate sign(Wish wish, X500Principal issuer, KeyPair signer, String signature) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(SERIAL.incrementAndGet()),
                    Date.from(wish.begin()),
                    Date.from(wish.end()),
                    new X500Principal(wish.subject()),
                    wish.keys().getPublic());
            if (wish.isAuthority()) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
                if (!wish.permitted().isEmpty()) {
                    GeneralSubtree[] permitted = {
                        new GeneralSubtree(new GeneralName(GeneralName.dNSName, wish.permitted()))
                    };
                    builder.addExtension(Extension.nameConstraints, true, new NameConstraints(permitted, null));
                }
            } else {
                addresses(wish, builder);
            }
            if (wish.keyUsage() >= 0) {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(wish.keyUsage()));
            }
            if (!wish.purposes().isEmpty()) {
                KeyPurposeId[] ids = wish.purposes().stream()
                        .map(oid -> KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oid)))
                        .toArray(KeyPurposeId[]::new);
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(ids));
            }
            if (!wish.names().isEmpty()) {
                GeneralName[] names = wish.names().stream()
                        .map(name -> new GeneralName(GeneralName.dNSName, name))
                        .toArray(GeneralName[]::new);
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            }
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer(signer, signature)));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addresses(Wish wish, JcaX509v3CertificateBuilder builder) throws IOException {
        if (!wish.list().isEmpty()) {
            GeneralName[] list = {new GeneralName(GeneralName.uniformResourceIdentifier, wish.list())};
            DistributionPoint point =
                    new DistributionPoint(new DistributionPointName(new GeneralNames(list)), null, null);
            builder.addExtension(
                    Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {point}));
        }
        if (!wish.responder().isEmpty()) {
            GeneralName responder = new GeneralName(GeneralName.uniformResourceIdentifier, wish.responder());
            builder.addExtension(
                    Extension.authorityInfoAccess,
                    false,
                    new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, responder));
        }
    }

    private static ContentSigner signer(KeyPair keys, String signature) {
        try {
            return new JcaContentSignerBuilder(signature).build(keys.getPrivate());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A list of what is revoked, from some day to some day, counted from {@link #NOW}. */
    public X509CRL list(int begin, int end, X509Certificate... revoked) {
        try {
            X509v2CRLBuilder builder =
                    new JcaX509v2CRLBuilder(certificate, Date.from(NOW.plus(Duration.ofDays(begin))));
            builder.setNextUpdate(Date.from(NOW.plus(Duration.ofDays(end))));
            for (X509Certificate one : revoked) {
                builder.addCRLEntry(
                        one.getSerialNumber(), Date.from(NOW.minus(Duration.ofDays(1))), CRLReason.keyCompromise);
            }
            return new JcaX509CRLConverter().getCRL(builder.build(signer(keys, signature)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An answer of OCSP about a certificate, encoded. */
    public byte[] answer(X509Certificate about, boolean isRevoked, int begin, int end) {
        try {
            DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
            BasicOCSPRespBuilder builder =
                    new JcaBasicOCSPRespBuilder(keys.getPublic(), digests.get(CertificateID.HASH_SHA1));
            CertificateID id =
                    new JcaCertificateID(digests.get(CertificateID.HASH_SHA1), certificate, about.getSerialNumber());
            CertificateStatus status = isRevoked
                    ? new RevokedStatus(Date.from(NOW.minus(Duration.ofDays(1))), CRLReason.keyCompromise)
                    : CertificateStatus.GOOD;
            builder.addResponse(
                    id,
                    status,
                    Date.from(NOW.plus(Duration.ofDays(begin))),
                    Date.from(NOW.plus(Duration.ofDays(end))),
                    null);
            return new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, builder.build(signer(keys, signature), null, Date.from(NOW)))
                    .getEncoded();
        } catch (OperatorCreationException | OCSPException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the script of the workbench prints of a certificate with its key, and nothing of its chain. */
    public static String script(X509Certificate one) {
        return "certificate=" + base64(one) + "\nkey=True\n";
    }

    /** A listing of PEM. */
    public static String pem(X509Certificate one) {
        return "-----BEGIN CERTIFICATE-----\n" + base64(one) + "\n-----END CERTIFICATE-----\n";
    }

    private static String base64(X509Certificate one) {
        try {
            return Base64.getEncoder().encodeToString(one.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
