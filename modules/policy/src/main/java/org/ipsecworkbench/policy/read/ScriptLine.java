package org.ipsecworkbench.policy.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.policy.Origin;
import org.jspecify.annotations.Nullable;

/** A command of {@code netsh ipsec dump}, or of a script, that makes a part of a policy. */
final class ScriptLine {
    private static final Pattern COMMAND = Pattern.compile(
            "(?i)^\\s*(?:\\S+>\\s*)?(?:netsh(?:\\.exe)?\\s+)?((?:ipsec|static|dynamic|advfirewall|consec|mainmode)\\s+)*"
                    + "(add|set)\\s+(policy|rule|filterlist|filter|filteraction|defaultrule|mmpolicy|qmpolicy|store)\\s+(.*)$");

    private static final Pattern PAIR = Pattern.compile("([A-Za-z0-9]+)\\s*=\\s*(\"[^\"]*\"?|\\S*)");
    private static final Pattern NEXT = Pattern.compile("\\s+[A-Za-z0-9]+\\s*=");

    private static final Map<String, BlockKind> KINDS = Map.of(
            "policy", BlockKind.POLICY,
            "rule", BlockKind.LEGACY_RULE,
            "filterlist", BlockKind.FILTER_LIST,
            "filter", BlockKind.FILTER,
            "filteraction", BlockKind.FILTER_ACTION,
            "defaultrule", BlockKind.DEFAULT_RULE,
            "mmpolicy", BlockKind.DYNAMIC_POLICY,
            "qmpolicy", BlockKind.DYNAMIC_POLICY);

    private ScriptLine() {}

    /** Reads one command, if the line is one; false if it is something else. */
    static boolean read(Line line, String context, Reading reading) {
        Matcher command = COMMAND.matcher(line.text());
        if (!command.matches() || command.group(4).indexOf('=') < 0) {
            return false;
        }
        String object = command.group(3).toLowerCase(Locale.ROOT);
        if (object.equals("store")) {
            return true;
        }
        String where = (context + " " + line.text().substring(0, command.start(2))).toLowerCase(Locale.ROOT);
        boolean isModern = where.contains("consec") || where.contains("mainmode");
        boolean isDynamic = where.contains("dynamic") || object.endsWith("mpolicy");
        BlockKind kind = isModern
                ? BlockKind.CONSEC
                : isDynamic && object.equals("rule")
                        ? BlockKind.DYNAMIC_FILTER
                        : KINDS.getOrDefault(object, BlockKind.FILTER);
        Origin origin = isDynamic ? new Origin(Origin.Kind.DYNAMIC, "") : Origin.UNKNOWN;
        Block block = reading.begin(kind, line.number(), origin);
        if (block != null) {
            reading.add(block, "verb", "", command.group(2).toLowerCase(Locale.ROOT), line.number());
            pairs(command.group(4), block, line.number(), reading);
        }
        return true;
    }

    private static void pairs(String text, Block block, int line, Reading reading) {
        for (String[] pair : split(text)) {
            Labels.Label label = Labels.in("script", pair[0]);
            String key = label == null ? "" : key(block.kind(), label.key());
            reading.add(block, key, pair[0], pair[1], line);
        }
    }

    /** Names of one object are keys of their own where a listing labels them so. */
    private static String key(BlockKind kind, String key) {
        if (!key.equals("name")) {
            return key.equals("filterlist") && kind == BlockKind.FILTER ? "filterlistname" : key;
        }
        return switch (kind) {
            case POLICY, DYNAMIC_POLICY -> "policyname";
            case LEGACY_RULE -> "rulename";
            case FILTER_LIST -> "filterlistname";
            case FILTER_ACTION -> "filteractionname";
            default -> "name";
        };
    }

    /** {@code key=value} pairs; a value in quotes, or up to the next blank before a key and an equals sign. */
    private static List<String[]> split(String text) {
        List<String[]> pairs = new ArrayList<>();
        Matcher pair = PAIR.matcher(text);
        int from = 0;
        while (pair.find(from)) {
            String value = pair.group(2);
            int end = pair.end();
            @Nullable String more = value.startsWith("\"") ? null : rest(text, end);
            if (more != null) {
                value += more;
                end += more.length();
            }
            pairs.add(new String[] {pair.group(1), unquoted(value)});
            from = end;
        }
        return pairs;
    }

    /** Lists of offers and names may have blanks without quotes. */
    private static String rest(String text, int from) {
        Matcher next = NEXT.matcher(text);
        return text.substring(from, next.find(from) ? next.start() : text.length());
    }

    private static String unquoted(String value) {
        String plain = value.strip();
        boolean isQuoted = plain.length() >= 2 && plain.startsWith("\"") && plain.endsWith("\"");
        return isQuoted ? plain.substring(1, plain.length() - 1) : plain;
    }
}
