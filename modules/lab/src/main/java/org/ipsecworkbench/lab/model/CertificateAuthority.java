package org.ipsecworkbench.lab.model;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An authority that issues X.509 certificates and lists of those that it revoked (RFC 5280). Its keys live as long as the
 * program. Not safe for several threads.
 */
public final class CertificateAuthority {
    /** IP security IKE intermediate, the purpose that certificates for IPsec have. */
    public static final String EKU_IKE = "1.3.6.1.5.5.8.2.2";

    public static final String EKU_CLIENT = "1.3.6.1.5.5.7.3.2";
    public static final String EKU_SERVER = "1.3.6.1.5.5.7.3.1";
    public static final String EKU_CODE_SIGNING = "1.3.6.1.5.5.7.3.3";

    /** How long a list of revoked certificates is good for; an authority of Windows issues one each week. */
    private static final Duration LIST_LIFE = Duration.ofDays(8);

    private static final Duration ROOT_LIFE = Duration.ofDays(3650);

    private final String name;
    private final String crl;
    private final boolean isElliptic;
    private final KeyPair keys;
    private final X509Certificate root;
    private final Instant made;
    private final Map<BigInteger, Revocation> revoked = new LinkedHashMap<>();
    private @Nullable X509CRL list;

    /** Whether hosts reach the place where its list of revoked certificates is. */
    private boolean isCrlReachable = true;

    private CertificateAuthority(String name, String crl, Instant now, boolean elliptic) {
        this.name = name;
        this.crl = crl;
        this.isElliptic = elliptic;
        this.keys = elliptic ? Keys.elliptic() : Keys.rsa();
        this.made = now;
        Extensions extensions = new Extensions().authority().subjectKey(keys.getPublic());
        this.root = sign(name, now.minus(ROOT_LIFE.dividedBy(2)), now.plus(ROOT_LIFE), extensions, keys);
    }

    /**
     * Makes an authority and its own certificate, with RSA keys.
     *
     * @param name the common name, and all of the subject
     * @param crl the address of its list of revoked certificates
     */
    public static CertificateAuthority ofDomain(String name, String crl, Instant now) {
        return new CertificateAuthority(name, crl, now, false);
    }

    /** The same for the listeners of the lab, with keys that take no time to make. */
    public static CertificateAuthority ofListeners(String name, String crl, Instant now) {
        return new CertificateAuthority(name, crl, now, true);
    }

    /** A certificate with its private key. */
    public record Issued(X509Certificate certificate, PrivateKey key) {}

    /** When and why a certificate was revoked; the reason is a number of RFC 5280, 5.3.1. */
    public record Revocation(Instant time, int reason) {}

    /** Issues a certificate for a computer. */
    public Issued issue(String host, Instant notBefore, Instant notAfter, String purpose) {
        KeyPair pair = isElliptic ? Keys.elliptic() : Keys.rsa();
        Extensions extensions = new Extensions()
                .purposes(List.of(purpose))
                .subjectKey(pair.getPublic())
                .authorityKey(keys.getPublic())
                .names(host)
                .revocationList(crl);
        return new Issued(sign(host, notBefore, notAfter, extensions, pair), pair.getPrivate());
    }

    public X509Certificate root() {
        return root;
    }

    public String crl() {
        return crl;
    }

    public void revoke(X509Certificate certificate, Instant when, int reason) {
        revoked.put(certificate.getSerialNumber(), new Revocation(when, reason));
        list = null;
    }

    /** The revocation of a certificate, or null. */
    public @Nullable Revocation revocation(X509Certificate certificate) {
        return revoked.get(certificate.getSerialNumber());
    }

    public boolean isRevoked(X509Certificate certificate) {
        return revoked.containsKey(certificate.getSerialNumber());
    }

    public boolean isCrlReachable() {
        return isCrlReachable;
    }

    public void setCrlReachable(boolean reachable) {
        isCrlReachable = reachable;
    }

    /** The list of revoked certificates that it last issued. */
    public X509CRL list(Instant now) {
        X509CRL last = list;
        if (last == null || now.isAfter(last.getNextUpdate().toInstant())) {
            last = issueList(now.isAfter(made.plus(LIST_LIFE)) ? now : made);
            list = last;
        }
        return last;
    }

    private X509CRL issueList(Instant from) {
        byte[][] entries = revoked.entrySet().stream()
                .map(entry -> Der.sequence(
                        Der.integer(entry.getKey()),
                        Der.time(entry.getValue().time()),
                        new Extensions().reason(entry.getValue().reason()).encoded()))
                .toArray(byte[][]::new);
        byte[] extensions = new Extensions()
                .authorityKey(keys.getPublic())
                .number(1 + revoked.size())
                .encoded();
        byte[] content = Der.sequence(
                Der.integer(BigInteger.ONE),
                algorithm(),
                Der.name(name),
                Der.time(from.minus(Duration.ofDays(1))),
                Der.time(from.plus(LIST_LIFE)),
                entries.length == 0 ? new byte[0] : Der.sequence(entries),
                Der.tagged(0xa0, extensions));
        try {
            return (X509CRL)
                    CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(signed(content)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a list of our own making", e);
        }
    }

    private X509Certificate sign(
            String subject, Instant notBefore, Instant notAfter, Extensions extensions, KeyPair pair) {
        byte[] serial = Keys.random(16);
        serial[0] = (byte) (serial[0] & 0x3f | 0x40);
        byte[] content = Der.sequence(
                Der.tagged(0xa0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(serial)),
                algorithm(),
                Der.name(name),
                Der.sequence(Der.time(notBefore), Der.time(notAfter)),
                Der.name(subject),
                pair.getPublic().getEncoded(),
                Der.tagged(0xa3, extensions.encoded()));
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(signed(content)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate of our own making", e);
        }
    }

    /** SHA-256 with ECDSA or RSA (RFC 5758, RFC 4055). */
    private byte[] algorithm() {
        return isElliptic
                ? Der.sequence(Der.oid("1.2.840.10045.4.3.2"))
                : Der.sequence(Der.oid("1.2.840.113549.1.1.11"), Der.tagged(0x05));
    }

    private byte[] signed(byte[] content) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(isElliptic ? "SHA256withECDSA" : "SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(content);
        return Der.sequence(content, algorithm(), Der.bits(0, signature.sign()));
    }
}
