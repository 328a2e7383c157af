package org.ipsecworkbench.ike;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.ike.decrypt.KeyTableReader;
import org.ipsecworkbench.ike.decrypt.SaKeys;
import org.ipsecworkbench.ike.decrypt.Secret;

/**
 * Keys that a user gives to read encrypted messages with. Immutable; no text of it shows a key.
 *
 * @param version1 encryption keys of IKEv1 by the initiator's cookie
 * @param version2 keys of IKEv2 by both SPIs
 * @param problems lines that could not be read, with their numbers and never their content
 */
public record DecryptionKeys(Map<Long, Secret> version1, Map<Cookies, SaKeys> version2, List<Problem> problems) {
    /** Without any. */
    public static final DecryptionKeys NONE = new DecryptionKeys(Map.of(), Map.of(), List.of());

    /** A table of 100,000 keys has less; what is larger is no table. */
    private static final long MAX_FILE_BYTES = 64L << 20;

    /** Keeps copies. */
    public DecryptionKeys {
        version1 = Map.copyOf(version1);
        version2 = Map.copyOf(version2);
        problems = List.copyOf(problems);
    }

    /**
     * Reads Wireshark's {@code ikev1_decryption_table} or {@code ikev2_decryption_table}; which one it is, each line says.
     *
     * @param name what to call the file in problems
     * @param text its content
     */
    public static DecryptionKeys read(String name, String text) {
        return KeyTableReader.read(name, text);
    }

    /**
     * Reads files of such tables; keys of later files win. Not for the event thread.
     *
     * @throws IOException if one cannot be read, or is too large for a table
     */
    public static DecryptionKeys read(List<Path> files) throws IOException {
        DecryptionKeys keys = NONE;
        for (Path file : files) {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new IOException(file + " is too large for a table of keys.");
            }
            // Nothing but ASCII counts in a table, and this reads any bytes.
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            keys = keys.and(read(String.valueOf(file.getFileName()), text));
        }
        return keys;
    }

    /** These and others, which win where both have keys for the same SA. */
    public DecryptionKeys and(DecryptionKeys others) {
        Map<Long, Secret> first = new HashMap<>(version1);
        first.putAll(others.version1);
        Map<Cookies, SaKeys> second = new HashMap<>(version2);
        second.putAll(others.version2);
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(others.problems);
        return new DecryptionKeys(first, second, all);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return version1.isEmpty() && version2.isEmpty();
    }
}
