package org.ipsecworkbench.hostconnection.ntlm;

import java.nio.charset.StandardCharsets;

/**
 * The proof that both sides are at the ends of the same TLS connection (RFC 5929, tls-server-end-point), as NTLM carries
 * it: MD5 of a structure of GSS-API that holds the hash of the certificate (MS-NLMP 3.1.5.1.2, RFC 4121 4.1.1.2).
 */
public final class ChannelBinding {
    private static final int LENGTH = 16;
    private static final byte[] PREFIX = "tls-server-end-point:".getBytes(StandardCharsets.US_ASCII);

    private ChannelBinding() {}

    /** What a client says that has no TLS connection to bind to: zeros. */
    public static byte[] none() {
        return new byte[LENGTH];
    }

    /** The 16 bytes for the hash of the host's certificate, made by the digest of its signature, SHA-256 at least. */
    public static byte[] ofCertificateHash(byte[] hash) {
        byte[] data = applicationData(hash);
        byte[] head = new byte[20];
        LittleEndian.putInt(head, 16, data.length);
        return Hashes.md5(head, data);
    }

    /** The bytes that GSS-API takes for the application's data. */
    public static byte[] applicationData(byte[] hash) {
        byte[] data = new byte[PREFIX.length + hash.length];
        System.arraycopy(PREFIX, 0, data, 0, PREFIX.length);
        System.arraycopy(hash, 0, data, PREFIX.length, hash.length);
        return data;
    }
}
