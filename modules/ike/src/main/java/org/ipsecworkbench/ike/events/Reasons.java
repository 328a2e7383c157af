package org.ipsecworkbench.ike.events;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.ike.table.Table;
import org.jspecify.annotations.Nullable;

/** Error numbers by the text that an event gives instead: the resource {@code reasons.tsv}. */
final class Reasons {
    private static final Pattern NUMBER = Pattern.compile("(?i)(0x)?([0-9a-f]{1,8})\\b.*");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String ENGLISH = "en";

    /** A text of one language with the numbers that it may stand for. */
    private record Reason(String language, String text, List<Long> codes) {}

    private static final TreeMap<String, Reason> REASONS = new TreeMap<>();
    private static final Map<Long, String> IN_ENGLISH = new HashMap<>();

    /** IPsec errors of Windows: a number below may be anything. */
    private static final long FIRST_ERROR = 13_000;

    private static final long LAST_ERROR = 13_999;

    static {
        for (String[] row : Table.rows(Reasons.class, "reasons.tsv")) {
            List<Long> codes =
                    Arrays.stream(row[2].split(",")).map(Long::valueOf).toList();
            REASONS.put(normal(row[1]), new Reason(row[0], row[1], codes));
            if (row[0].equals(ENGLISH)) {
                codes.forEach(code -> IN_ENGLISH.putIfAbsent(code, row[1]));
            }
        }
    }

    private Reasons() {}

    /** The numbers that a text may stand for; empty where no table knows it. */
    static List<Long> codes(String text) {
        String reason = normal(text);
        if (reason.isEmpty()) {
            return List.of();
        }
        List<Long> number = number(text.strip());
        if (!number.isEmpty()) {
            return number;
        }
        Reason known = known(reason);
        return known == null ? List.of() : known.codes();
    }

    /** A text of another language in English, with the language; empty where it is English, or no table knows it. */
    static String translated(String text) {
        Reason known = known(normal(text));
        return known == null || known.language().equals(ENGLISH)
                ? ""
                : IN_ENGLISH.getOrDefault(known.codes().get(0), known.text()) + " (" + known.language() + ")";
    }

    /** The table holds beginnings, and the longest one that fits counts. */
    private static @Nullable Reason known(String reason) {
        if (reason.isEmpty()) {
            return null;
        }
        for (Map.Entry<String, Reason> entry = REASONS.floorEntry(reason);
                entry != null;
                entry = REASONS.lowerEntry(entry.getKey())) {
            if (reason.startsWith(entry.getKey())) {
                return entry.getValue();
            }
            if (entry.getKey().charAt(0) != reason.charAt(0)) {
                return null;
            }
        }
        return null;
    }

    /** A number, decimal or hexadecimal, plain or as an HRESULT. */
    private static List<Long> number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return List.of();
        }
        boolean isHex = matcher.group(1) != null;
        try {
            long value = Long.parseLong(matcher.group(2), isHex ? 16 : 10);
            long plain = value >>> 16 == 0x8007 ? value & 0xffff : value;
            return plain >= FIRST_ERROR && plain <= LAST_ERROR || isHex && plain >= 1L << 31
                    ? List.of(plain)
                    : List.of();
        } catch (NumberFormatException e) {
            return List.of();
        }
    }

    private static String normal(String text) {
        String one = SPACE.matcher(text.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
        return one.endsWith(".") ? one.substring(0, one.length() - 1) : one;
    }
}
