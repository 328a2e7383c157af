package org.ipsecworkbench.ike.decrypt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.ike.Cookies;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.jspecify.annotations.Nullable;

/**
 * Reads Wireshark's decryption tables: a line per IKE SA, values with commas between, in double quotes where they like. Two
 * values are {@code ikev1_decryption_table} (initiator's cookie, encryption key), eight are {@code ikev2_decryption_table}
 * (SPIi, SPIr, SK_ei, SK_er, encryption, SK_ai, SK_ar, integrity). A line that begins with {@code #} is a comment.
 *
 * <p>Problems never quote a line: what stands in the wrong column may be a key.
 */
public final class KeyTableReader {
    /** Keys of one file; a night of tests makes some thousand. */
    static final int MAX_KEYS = 100_000;

    private static final int MAX_PROBLEMS = 50;
    private static final int MAX_LINE = 4096;
    private static final int VERSION1 = 2;
    private static final int VERSION2 = 8;
    private static final int COOKIE_DIGITS = 16;

    private final String name;
    private final Map<Long, Secret> version1 = new HashMap<>();
    private final Map<Cookies, SaKeys> version2 = new HashMap<>();
    private final ProblemLog problems = new ProblemLog(MAX_PROBLEMS);
    private int line;

    private KeyTableReader(String name) {
        this.name = name;
    }

    /** Reads a table; {@link DecryptionKeys#read} says more. */
    public static DecryptionKeys read(String name, String text) {
        KeyTableReader reader = new KeyTableReader(name);
        text.lines().forEach(reader::line);
        return new DecryptionKeys(reader.version1, reader.version2, reader.problems.problems());
    }

    private void line(String text) {
        line++;
        String trimmed = text.trim();
        if (trimmed.isEmpty() || trimmed.startsWith("#")) {
            return;
        }
        if (trimmed.length() > MAX_LINE) {
            problem("It has more than " + MAX_LINE + " characters.");
            return;
        }
        if (version1.size() + version2.size() >= MAX_KEYS) {
            problem("There are more than " + MAX_KEYS + " keys; this one is left out.");
            return;
        }
        List<String> values = values(trimmed);
        if (values == null) {
            problem("A double quote is not closed, or something follows it.");
        } else if (values.size() == VERSION1) {
            version1(values);
        } else if (values.size() == VERSION2) {
            version2(values);
        } else {
            problem("It has " + values.size() + " values; a key of IKEv1 has 2, keys of IKEv2 have 8.");
        }
    }

    /** The values of a line; null where its quotes are wrong. */
    private static @Nullable List<String> values(String text) {
        List<String> values = new ArrayList<>(VERSION2);
        int at = 0;
        while (at <= text.length()) {
            int end;
            boolean isQuoted = at < text.length() && text.charAt(at) == '"';
            if (isQuoted) {
                int close = text.indexOf('"', at + 1);
                end = close + 1;
                if (close < 0 || end < text.length() && text.charAt(end) != ',') {
                    return null;
                }
                values.add(text.substring(at + 1, close).trim());
            } else {
                int comma = text.indexOf(',', at);
                end = comma < 0 ? text.length() : comma;
                values.add(text.substring(at, end).trim());
            }
            at = end + 1;
        }
        return values;
    }

    private void version1(List<String> values) {
        Long cookie = cookie(values.get(0), "the initiator's cookie");
        byte[] key = cookie == null ? null : hex(values.get(1), "the encryption key");
        if (cookie == null || key == null) {
            return;
        }
        if (key.length != 8 && key.length != 16 && key.length != 24 && key.length != 32) {
            problem("The encryption key has " + key.length + " bytes; DES has 8, 3DES 24, AES 16, 24 or 32.");
            return;
        }
        version1.put(cookie, new Secret(key));
    }

    private void version2(List<String> values) {
        Long initiator = cookie(values.get(0), "SPIi");
        Long responder = cookie(values.get(1), "SPIr");
        Encryption encryption = Encryption.of(values.get(4)).orElse(null);
        Integrity integrity = Integrity.of(values.get(7)).orElse(null);
        if (initiator == null || responder == null) {
            return;
        }
        if (encryption == null || integrity == null) {
            problem("The name of the " + (encryption == null ? "encryption" : "integrity")
                    + " algorithm is none that can be used here.");
            return;
        }
        Secret ei = secret(values.get(2), "SK_ei", encryption.material());
        Secret er = secret(values.get(3), "SK_er", encryption.material());
        Secret ai = integrity.isChecked() ? secret(values.get(5), "SK_ai", integrity.key()) : Secret.NONE;
        Secret ar = integrity.isChecked() ? secret(values.get(6), "SK_ar", integrity.key()) : Secret.NONE;
        if (ei != null && er != null && ai != null && ar != null) {
            version2.put(new Cookies(initiator, responder), new SaKeys(encryption, ei, er, integrity, ai, ar));
        }
    }

    private @Nullable Secret secret(String value, String what, int length) {
        byte[] bytes = hex(value, what);
        if (bytes == null) {
            return null;
        }
        if (bytes.length != length) {
            problem("The length of " + what + " is " + bytes.length + " bytes; its algorithm needs " + length + ".");
            return null;
        }
        return new Secret(bytes);
    }

    private @Nullable Long cookie(String value, String what) {
        byte[] bytes = hex(value, what);
        if (bytes == null) {
            return null;
        }
        if (value.length() != COOKIE_DIGITS) {
            problem("The length of " + what + " is " + bytes.length + " bytes instead of 8.");
            return null;
        }
        return HexFormat.fromHexDigitsToLong(value);
    }

    private byte @Nullable [] hex(String value, String what) {
        boolean isHex = value.length() % 2 == 0 && value.chars().allMatch(HexFormat::isHexDigit);
        if (!isHex) {
            problem("Not an even number of hexadecimal digits: " + what + ".");
            return null;
        }
        return HexFormat.of().parseHex(value);
    }

    private void problem(String what) {
        problems.add(name + ", line " + line, what);
    }
}
