package org.ipsecworkbench.lab.model;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An authority that issues X.509 certificates (RFC 5280) with ECDSA keys on P-256. Its keys live as long as the lab.
 */
public final class CertificateAuthority {
    /** IP security IKE intermediate, the purpose that certificates for IPsec have. */
    public static final String EKU_IKE = "1.3.6.1.5.5.8.2.2";

    public static final String EKU_SERVER = "1.3.6.1.5.5.7.3.1";
    public static final String EKU_CODE_SIGNING = "1.3.6.1.5.5.7.3.3";

    private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";
    private static final Duration ROOT_LIFE = Duration.ofDays(3650);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String name;
    private final String crl;
    private final KeyPair keys = keyPair();
    private final X509Certificate root;
    private final Set<BigInteger> revoked = new HashSet<>();

    /** Whether hosts reach the place where its list of revoked certificates is. */
    private boolean isCrlReachable = true;

    /**
     * Makes an authority and its own certificate.
     *
     * @param name the common name, and all of the subject
     * @param crl the address of its list of revoked certificates
     */
    public CertificateAuthority(String name, String crl, Instant now) {
        this.name = name;
        this.crl = crl;
        this.root = sign(name, now.minus(ROOT_LIFE.dividedBy(2)), now.plus(ROOT_LIFE), List.of(), "", keys);
    }

    /** A certificate with its private key. */
    public record Issued(X509Certificate certificate, PrivateKey key) {}

    /** Issues a certificate for a computer. */
    public Issued issue(String host, Instant notBefore, Instant notAfter, String purpose) {
        KeyPair pair = keyPair();
        return new Issued(sign(host, notBefore, notAfter, List.of(purpose), host, pair), pair.getPrivate());
    }

    public X509Certificate root() {
        return root;
    }

    public String crl() {
        return crl;
    }

    public void revoke(X509Certificate certificate) {
        revoked.add(certificate.getSerialNumber());
    }

    public boolean isRevoked(X509Certificate certificate) {
        return revoked.contains(certificate.getSerialNumber());
    }

    public boolean isCrlReachable() {
        return isCrlReachable;
    }

    public void setCrlReachable(boolean reachable) {
        isCrlReachable = reachable;
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    private X509Certificate sign(
            String subject, Instant notBefore, Instant notAfter, List<String> purposes, String dns, KeyPair pair) {
        byte[] algorithm = Der.sequence(Der.oid(ECDSA_SHA256));
        byte[] serial = new byte[16];
        RANDOM.nextBytes(serial);
        serial[0] = (byte) (serial[0] & 0x3f | 0x40);
        byte[] content = Der.sequence(
                Der.tagged(0xa0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(serial)),
                algorithm,
                distinguished(name),
                Der.sequence(Der.time(notBefore), Der.time(notAfter)),
                distinguished(subject),
                pair.getPublic().getEncoded(),
                Der.tagged(0xa3, extensions(purposes, dns)));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(content);
            byte[] whole = Der.sequence(content, algorithm, Der.bits(0, signature.sign()));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate of our own making", e);
        }
    }

    private static byte[] distinguished(String common) {
        return Der.sequence(Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.utf8(common))));
    }

    private byte[] extensions(List<String> purposes, String dns) {
        List<byte[]> all = new ArrayList<>();
        boolean isAuthority = purposes.isEmpty();
        if (isAuthority) {
            all.add(extension("2.5.29.19", true, Der.sequence(Der.yes())));
            all.add(extension("2.5.29.15", true, Der.bits(1, new byte[] {0x06})));
        } else {
            all.add(extension("2.5.29.15", true, Der.bits(7, new byte[] {(byte) 0x80})));
            byte[][] oids = purposes.stream().map(Der::oid).toArray(byte[][]::new);
            all.add(extension("2.5.29.37", false, Der.sequence(oids)));
            all.add(extension("2.5.29.17", false, Der.sequence(names(dns))));
            byte[] address = Der.tagged(0xa0, Der.tagged(0xa0, Der.ia5(0x86, crl)));
            all.add(extension("2.5.29.31", false, Der.sequence(Der.sequence(address))));
        }
        return Der.sequence(all.toArray(byte[][]::new));
    }

    /** Alternative names; those of the listener's certificate hold for this machine. */
    private static byte[][] names(String dns) {
        return dns.equals("localhost")
                ? new byte[][] {Der.ia5(0x82, dns), Der.tagged(0x87, new byte[] {127, 0, 0, 1})}
                : new byte[][] {Der.tagged(0x82, dns.getBytes(StandardCharsets.US_ASCII))};
    }

    private static byte[] extension(String oid, boolean critical, byte[] value) {
        return critical
                ? Der.sequence(Der.oid(oid), Der.yes(), Der.octets(value))
                : Der.sequence(Der.oid(oid), Der.octets(value));
    }
}
