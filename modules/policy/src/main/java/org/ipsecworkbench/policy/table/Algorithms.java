package org.ipsecworkbench.policy.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of algorithms, by {@code algorithms.tsv}: what each source calls them, and which are weak. */
public final class Algorithms {
    /** What an algorithm is for. */
    public enum Use {
        CIPHER,
        HASH,
        GROUP
    }

    private static final Map<String, String> NAMES = new HashMap<>();
    private static final Map<String, String> WEAK = new HashMap<>();
    private static final Set<String> DATED = new HashSet<>();

    static {
        for (String[] row : Table.rows("algorithms.tsv", 5)) {
            for (String spelling : row[2].split(",")) {
                NAMES.put(row[0] + "/" + spelling, row[1]);
            }
            if (!row[3].isEmpty()) {
                WEAK.put(row[1], row[3]);
            }
            if (row[4].equals("dated")) {
                DATED.add(row[1]);
            }
        }
    }

    private Algorithms() {}

    /** Our name; of what no table knows, the text in lower case without signs. */
    public static String name(Use use, String text) {
        String plain = plain(text);
        return NAMES.getOrDefault(use.name().toLowerCase(Locale.ROOT) + "/" + plain, plain);
    }

    /** Whether a table knows it. */
    public static boolean isKnown(Use use, String text) {
        return NAMES.containsKey(use.name().toLowerCase(Locale.ROOT) + "/" + plain(text));
    }

    /** Why an algorithm should not be used any more, with the source of that; empty where nothing speaks against it. */
    public static Optional<String> weakness(String name) {
        return Optional.ofNullable(WEAK.get(name));
    }

    /** Whether what speaks against an algorithm is only that better ones are there; no RFC advises against its use. */
    public static boolean isDated(String name) {
        return DATED.contains(name);
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                plain.append(Character.toLowerCase(text.charAt(i)));
            }
        }
        return plain.toString();
    }
}
