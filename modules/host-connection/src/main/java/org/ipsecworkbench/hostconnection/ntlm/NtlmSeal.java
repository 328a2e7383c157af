package org.ipsecworkbench.hostconnection.ntlm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.ipsecworkbench.hostconnection.wire.MalformedException;

/**
 * The sealed conversation of NTLM after authentication: encrypts what this side says and opens what the other says, each
 * with its own keys, stream and count (MS-NLMP 3.4.4.2, with extended session security, 128 bits and key exchange).
 * Messages have to be opened in the order in which they were sealed. Not safe for several threads.
 */
public final class NtlmSeal {
    /** The two sides of a conversation. */
    public enum Side {
        CLIENT("client-to-server"),
        HOST("server-to-client");

        private final String direction;

        Side(String direction) {
            this.direction = direction;
        }
    }

    /**
     * A sealed message: a signature of 16 bytes, and ciphertext as long as the message.
     *
     * @param signature 16 bytes
     * @param ciphertext as long as the message
     */
    public record Sealed(byte[] signature, byte[] ciphertext) {}

    /** Length of a signature in bytes. */
    public static final int SIGNATURE = 16;

    private static final int CHECKSUM = 4;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int SEQUENCE = 12;

    private final Direction own;
    private final Direction other;

    /**
     * Begins the conversation.
     *
     * @param key the exported session key, 16 bytes
     */
    public NtlmSeal(byte[] key, Side side) {
        own = new Direction(key, side);
        other = new Direction(key, side == Side.CLIENT ? Side.HOST : Side.CLIENT);
    }

    /** Seals a message; the order of messages counts. */
    public Sealed seal(byte[] message) {
        byte[] ciphertext = own.cipher.apply(message);
        return new Sealed(own.signature(message), ciphertext);
    }

    /** The message that was sealed, unless something in it was changed, left out or repeated. */
    public byte[] open(Sealed sealed) throws MalformedException {
        byte[] message = other.cipher.apply(sealed.ciphertext());
        if (!MessageDigest.isEqual(other.signature(message), sealed.signature())) {
            throw new MalformedException("A sealed message was changed on its way, or is out of order.");
        }
        return message;
    }

    private static final class Direction {
        private final byte[] signingKey;
        private final Rc4 cipher;
        private int sequence;

        Direction(byte[] key, Side from) {
            signingKey = derived(key, from, "signing");
            cipher = new Rc4(derived(key, from, "sealing"));
        }

        private static byte[] derived(byte[] key, Side from, String purpose) {
            String constant = "session key to " + from.direction + " " + purpose + " key magic constant\0";
            return Hashes.md5(key, constant.getBytes(StandardCharsets.US_ASCII));
        }

        /** The signature of the next message, which has to have passed through the cipher before. */
        byte[] signature(byte[] message) {
            byte[] signature = new byte[SIGNATURE];
            byte[] number = new byte[Integer.BYTES];
            LittleEndian.putInt(number, 0, sequence++);
            byte[] checksum = Arrays.copyOf(Hashes.hmacMd5(signingKey, number, message), CHECKSUM_LENGTH);
            signature[0] = 1;
            System.arraycopy(cipher.apply(checksum), 0, signature, CHECKSUM, CHECKSUM_LENGTH);
            System.arraycopy(number, 0, signature, SEQUENCE, number.length);
            return signature;
        }
    }
}
