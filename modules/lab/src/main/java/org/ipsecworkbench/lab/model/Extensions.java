package org.ipsecworkbench.lab.model;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.List;

/** The extensions of simulated certificates and revocation lists, encoded (RFC 5280, 4.2 and 5.2). */
final class Extensions {
    private static final int KEY_TAG = 0x03;

    private final ByteArrayOutputStream all = new ByteArrayOutputStream();

    /** All that was added, as a sequence. */
    byte[] encoded() {
        return Der.tagged(0x30, all.toByteArray());
    }

    /** Of an authority: it may sign certificates and revocation lists. */
    Extensions authority() {
        add("2.5.29.15", true, Der.bits(1, new byte[] {0x06}));
        return add("2.5.29.19", true, Der.sequence(Der.yes()));
    }

    /** Of a computer: it may sign, and keys may be sent to it. */
    Extensions purposes(List<String> purposes) {
        add("2.5.29.15", true, Der.bits(5, new byte[] {(byte) 0xa0}));
        byte[][] oids = purposes.stream().map(Der::oid).toArray(byte[][]::new);
        return add("2.5.29.37", false, Der.sequence(oids));
    }

    /** Alternative names; that of a listener on this machine holds for its addresses too. */
    Extensions names(String dns) {
        byte[] name = Der.tagged(0x82, dns.getBytes(StandardCharsets.US_ASCII));
        if (!dns.equals("localhost")) {
            return add("2.5.29.17", false, Der.sequence(name));
        }
        byte[] four = Der.tagged(0x87, new byte[] {127, 0, 0, 1});
        byte[] six = Der.tagged(0x87, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
        return add("2.5.29.17", false, Der.sequence(name, four, six));
    }

    Extensions revocationList(String url) {
        byte[] address = Der.tagged(0xa0, Der.tagged(0xa0, Der.ia5(0x86, url)));
        return add("2.5.29.31", false, Der.sequence(Der.sequence(address)));
    }

    Extensions subjectKey(PublicKey key) {
        return add("2.5.29.14", false, Der.octets(identifier(key)));
    }

    Extensions authorityKey(PublicKey key) {
        return add("2.5.29.35", false, Der.sequence(Der.tagged(0x80, identifier(key))));
    }

    /** Which list of its authority it is. */
    Extensions number(int number) {
        return add("2.5.29.20", false, Der.integer(BigInteger.valueOf(number)));
    }

    /** Why a certificate was revoked (RFC 5280, 5.3.1). */
    Extensions reason(int reason) {
        return add("2.5.29.21", false, Der.tagged(0x0a, new byte[] {(byte) reason}));
    }

    private Extensions add(String oid, boolean critical, byte[] value) {
        all.writeBytes(
                critical
                        ? Der.sequence(Der.oid(oid), Der.yes(), Der.octets(value))
                        : Der.sequence(Der.oid(oid), Der.octets(value)));
        return this;
    }

    /** The SHA-1 of the key's bits (RFC 5280, 4.2.1.2, the first method). */
    private static byte[] identifier(PublicKey key) {
        byte[] bits = new byte[0];
        for (DerValue part : DerValue.read(key.getEncoded()).children()) {
            if (part.tag() == KEY_TAG) {
                bits = part.bits();
            }
        }
        try {
            return MessageDigest.getInstance("SHA-1").digest(bits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
