package org.ipsecworkbench.policy.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.policy.table.Table;
import org.jspecify.annotations.Nullable;

/** The labels of all listings, by {@code labels.tsv}. */
final class Labels {
    /**
     * A label.
     *
     * @param context which listings have it
     * @param text as they print it
     * @param key our name; empty for a heading that says nothing
     * @param fixed value of a heading that says something; else empty
     * @param opens kind of block that it opens, or null
     * @param onlyIfNone whether it opens a block only where none of that kind is open
     */
    record Label(
            String context,
            String text,
            String key,
            String fixed,
            @Nullable BlockKind opens,
            boolean onlyIfNone) {}

    private static final Map<String, Label> ALL = new HashMap<>();
    private static final List<Label> LONGEST_FIRST;
    private static final int MIN_ASCII = 4;
    private static final int MIN_PREFIX = 5;

    static {
        List<Label> labels = new ArrayList<>();
        for (String[] row : Table.rows("labels.tsv", 5)) {
            int equals = row[3].indexOf('=');
            boolean onlyIfNone = row[4].startsWith("?");
            String kind = onlyIfNone ? row[4].substring(1) : row[4];
            Label label = new Label(
                    row[0],
                    row[2],
                    equals < 0 ? row[3] : row[3].substring(0, equals),
                    equals < 0 ? "" : row[3].substring(equals + 1),
                    kind.isEmpty() ? null : BlockKind.valueOf(kind),
                    onlyIfNone);
            labels.add(label);
            ALL.put(row[0] + "/" + plain(row[2]), label);
            String ascii = ascii(row[2]);
            if (ascii.length() >= MIN_ASCII) {
                ALL.putIfAbsent(row[0] + "/" + ascii, label);
            }
        }
        LONGEST_FIRST = labels.stream()
                .filter(label ->
                        label.text().length() >= MIN_PREFIX && !label.context().equals("script"))
                .sorted(Comparator.comparingInt((Label label) -> label.text().length())
                        .reversed())
                .toList();
    }

    private static final List<String> CONTEXTS =
            List.of("consec", "sa", "global", "profile", "legacy", "dynamic", "statistics", "netdiag", "cmdlet");

    private Labels() {}

    /** A label of one context. */
    static @Nullable Label in(String context, String text) {
        Label label = ALL.get(context + "/" + plain(text));
        return label != null ? label : ALL.get(context + "/" + ascii(text));
    }

    /** A label of any context that opens a block. */
    static @Nullable Label opener(String text) {
        for (String context : CONTEXTS) {
            Label label = in(context, text);
            if (label != null && label.opens() != null) {
                return label;
            }
        }
        return null;
    }

    /** The longest label with which a line begins whose columns were glued together; of one context, or one that opens. */
    static @Nullable Label prefix(String context, String line) {
        for (Label label : LONGEST_FIRST) {
            boolean isPossible = label.context().equals(context) || label.opens() != null;
            if (isPossible
                    && line.startsWith(label.text())
                    && line.length() > label.text().length()) {
                char next = line.charAt(label.text().length());
                if (!Character.isLowerCase(next)) {
                    return label;
                }
            }
        }
        return null;
    }

    /** Letters and digits in lower case. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                plain.append(Character.toLowerCase(c));
            }
        }
        return plain.toString();
    }

    /** The same without what code pages differ in. */
    private static String ascii(String text) {
        StringBuilder ascii = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80 && Character.isLetterOrDigit(c)) {
                ascii.append(Character.toLowerCase(c));
            }
        }
        return ascii.toString();
    }
}
