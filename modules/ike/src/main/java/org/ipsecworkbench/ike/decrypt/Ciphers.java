package org.ipsecworkbench.ike.decrypt;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The ciphers of IKE over those of the JDK. Lengths are checked by the callers: what the JDK refuses all the same is a fault of
 * this program, and its exception names no key.
 */
final class Ciphers {
    private static final int AES_BLOCK = 16;

    /** RFC 4309 section 4: the nonce of CCM has 11 bytes, so that 4 are left for lengths and counters. */
    private static final int CCM_LENGTH_BYTES = 4;

    private Ciphers() {}

    /**
     * Decrypts CBC without padding.
     *
     * @param algorithm {@code AES}, {@code DES} or {@code DESede}
     */
    static byte[] cbc(String algorithm, byte[] key, byte[] vector, byte[] data) {
        return run(algorithm + "/CBC/NoPadding", Cipher.DECRYPT_MODE, new SecretKeySpec(key, algorithm), vector, data);
    }

    /** CTR from a counter block on, which is the same in both directions. */
    static byte[] ctr(byte[] key, byte[] counter, byte[] data) {
        return run("AES/CTR/NoPadding", Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), counter, data);
    }

    /**
     * Decrypts GCM (RFC 4106 section 4) with a check value that may be short.
     *
     * @return null where the check value differs
     */
    static byte @Nullable [] gcm(byte[] key, byte[] nonce, byte[] associated, byte[] data, byte[] check) {
        byte[] plain = ctr(key, counter(nonce, 2), data);
        // The JDK reads no check values of 8 bytes; a longer one that it makes begins with them.
        byte[] sealed;
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * AES_BLOCK, nonce));
            cipher.updateAAD(associated);
            sealed = cipher.doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM", e);
        }
        return fits(Arrays.copyOfRange(sealed, data.length, sealed.length), check) ? plain : null;
    }

    /**
     * Decrypts CCM (RFC 3610), which the JDK does not have: CTR, and over the plain text CBC, whose last block counts.
     *
     * @param nonce 11 bytes
     * @return null where the check value differs
     */
    static byte @Nullable [] ccm(byte[] key, byte[] nonce, byte[] associated, byte[] data, byte[] check) {
        byte[] plain = ctr(key, ccmBlock(CCM_LENGTH_BYTES - 1, nonce, 1), data);
        int flags = (associated.length > 0 ? 0x40 : 0) | (check.length - 2) / 2 << 3 | CCM_LENGTH_BYTES - 1;
        int head = associated.length == 0 ? 0 : padded(2 + associated.length);
        byte[] blocks = new byte[AES_BLOCK + head + padded(plain.length)];
        System.arraycopy(ccmBlock(flags, nonce, plain.length), 0, blocks, 0, AES_BLOCK);
        if (associated.length > 0) {
            blocks[AES_BLOCK] = (byte) (associated.length >>> 8);
            blocks[AES_BLOCK + 1] = (byte) associated.length;
            System.arraycopy(associated, 0, blocks, AES_BLOCK + 2, associated.length);
        }
        System.arraycopy(plain, 0, blocks, AES_BLOCK + head, plain.length);
        byte[] chained = run(
                "AES/CBC/NoPadding", Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new byte[AES_BLOCK], blocks);
        byte[] mac = Arrays.copyOfRange(chained, chained.length - AES_BLOCK, chained.length);
        return fits(ctr(key, ccmBlock(CCM_LENGTH_BYTES - 1, nonce, 0), mac), check) ? plain : null;
    }

    private static int padded(int length) {
        return (length + AES_BLOCK - 1) / AES_BLOCK * AES_BLOCK;
    }

    private static byte[] ccmBlock(int flags, byte[] nonce, int number) {
        byte[] block = new byte[AES_BLOCK];
        block[0] = (byte) flags;
        System.arraycopy(nonce, 0, block, 1, nonce.length);
        put(block, number);
        return block;
    }

    /** A counter block: a nonce of 12 bytes, then a number. */
    static byte[] counter(byte[] nonce, int number) {
        byte[] block = Arrays.copyOf(nonce, AES_BLOCK);
        put(block, number);
        return block;
    }

    private static void put(byte[] block, int number) {
        for (int i = 0; i < 4; i++) {
            block[AES_BLOCK - 1 - i] = (byte) (number >>> 8 * i);
        }
    }

    /** Whether a MAC of the JDK over some data begins with a check value. */
    static boolean isChecked(String mac, byte[] key, byte[] data, byte[] check) {
        try {
            Mac made = Mac.getInstance(mac);
            made.init(new SecretKeySpec(key, mac));
            return fits(made.doFinal(data), check);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(mac, e);
        }
    }

    private static boolean fits(byte[] made, byte[] check) {
        return MessageDigest.isEqual(Arrays.copyOf(made, check.length), check);
    }

    private static byte[] run(String transformation, int mode, SecretKeySpec key, byte[] vector, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance(transformation);
            cipher.init(mode, key, new IvParameterSpec(vector));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(transformation, e);
        }
    }
}
