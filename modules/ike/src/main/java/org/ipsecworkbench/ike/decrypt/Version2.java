package org.ipsecworkbench.ike.decrypt;

import org.ipsecworkbench.ike.Bytes;
import org.ipsecworkbench.ike.IkeMessage;
import org.ipsecworkbench.ike.Payload;
import org.ipsecworkbench.ike.decrypt.Opening.Opened;
import org.ipsecworkbench.ike.decrypt.Opening.Refused;
import org.jspecify.annotations.Nullable;

/** Opens the encrypted payloads of IKEv2 (RFC 7296 section 3.14, RFC 5282, RFC 7383 section 2.5). Without state. */
final class Version2 {
    private static final int FLAG_INITIATOR = 0x08;

    private Version2() {}

    /**
     * Opens one.
     *
     * @param bytes the message from its header on
     * @param payload SK or SKF
     * @param data what is encrypted: vector, text and check value
     */
    static Opening open(SaKeys keys, IkeMessage message, Bytes bytes, Payload.Header payload, Bytes data) {
        boolean isInitiator = (message.flags() & FLAG_INITIATOR) != 0;
        Secret key = isInitiator ? keys.initiatorEncryption() : keys.responderEncryption();
        Secret integrityKey = isInitiator ? keys.initiatorIntegrity() : keys.responderIntegrity();
        Encryption encryption = keys.encryption();
        int vectorLength = encryption.kind().vector;
        int checkLength =
                encryption.check() > 0 ? encryption.check() : keys.integrity().check();
        int textLength = data.length() - vectorLength - checkLength;
        int end = payload.offset() + payload.length();
        boolean isBlocked = switch (encryption.kind()) {
            case AES_CBC, DES_CBC, DES3_CBC -> textLength % vectorLength != 0;
            default -> false;
        };
        if (textLength < 1 || isBlocked || !bytes.has(0, end)) {
            return Refused.LENGTH;
        }
        byte[] vector = data.slice(0, vectorLength).toArray();
        byte[] text = data.slice(vectorLength, vectorLength + textLength).toArray();
        byte[] check = data.slice(vectorLength + textLength, data.length()).toArray();
        boolean isMac = encryption.check() == 0 && keys.integrity().isChecked();
        if (isMac) {
            byte[] covered = bytes.slice(0, end - checkLength).toArray();
            byte[] material = integrityKey.bytes(0, integrityKey.length());
            if (!Ciphers.isChecked(keys.integrity().mac(), material, covered, check)) {
                return Refused.OTHER_CHECK;
            }
        }
        byte[] associated = bytes.slice(0, end - data.length()).toArray();
        byte[] plain = decrypt(encryption, key, vector, text, associated, check);
        if (plain == null) {
            return Refused.OTHER_CHECK;
        }
        int padding = plain[plain.length - 1] & 0xff;
        if (padding >= plain.length) {
            return Refused.NO_CHAIN;
        }
        return new Opened(Bytes.wrap(plain).slice(0, plain.length - 1 - padding));
    }

    private static byte @Nullable [] decrypt(
            Encryption encryption, Secret secret, byte[] vector, byte[] text, byte[] associated, byte[] check) {
        byte[] key = secret.bytes(0, encryption.key());
        byte[] salt = secret.bytes(encryption.key(), secret.length());
        return switch (encryption.kind()) {
            case NULL -> text;
            case DES_CBC -> Ciphers.cbc("DES", key, vector, text);
            case DES3_CBC -> Ciphers.cbc("DESede", key, vector, text);
            case AES_CBC -> Ciphers.cbc("AES", key, vector, text);
            case AES_CTR -> Ciphers.ctr(key, Ciphers.counter(joined(salt, vector), 1), text);
            case AES_GCM -> Ciphers.gcm(key, joined(salt, vector), associated, text, check);
            case AES_CCM -> Ciphers.ccm(key, joined(salt, vector), associated, text, check);
        };
    }

    private static byte[] joined(byte[] salt, byte[] vector) {
        byte[] nonce = new byte[salt.length + vector.length];
        System.arraycopy(salt, 0, nonce, 0, salt.length);
        System.arraycopy(vector, 0, nonce, salt.length, vector.length);
        return nonce;
    }
}
