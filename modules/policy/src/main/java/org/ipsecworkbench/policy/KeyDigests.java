package org.ipsecworkbench.policy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Digests that tell whether two pre-shared keys are equal without telling the keys.
 *
 * <p>Only digests of one object can be compared: its salt is random and leaves the process never, since keys that people
 * choose could be guessed from a digest whose salt is known. Safe for use by several threads.
 */
public final class KeyDigests {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SALT_BYTES = 32;
    private static final int SHOWN_BYTES = 8;

    private final byte[] salt;

    private KeyDigests(byte[] salt) {
        this.salt = salt;
    }

    /** With a salt of its own. */
    public static KeyDigests random() {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new KeyDigests(salt);
    }

    /** The digest of a key: 16 hexadecimal digits. */
    public String of(String key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(salt, ALGORITHM));
            byte[] digest = mac.doFinal(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, SHOWN_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
