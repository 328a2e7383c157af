package org.ipsecworkbench.session.redact;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret of one redaction, by which the same becomes the same and nobody can try what it was. Not safe for several threads. */
final class Salt {
    private static final String ALGORITHM = "HmacSHA256";

    private static final int BYTES = 32;

    private final byte[] secret = new byte[BYTES];
    private final Mac mac;

    /** One that nobody will know. */
    Salt() {
        try {
            mac = Mac.getInstance(ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
        renew();
    }

    /** Becomes another one, so that everything becomes something else. */
    void renew() {
        new SecureRandom().nextBytes(secret);
        try {
            mac.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("any 32 bytes are a key", e);
        }
    }

    byte[] secret() {
        return secret.clone();
    }

    /** Whether a bit that stands behind others is to be turned round. */
    boolean flips(byte[] prefix, int bits) {
        mac.update((byte) prefix.length);
        mac.update((byte) bits);
        return (mac.doFinal(prefix)[0] & 1) != 0;
    }

    /** As many bytes that depend on all of the content. */
    byte[] noise(byte[] content) {
        byte[] noise = new byte[content.length];
        byte[] block = mac.doFinal(content);
        for (int at = 0; at < noise.length; at += block.length) {
            System.arraycopy(block, 0, noise, at, Math.min(block.length, noise.length - at));
            block = mac.doFinal(Arrays.copyOf(block, block.length));
        }
        return noise;
    }
}
