package org.ipsecworkbench.ike.decrypt;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An encryption algorithm of IKEv2 with the lengths that it asks for, in bytes.
 *
 * @param kind the cipher and its mode
 * @param key length of the key itself
 * @param check length of the check value that the cipher makes itself; 0 where an integrity algorithm does it
 */
public record Encryption(Kind kind, int key, int check) {
    /** A cipher and its mode. */
    public enum Kind {
        /** RFC 2410. */
        NULL(0, 0),
        /** RFC 2405. */
        DES_CBC(8, 0),
        /** RFC 2451. */
        DES3_CBC(8, 0),
        /** RFC 3602. */
        AES_CBC(16, 0),
        /** RFC 5930. */
        AES_CTR(8, 4),
        /** RFC 5282, RFC 4106. */
        AES_GCM(8, 4),
        /** RFC 5282, RFC 4309. */
        AES_CCM(8, 3);

        /** Bytes of the initialization vector in the message. */
        final int vector;

        /** Bytes of salt or nonce behind the key, which the keys of the table hold with it. */
        final int salt;

        Kind(int vector, int salt) {
            this.vector = vector;
            this.salt = salt;
        }
    }

    private static final Pattern AES =
            Pattern.compile("AES-(?<mode>CBC|CTR|GCM|CCM)-(?<bits>128|192|256)(?: WITH (?<check>8|12|16) OCTET ICV)?");

    /**
     * Reads a name of Wireshark's table, such as {@code AES-GCM-256 with 16 octet ICV [RFC5282]}.
     *
     * @return nothing where the name is not known
     */
    public static Optional<Encryption> of(String name) {
        String plain = name.replaceFirst("\\s*\\[.*", "").trim().toUpperCase(Locale.ROOT);
        switch (plain) {
            case "NULL":
                return Optional.of(new Encryption(Kind.NULL, 0, 0));
            case "DES":
                return Optional.of(new Encryption(Kind.DES_CBC, 8, 0));
            case "3DES":
                return Optional.of(new Encryption(Kind.DES3_CBC, 24, 0));
            default:
                break;
        }
        Matcher aes = AES.matcher(plain);
        if (!aes.matches()) {
            return Optional.empty();
        }
        Kind kind = Kind.valueOf("AES_" + aes.group("mode"));
        String check = aes.group("check");
        boolean makesCheck = kind == Kind.AES_GCM || kind == Kind.AES_CCM;
        if (makesCheck != (check != null)) {
            return Optional.empty();
        }
        return Optional.of(new Encryption(
                kind, Integer.parseInt(aes.group("bits")) / 8, check == null ? 0 : Integer.parseInt(check)));
    }

    /** Bytes of a key of the table: the key and its salt. */
    public int material() {
        return key + kind.salt;
    }
}
