package org.ipsecworkbench.policy.read;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.policy.table.Table;

/** Knows pre-shared keys by the names of their values, so that they are redacted before anything keeps them. */
public final class Secrets {
    /** Stands in place of a key. */
    public static final String REDACTED = "(redacted)";

    /** The key of the setting that holds a digest. */
    public static final String DIGEST = "keydigest";

    private static final Set<String> KEYS = Set.of("auth1psk", "psk");

    /** Words in labels that announce a key, in languages whose labels are not in the table too. */
    private static final List<String> WORDS =
            Table.rows("secret-words.tsv", 1).stream().map(row -> row[0]).toList();

    private static final Pattern ASSIGNED =
            Pattern.compile("(?i)((?:psk|presharedkey|sharedkey)\\s*[=:]\\s*)(\"[^\"]*\"?|'[^']*'?|\\S+)");

    private Secrets() {}

    static boolean isSecret(String key, String label) {
        if (KEYS.contains(key)) {
            return true;
        }
        if (!key.isEmpty()) {
            return false;
        }
        String plain = label.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(plain::contains);
    }

    /** The text without keys that are assigned in it, as in a command. */
    static String redact(String text) {
        return ASSIGNED.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(REDACTED));
    }
}
