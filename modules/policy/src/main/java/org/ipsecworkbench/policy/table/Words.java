package org.ipsecworkbench.policy.table;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Words for yes, no, any and me in the languages of {@code values.tsv}. */
public final class Words {
    private static final Map<String, String> MEANINGS = new HashMap<>();

    static {
        Table.rows("values.tsv", 3).forEach(row -> MEANINGS.put(row[1], row[2]));
    }

    private Words() {}

    /** {@code yes}, {@code no}, {@code any}, {@code none}, {@code me} or {@code unset}; empty for any other word. */
    public static String meaning(String text) {
        return MEANINGS.getOrDefault(text.strip().toLowerCase(Locale.ROOT), "");
    }

    /** Whether it means yes. */
    public static boolean isYes(String text) {
        return meaning(text).equals("yes");
    }

    /** Whether it means no. */
    public static boolean isNo(String text) {
        return meaning(text).equals("no");
    }
}
