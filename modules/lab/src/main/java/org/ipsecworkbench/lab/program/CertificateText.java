package org.ipsecworkbench.lab.program;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.ipsecworkbench.lab.model.DerValue;
import org.ipsecworkbench.lab.model.WindowsHost;
import org.ipsecworkbench.lab.model.WindowsVersion;

/**
 * A certificate as {@code certutil -dump} and {@code -v} tell it. No sample of a whole certificate is at hand: names and
 * algorithms have the form of the sample of a revocation list, the rest is unverified; of the hashes, those that Windows
 * makes of its own forms of keys are left out.
 */
final class CertificateText {
    private static final int BIT_STRING = 0x03;
    private static final int EXTENSIONS = 0xa3;

    private final WindowsHost host;
    private final Console out;

    CertificateText(WindowsHost host, Console out) {
        this.host = host;
        this.out = out;
    }

    void print(X509Certificate certificate) {
        out.say("X509 Certificate:");
        out.pair("Version:", 0, " ", certificate.getVersion());
        out.pair("Serial Number:", 0, " ", serial(certificate.getSerialNumber()));
        DerValue whole = DerValue.read(encoded(certificate));
        Algorithms.signature(out, whole);
        names("Issuer:", certificate.getIssuerX500Principal());
        out.blank();
        validity(host, out, certificate);
        out.blank();
        names("Subject:", certificate.getSubjectX500Principal());
        out.blank();
        key(certificate.getPublicKey());
        extensions(whole);
        Algorithms.signature(out, whole);
        signature(host, out, certificate.getSignature());
        kind(out, certificate);
        hashes(certificate);
    }

    private void key(PublicKey key) {
        out.say("Public Key Algorithm:");
        Algorithms.key(out, key);
        int length = key instanceof RSAPublicKey rsa
                ? rsa.getModulus().bitLength()
                : key instanceof ECPublicKey ec ? ec.getParams().getOrder().bitLength() : 0;
        out.say("Public Key Length: {0} bits", length);
        out.say("Public Key: UnusedBits = 0");
        dump(out, "    ", bits(key));
    }

    private void extensions(DerValue whole) {
        List<DerValue> all = whole.children().stream()
                .limit(1)
                .flatMap(content -> content.children().stream())
                .filter(part -> part.tag() == EXTENSIONS)
                .flatMap(part -> DerValue.read(part.content()).children().stream())
                .toList();
        out.say("Certificate Extensions: {0}", all.size());
        ExtensionText.print(out, all);
    }

    /** Names line by line, the most specific part first, with hashes of them from Windows Server 2012 R2 on. */
    void names(String label, X500Principal name) {
        out.say(label);
        parts(name).forEach(part -> out.line("    " + part));
        if (host.version().compareTo(WindowsVersion.SERVER_2008_R2) > 0) {
            out.print("  ");
            out.pair("Name Hash(sha1):", 0, " ", Certutil.hash(host, hex("SHA-1", name.getEncoded())));
            out.print("  ");
            out.pair("Name Hash(md5):", 0, " ", Certutil.hash(host, hex("MD5", name.getEncoded())));
        }
    }

    private void hashes(X509Certificate certificate) {
        byte[] key = certificate.getPublicKey().getEncoded();
        hash("Key Id Hash(rfc-sha1):", "SHA-1", bits(certificate.getPublicKey()));
        hash("Key Id Hash(sha1):", "SHA-1", key);
        if (!Certutil.isOld(host)) {
            hash("Key Id Hash(md5):", "MD5", key);
            hash("Key Id Hash(sha256):", "SHA-256", key);
            byte[] pin = HexFormat.of().parseHex(hex("SHA-256", key));
            out.pair("Key Id Hash(pin-sha256):", 0, " ", Base64.getEncoder().encodeToString(pin));
            out.pair("Key Id Hash(pin-sha256-hex):", 0, " ", HexFormat.of().formatHex(pin));
        }
        hash("Cert Hash(md5):", "MD5", encoded(certificate));
        hash("Cert Hash(sha1):", "SHA-1", encoded(certificate));
        if (!Certutil.isOld(host)) {
            hash("Cert Hash(sha256):", "SHA-256", encoded(certificate));
        }
    }

    private void hash(String label, String algorithm, byte[] bytes) {
        out.pair(label, 0, " ", Certutil.hash(host, hex(algorithm, bytes)));
    }

    /** From when to when, each with a blank before it. */
    static void validity(WindowsHost host, Console out, X509Certificate certificate) {
        out.print(" ");
        out.pair("NotBefore:", 0, " ", time(host, certificate.getNotBefore().toInstant()));
        out.print(" ");
        out.pair("NotAfter:", 0, " ", time(host, certificate.getNotAfter().toInstant()));
    }

    /** Whether it is its own issuer. */
    static void kind(Console out, X509Certificate certificate) {
        if (!certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())) {
            out.say("Non-root Certificate");
            return;
        }
        try {
            certificate.verify(certificate.getPublicKey());
            out.say("Signature matches Public Key");
            out.say("Root Certificate: Subject matches Issuer");
        } catch (SignatureException e) {
            out.say("Possible Root Certificate: Subject matches Issuer, but Signature check fails: {0}", "80090006");
        } catch (GeneralSecurityException e) {
            out.say("Possible Root Certificate: Subject matches Issuer, but Signature check fails: {0}", "80090008");
        }
    }

    /** A signature, its last byte first, as Windows keeps them. */
    static void signature(WindowsHost host, Console out, byte[] signature) {
        out.say("Signature: UnusedBits=0");
        List<Byte> turned = new ArrayList<>();
        for (byte b : signature) {
            turned.add(b);
        }
        Collections.reverse(turned);
        byte[] bytes = new byte[turned.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = turned.get(i);
        }
        dump(out, "    ", bytes);
    }

    /** Bytes, sixteen a line, with their offset. */
    static void dump(Console out, String indent, byte[] bytes) {
        for (int at = 0; at < bytes.length; at += 16) {
            int end = Math.min(bytes.length, at + 16);
            String first = pairs(bytes, at, Math.min(end, at + 8));
            String second = end > at + 8 ? "  " + pairs(bytes, at + 8, end) : "";
            out.line(indent + String.format("%04x", at) + "  " + first + second);
        }
    }

    private static String pairs(byte[] bytes, int from, int to) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes, from, to);
    }

    static String time(WindowsHost host, Instant time) {
        return host.format(time, host.language().date() + " " + host.language().shortTime());
    }

    /** A serial number in whole bytes. */
    static String serial(BigInteger number) {
        String digits = number.abs().toString(16);
        return digits.length() % 2 == 0 ? digits : "0" + digits;
    }

    /** A name in one line. */
    static String name(X500Principal name) {
        return String.join(", ", parts(name));
    }

    private static List<String> parts(X500Principal name) {
        try {
            List<String> parts = new ArrayList<>();
            for (Rdn part : new LdapName(name.getName(X500Principal.RFC2253)).getRdns()) {
                parts.add(0, part.getType().equals("ST") ? "S=" + part.getValue() : part.toString());
            }
            return parts;
        } catch (InvalidNameException e) {
            return List.of(name.getName());
        }
    }

    private static byte[] bits(PublicKey key) {
        return DerValue.read(key.getEncoded()).children().stream()
                .filter(part -> part.tag() == BIT_STRING)
                .findFirst()
                .map(DerValue::bits)
                .orElse(new byte[0]);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has an encoding", e);
        }
    }

    static String hex(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
