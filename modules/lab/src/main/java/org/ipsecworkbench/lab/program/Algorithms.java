package org.ipsecworkbench.lab.program;

import java.security.PublicKey;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.lab.model.DerValue;

/** Algorithms and purposes by the names that Windows has for their object identifiers, and as certutil tells them. */
final class Algorithms {
    private static final int OID = 0x06;

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("1.2.840.113549.1.1.1", "RSA"),
            Map.entry("1.2.840.113549.1.1.5", "sha1RSA"),
            Map.entry("1.2.840.113549.1.1.11", "sha256RSA"),
            Map.entry("1.2.840.113549.1.1.12", "sha384RSA"),
            Map.entry("1.2.840.113549.1.1.13", "sha512RSA"),
            Map.entry("1.2.840.10045.2.1", "ECC"),
            Map.entry("1.2.840.10045.3.1.7", "ECDSA_P256"),
            Map.entry("1.3.132.0.34", "ECDSA_P384"),
            Map.entry("1.2.840.10045.4.3.2", "sha256ECDSA"),
            Map.entry("1.2.840.10045.4.3.3", "sha384ECDSA"),
            Map.entry("1.3.6.1.5.5.7.3.1", "Server Authentication"),
            Map.entry("1.3.6.1.5.5.7.3.2", "Client Authentication"),
            Map.entry("1.3.6.1.5.5.7.3.3", "Code Signing"),
            Map.entry("1.3.6.1.5.5.8.2.2", "IP security IKE intermediate"),
            Map.entry("2.5.29.14", "Subject Key Identifier"),
            Map.entry("2.5.29.15", "Key Usage"),
            Map.entry("2.5.29.17", "Subject Alternative Name"),
            Map.entry("2.5.29.19", "Basic Constraints"),
            Map.entry("2.5.29.20", "CRL Number"),
            Map.entry("2.5.29.21", "CRL Reason Code"),
            Map.entry("2.5.29.31", "CRL Distribution Points"),
            Map.entry("2.5.29.35", "Authority Key Identifier"),
            Map.entry("2.5.29.37", "Enhanced Key Usage"));

    private Algorithms() {}

    /** The name of an object identifier, or the empty text. */
    static String name(String oid) {
        return NAMES.getOrDefault(oid, "");
    }

    /** The algorithm that a certificate or a list is signed by: the second of its three parts (RFC 5280, 4.1). */
    static void signature(Console out, DerValue signed) {
        out.say("Signature Algorithm:");
        signed.children().stream().skip(1).limit(1).forEach(algorithm -> print(out, algorithm));
    }

    /** The algorithm of a key, from its encoding (RFC 5280, 4.1.2.7). */
    static void key(Console out, PublicKey key) {
        DerValue.read(key.getEncoded()).children().stream().limit(1).forEach(algorithm -> print(out, algorithm));
    }

    private static void print(Console out, DerValue algorithm) {
        List<DerValue> parts = algorithm.children();
        if (parts.isEmpty()) {
            return;
        }
        String oid = parts.get(0).oid();
        out.line("    " + (Words.of(out.language(), "Algorithm ObjectId:") + " " + oid + " " + name(oid)).strip());
        String label = "    " + Words.of(out.language(), "Algorithm Parameters:");
        if (parts.size() < 2) {
            out.line(label + " NULL");
            return;
        }
        out.line(label);
        out.line("    " + HexFormat.ofDelimiter(" ").formatHex(whole(parts.get(1))));
        if (parts.get(1).tag() == OID) {
            String curve = parts.get(1).oid();
            out.line("        " + curve + " " + name(curve));
        }
    }

    /** A short value with its tag and length. */
    private static byte[] whole(DerValue value) {
        byte[] content = value.content();
        byte[] whole = new byte[2 + content.length];
        whole[0] = (byte) value.tag();
        whole[1] = (byte) content.length;
        System.arraycopy(content, 0, whole, 2, content.length);
        return whole;
    }
}
