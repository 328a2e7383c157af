package org.ipsecworkbench.policy.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.ipsecworkbench.policy.Origin;
import org.ipsecworkbench.policy.Setting;
import org.ipsecworkbench.policy.offer.MainModeText;
import org.ipsecworkbench.policy.offer.QuickModeText;
import org.ipsecworkbench.policy.table.Words;

/**
 * Reads connection security rules whose labels are in a language that no table has: by the values that Windows never
 * translates (actions, methods, algorithms), by labels that are the same in every language, by the digit at the end of a
 * label, and by the order of the lines.
 */
final class StructureReader {
    private static final Pattern ACTION =
            Pattern.compile("(?i)(request|require)in(request|require|clear)out|noauthentication");
    private static final Pattern PROFILES =
            Pattern.compile("(?i)(domain|private|public)(\\s*,\\s*(domain|private|public))*");
    private static final Pattern METHODS = Pattern.compile("(?i)(computer|user|anonymous)\\w*(\\s*,\\s*\\w+)*");
    private static final Pattern LIFETIME = Pattern.compile("(?i)\\d+min,\\d+sess");
    private static final Pattern KEY_METHOD = Pattern.compile("(?i).*computerpsk.*");

    private StructureReader() {}

    static void read(List<LooseLine> lines, Reading reading) {
        List<LooseLine> group = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            LooseLine line = lines.get(i);
            boolean isTitle = line.number() > 0
                    && i + 1 < lines.size()
                    && lines.get(i + 1).isRuler();
            if (isTitle) {
                finish(group, reading);
                group.clear();
            }
            if (!line.isRuler()) {
                group.add(line);
            }
        }
        finish(group, reading);
    }

    private static void finish(List<LooseLine> group, Reading reading) {
        int action = indexOfAction(group);
        Block block =
                action < 1 ? null : reading.begin(BlockKind.CONSEC, group.get(0).number(), Origin.UNKNOWN);
        if (block == null) {
            group.forEach(line -> reading.unknown(line.label(), line.value(), line.number()));
            return;
        }
        reading.problem(
                group.get(0).number(),
                "The labels are in a language that no table here has; this rule was read by its values and their order.");
        String before = "name";
        for (int i = 0; i < group.size(); i++) {
            LooseLine line = group.get(i);
            // The colon of an offer is none of a label.
            String whole = line.label().isEmpty() ? line.value() : line.label() + ":" + line.value();
            if (isListOpen(block) && (line.label().isEmpty() || QuickModeText.looksLike(whole))) {
                reading.append(block, whole);
                continue;
            }
            String key = i == 0 ? "name" : key(block, line, i, action, before);
            if (key.isEmpty()) {
                reading.unknown(line.label(), line.value(), line.number());
            } else {
                reading.add(block, key, line.label(), line.value(), line.number());
            }
            before = key;
        }
    }

    private static boolean isListOpen(Block block) {
        List<Setting> settings = block.settings();
        return !settings.isEmpty() && settings.get(settings.size() - 1).value().endsWith(",");
    }

    private static int indexOfAction(List<LooseLine> group) {
        for (int i = 0; i < group.size(); i++) {
            if (ACTION.matcher(group.get(i).value()).matches()) {
                return i;
            }
        }
        return -1;
    }

    private static String key(Block block, LooseLine line, int index, int action, String before) {
        String value = line.value();
        // Some labels are names that no language changes.
        Labels.Label known = Labels.in(BlockKind.CONSEC.context(), line.label());
        if (known != null && !known.key().isEmpty() && index != action) {
            return known.key();
        }
        if (index == action) {
            return "action";
        }
        if (index < action) {
            return beforeAction(block, line, index == action - 1);
        }
        if (before.equals("auth1") && KEY_METHOD.matcher(block.value("auth1")).matches()) {
            return "auth1psk";
        }
        if (QuickModeText.looksLike(value)) {
            return "qmoffers";
        }
        if (MainModeText.looksLike(value)) {
            return "mmoffers";
        }
        if (LIFETIME.matcher(value).matches()) {
            return "mmlifetime";
        }
        if (METHODS.matcher(value).matches()) {
            return value.toLowerCase(Locale.ROOT).startsWith("user") || block.has("auth1") ? "auth2" : "auth1";
        }
        return before.equals("qmoffers") ? "pfs" : "";
    }

    private static String beforeAction(Block block, LooseLine line, boolean isLast) {
        if (isLast) {
            return "protocol";
        }
        // The first thing that is said of a rule is whether it is on, and where.
        if (!block.has("enabled") && (Words.isYes(line.value()) || Words.isNo(line.value()))) {
            return "enabled";
        }
        if (PROFILES.matcher(line.value()).matches()) {
            return "profiles";
        }
        String side = line.label().endsWith("1") ? "1" : line.label().endsWith("2") ? "2" : "";
        if (side.isEmpty()) {
            return "";
        }
        return (block.has("endpoint" + side) ? "port" : "endpoint") + side;
    }
}
