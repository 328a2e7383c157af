package org.ipsecworkbench.ike.decrypt;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An integrity algorithm of IKEv2.
 *
 * @param mac name of the MAC in the JDK; empty where nothing can be checked
 * @param key bytes of its key, as IKE derives it
 * @param check bytes of the check value at the end of the message
 */
public record Integrity(String mac, int key, int check) {
    private static final Map<String, Integrity> BY_NAME = Map.of(
            "NONE", new Integrity("", 0, 0),
            "HMAC_MD5_96", new Integrity("HmacMD5", 16, 12),
            "HMAC_MD5_128", new Integrity("HmacMD5", 16, 16),
            "HMAC_SHA1_96", new Integrity("HmacSHA1", 20, 12),
            "HMAC_SHA1_160", new Integrity("HmacSHA1", 20, 20),
            "HMAC_SHA2_256_96", new Integrity("HmacSHA256", 32, 12),
            "HMAC_SHA2_256_128", new Integrity("HmacSHA256", 32, 16),
            "HMAC_SHA2_384_192", new Integrity("HmacSHA384", 48, 24),
            "HMAC_SHA2_512_256", new Integrity("HmacSHA512", 64, 32));

    /** A check value that is only to be skipped. */
    private static final Pattern ANY =
            Pattern.compile("ANY (?<bits>64|96|128|160|192|256)-BITS? OF AUTHENTICATION(?: .*)?");

    /**
     * Reads a name of Wireshark's table, such as {@code HMAC_SHA2_256_128 [RFC4868]}.
     *
     * @return nothing where the name is not known
     */
    public static Optional<Integrity> of(String name) {
        String plain = name.replaceFirst("\\s*\\[.*", "").trim().toUpperCase(Locale.ROOT);
        Integrity known = BY_NAME.get(plain);
        if (known != null) {
            return Optional.of(known);
        }
        Matcher any = ANY.matcher(plain);
        return any.matches()
                ? Optional.of(new Integrity("", 0, Integer.parseInt(any.group("bits")) / 8))
                : Optional.empty();
    }

    /** Whether a check value can be compared. */
    public boolean isChecked() {
        return !mac.isEmpty();
    }
}
