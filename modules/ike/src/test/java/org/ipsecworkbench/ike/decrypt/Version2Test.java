package org.ipsecworkbench.ike.decrypt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.Decrypted;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.isakmp.Dissector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages that are encrypted here with the JDK, by RFC 7296 section 3.14, and opened again. */
class Version2Test {
    /** Two notifications without data. */
    private static final byte[] PLAIN = HexFormat.of().parseHex("2900000800004000" + "0000000800004004");

    private static final byte[] MATERIAL = random(1, 64);
    private static final byte[] MAC_KEY = random(2, 64);

    private final ProblemLog problems = new ProblemLog(10);

    private static byte[] random(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @CsvSource({
        "AES-CBC-128, HMAC_SHA2_256_128, true",
        "AES-CBC-256, HMAC_SHA2_512_256, true",
        "AES-CBC-192, HMAC_MD5_96, true",
        "3DES, HMAC_SHA1_160, true",
        "DES, HMAC_SHA2_384_192, true",
        "AES-CTR-192, HMAC_SHA1_96, true",
        "NULL, HMAC_MD5_128, true",
        "AES-CBC-128, ANY 96-bits of Authentication [No Checking], false",
        "AES-GCM-128 with 8 octet ICV, NONE, true",
        "AES-GCM-192 with 12 octet ICV, NONE, true",
        "AES-GCM-256 with 16 octet ICV, NONE, true"
    })
    void whatTheJdkEncryptsIsOpened(String cipher, String mac, boolean isVerified) throws GeneralSecurityException {
        Encryption encryption = Encryption.of(cipher).orElseThrow();
        Integrity integrity = Integrity.of(mac).orElseThrow();
        byte[] bytes = sealed(encryption, integrity);
        Decrypted decrypted = open(bytes, cipher, mac, MATERIAL).decrypted();
        assertNotNull(decrypted, problems.problems().toString());
        assertEquals(isVerified, decrypted.verified());
        assertEquals(2, decrypted.payloads().size());
        assertEquals(41, decrypted.payloads().get(1).header().type());

        if (encryption.kind() != Encryption.Kind.NULL) {
            assertNull(open(bytes, cipher, mac, random(3, 64)).decrypted(), "a wrong key opens nothing");
        }
        if (isVerified) {
            bytes[bytes.length - integrity.check() - encryption.check() - 8] ^= 1;
            assertNull(open(bytes, cipher, mac, MATERIAL).decrypted(), "a changed message is not read");
            assertTrue(problems.problems().get(0).what().contains("does not fit"));
        }
    }

    private IkeMessage open(byte[] bytes, String cipher, String mac, byte[] material) {
        Encryption encryption = Encryption.of(cipher).orElseThrow();
        Integrity integrity = Integrity.of(mac).orElseThrow();
        String key = HexFormat.of().formatHex(material, 0, encryption.material());
        String macKey = HexFormat.of().formatHex(MAC_KEY, 0, integrity.key());
        DecryptionKeys keys = DecryptionKeys.read(
                "keys",
                "0000000000000001,0000000000000002," + key + "," + key + ",\"" + cipher + "\"," + macKey + "," + macKey
                        + ",\"" + mac + "\"");
        assertEquals(1, keys.version2().size(), keys.problems().toString());
        Bytes message = Bytes.wrap(bytes.clone());
        return new Decrypter(keys, IkeLimits.DEFAULT, problems)
                .open(Dissector.read(message, IkeLimits.DEFAULT), message, "192.0.2.1", 1);
    }

    /** Pads to 24 bytes, which all blocks divide but that of AES, for which it is 32. */
    private static byte[] sealed(Encryption encryption, Integrity integrity) throws GeneralSecurityException {
        boolean isBlock = encryption.kind() == Encryption.Kind.AES_CBC;
        byte[] plain = Arrays.copyOf(PLAIN, isBlock ? 32 : 24);
        plain[plain.length - 1] = (byte) (plain.length - 17);
        byte[] vector = random(4, encryption.kind().vector);
        int check = Math.max(encryption.check(), integrity.check());
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        int length = 32 + vector.length + plain.length + check;
        message.writeBytes(ByteBuffer.allocate(32)
                .putLong(1)
                .putLong(2)
                .put((byte) 46)
                .put((byte) 0x20)
                .put((byte) 35)
                .put((byte) 8)
                .putInt(1)
                .putInt(length)
                .put((byte) 41)
                .put((byte) 0)
                .putShort((short) (length - 28))
                .array());
        byte[] head = message.toByteArray();
        message.writeBytes(vector);
        message.writeBytes(encrypt(encryption, vector, head, plain));
        byte[] so = message.toByteArray();
        if (integrity.isChecked()) {
            Mac mac = Mac.getInstance(integrity.mac());
            mac.init(new SecretKeySpec(MAC_KEY, 0, integrity.key(), integrity.mac()));
            return joined(so, Arrays.copyOf(mac.doFinal(so), check));
        }
        return Arrays.copyOf(so, length);
    }

    private static byte[] encrypt(Encryption encryption, byte[] vector, byte[] head, byte[] plain)
            throws GeneralSecurityException {
        byte[] key = Arrays.copyOf(MATERIAL, encryption.key());
        byte[] nonce = joined(Arrays.copyOfRange(MATERIAL, key.length, encryption.material()), vector);
        return switch (encryption.kind()) {
            case NULL -> plain;
            case AES_CBC -> run("AES/CBC/NoPadding", key, vector, plain);
            case DES_CBC -> run("DES/CBC/NoPadding", key, vector, plain);
            case DES3_CBC -> run("DESede/CBC/NoPadding", key, vector, plain);
            case AES_CTR -> run("AES/CTR/NoPadding", key, joined(nonce, new byte[] {0, 0, 0, 1}), plain);
            case AES_GCM -> {
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
                cipher.updateAAD(head);
                yield Arrays.copyOf(cipher.doFinal(plain), plain.length + encryption.check());
            }
            case AES_CCM -> throw new IllegalArgumentException("the JDK has no CCM");
        };
    }

    private static byte[] run(String name, byte[] key, byte[] vector, byte[] plain) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(name);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(key, name.substring(0, name.indexOf('/'))),
                new IvParameterSpec(vector));
        return cipher.doFinal(plain);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    /** By RFC 3610 section 2 with the lengths of RFC 4309; public captures hold the rest. */
    @Test
    void ccmOpensWhatItsStepsSeal() throws GeneralSecurityException {
        byte[] key = Arrays.copyOf(MATERIAL, 16);
        byte[] nonce = random(5, 11);
        byte[] head = random(6, 32);
        byte[] plain = random(7, 24);
        ByteBuffer blocks = ByteBuffer.allocate(16 + 48 + 32);
        // 12 bytes of check value, and lengths of 4 bytes: 64 + 8 * (12 - 2) / 2 + 4 - 1.
        blocks.put((byte) 0x6b).put(nonce).putInt(24);
        blocks.putShort((short) 32).put(head).position(64);
        blocks.put(plain);
        byte[] chained = run("AES/CBC/NoPadding", key, new byte[16], blocks.array());
        byte[] mac = Arrays.copyOfRange(chained, chained.length - 16, chained.length);
        byte[] zero = joined(joined(new byte[] {3}, nonce), new byte[4]);
        byte[] stream = run("AES/CTR/NoPadding", key, zero, joined(mac, plain));
        byte[] check = Arrays.copyOf(stream, 12);
        byte[] text = Arrays.copyOfRange(stream, 16, stream.length);
        assertEquals(Bytes.wrap(plain), Bytes.wrap(Ciphers.ccm(key, nonce, head, text, check)));
        check[0] ^= 1;
        assertNull(Ciphers.ccm(key, nonce, head, text, check));
    }
}
