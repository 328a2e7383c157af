package org.ipsecworkbench.capture.redact;

import java.security.GeneralSecurityException;
import java.util.SplittableRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Bytes that say nothing: they depend on what they replace, so that copies of a packet stay copies, under a salt, so that nobody
 * can try what was there. Not safe for several threads.
 */
public final class Noise {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    /** With a salt of at least 16 bytes. */
    public Noise(byte[] salt) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(salt, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** A generator for what is to replace these bytes. */
    SplittableRandom of(byte[] bytes, int from, int to) {
        mac.update(bytes, from, Math.max(0, to - from));
        byte[] digest = mac.doFinal();
        long seed = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            seed = seed << 8 | digest[i] & 0xff;
        }
        return new SplittableRandom(seed);
    }

    /** Replaces the bytes; none where the range ends before it begins, as that of what was cut short does. */
    void fill(byte[] bytes, int from, int to) {
        if (from < to) {
            fill(bytes, from, to, of(bytes, from, to));
        }
    }

    static void fill(byte[] bytes, int from, int to, SplittableRandom random) {
        for (int i = from; i < to; i++) {
            bytes[i] = (byte) random.nextInt();
        }
    }
}
