package org.ipsecworkbench.policy.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.ipsecworkbench.policy.Origin;
import org.ipsecworkbench.policy.Setting;
import org.ipsecworkbench.policy.offer.MainModeText;
import org.ipsecworkbench.policy.offer.QuickModeText;
import org.jspecify.annotations.Nullable;

/**
 * Reads listings of netsh, netdiag and PowerShell, and scripts, in any order and several in one file.
 *
 * <p>A line is told by its label: before a colon, before two blanks, or, where columns were glued together, the longest label
 * that it begins with. A label that opens a block begins a new one. What has no known label is tried by its value, and else
 * left to {@link StructureReader}.
 */
public final class TextReader {
    private static final Pattern COMMAND =
            Pattern.compile("(?i)(?:^|.*>)\\s*(netsh(?:\\.exe)?|pushd|popd|Get-Net\\w+|Find-Net\\w+)\\b.*");
    private static final Pattern ERROR = Pattern.compile("(?i)^\\s*ERR\\s+[^\\[]*\\[(\\d+)\\]\\s*:?(.*)$");
    private static final Pattern METHOD = Pattern.compile("(?i)^(kerberos|computerkerb|userkerb)\\s*$");
    private static final Pattern COLUMNS = Pattern.compile("\\s{2,}|\\t");
    private static final int CONTINUED = 8;

    private final Reading reading;
    private final List<LooseLine> loose = new ArrayList<>();
    private @Nullable Block block;
    private String context = "";
    private Origin origin = Origin.UNKNOWN;
    private boolean mayContinue;
    /** Whether the paragraph has a line that no table knows: it is left to {@link StructureReader} as a whole. */
    private boolean isForeign;
    /** Whether the paragraph began an object that a table knows. */
    private boolean isOpened;

    private TextReader(Reading reading) {
        this.reading = reading;
    }

    /** Reads one file. */
    public static void read(String text, Reading reading) {
        TextReader reader = new TextReader(reading);
        for (Line line : Line.of(text)) {
            reader.line(line);
        }
        StructureReader.read(reader.loose, reading);
    }

    private void line(Line line) {
        String text = line.text().strip();
        if (text.isEmpty()) {
            mayContinue = false;
            isForeign = false;
            isOpened = false;
            return;
        }
        if (Line.isRuler(text)) {
            loose.add(LooseLine.RULER);
            return;
        }
        if (text.startsWith("#") || ScriptLine.read(line, context, reading) || IpseccmdLine.read(line, reading)) {
            block = null;
            return;
        }
        if (COMMAND.matcher(text).matches()) {
            command(text);
            return;
        }
        var error = ERROR.matcher(text);
        if (error.matches()) {
            reading.problem(line.number(), "netsh reported error " + error.group(1) + ":" + error.group(2));
            return;
        }
        if (block != null && block.kind() == BlockKind.NETDIAG && NetdiagLine.read(line, block, reading)) {
            return;
        }
        if (!labelled(line, text) && !valued(line, text)) {
            other(line, text);
        }
    }

    private void command(String text) {
        context = text.toLowerCase(Locale.ROOT);
        block = null;
        mayContinue = false;
        origin = context.contains("dynamic") ? new Origin(Origin.Kind.DYNAMIC, "") : Origin.UNKNOWN;
    }

    private boolean labelled(Line line, String text) {
        int colon = text.indexOf(':');
        if (colon > 0) {
            String before = text.substring(0, colon).strip().replaceAll("[ .]+$", "");
            if (take(line, before, text.substring(colon + 1).strip(), text)) {
                return true;
            }
        }
        String[] columns = COLUMNS.split(text, 2);
        if (columns.length == 2 && !columns[1].startsWith("- ") && take(line, columns[0], columns[1].strip(), text)) {
            return true;
        }
        if (columns.length == 1 && colon < 0 && take(line, text, "", text)) {
            return true;
        }
        return glued(line, text);
    }

    /** Columns that lost the blanks between them. */
    private boolean glued(Line line, String text) {
        Labels.Label label = Labels.prefix(block == null ? "" : block.kind().context(), text);
        if (label == null || text.startsWith("- ", label.text().length())) {
            return false;
        }
        String value = text.substring(label.text().length()).strip();
        return !value.startsWith("- ") && take(line, label, value.startsWith(":") ? value.substring(1) : value);
    }

    private boolean take(Line line, String before, String value, String whole) {
        if (Labels.in("noise", whole) != null) {
            block = null;
            mayContinue = false;
            return true;
        }
        Labels.Label label = block == null ? null : Labels.in(block.kind().context(), before);
        if (label != null && block != null && !label.key().isEmpty() && isTwice(block, label)) {
            label = null;
        }
        if (label == null) {
            label = Labels.opener(before);
        }
        return label != null && take(line, label, value);
    }

    /** A second name is one of the next object, which may be of another kind of listing. */
    private static boolean isTwice(Block block, Labels.Label label) {
        return label.key().endsWith("name") && label.opens() == null && block.has(label.key());
    }

    private boolean take(Line line, Labels.Label label, String value) {
        BlockKind opens = label.opens();
        boolean isOpen = block != null && block.kind() == opens;
        if (isForeign && opens == BlockKind.CONSEC && label.onlyIfNone() && !isOpen) {
            return false;
        }
        boolean isNext = isOpen && isOtherObject(label, value);
        if (opens != null && (isNext || !(label.onlyIfNone() && (isOpen || isAnswered(label))))) {
            block = reading.begin(opens, line.number(), origin);
            isOpened = true;
            if (block != null && opens == BlockKind.PROFILE && context.contains("currentprofile")) {
                reading.add(block, "current", "", "yes", line.number());
            }
        }
        mayContinue = true;
        if (block == null) {
            return false;
        }
        String text = label.fixed().isEmpty() ? value : label.fixed();
        if (!label.key().isEmpty()) {
            reading.add(block, label.key(), label.text(), text, line.number());
        }
        return true;
    }

    /** Objects of cmdlets follow one another, each with an identity of its own; one object may tell it twice. */
    private boolean isOtherObject(Labels.Label label, String value) {
        return block != null
                && block.kind() == BlockKind.CMDLET
                && block.has(label.key())
                && !block.value(label.key()).equals(value.strip());
    }

    /** Whether the open block knows the label too, and so has it for itself. */
    private boolean isAnswered(Labels.Label label) {
        return block != null && Labels.in(block.kind().context(), label.text()) != null && !isTwice(block, label);
    }

    /** Lines without a label whose value says what they are, in every language. */
    private boolean valued(Line line, String text) {
        if (block == null || isForeign) {
            return false;
        }
        if (mayContinue && line.indent() >= CONTINUED && isListOpen(block)) {
            reading.append(block, text);
            return true;
        }
        boolean isPlain = text.indexOf(':') < 0 || QuickModeText.looksLike(text);
        String key = isPlain && QuickModeText.looksLike(text)
                ? "qmoffers"
                : isPlain && MainModeText.looksLike(text)
                        ? "mmoffers"
                        : METHOD.matcher(text).matches() ? "kerberos" : "";
        if (key.isEmpty()) {
            return false;
        }
        reading.add(block, key, "", key.equals("kerberos") ? "yes" : text, line.number());
        return true;
    }

    private static boolean isListOpen(Block block) {
        List<Setting> settings = block.settings();
        return !settings.isEmpty() && settings.get(settings.size() - 1).value().endsWith(",");
    }

    private void other(Line line, String text) {
        int colon = text.indexOf(':');
        boolean isLabelled = colon > 0;
        if (!isLabelled && block != null && mayContinue && line.indent() >= CONTINUED) {
            reading.append(block, " " + text);
            return;
        }
        isForeign |= isLabelled && !isOpened;
        loose.add(new LooseLine(
                line.number(),
                isLabelled ? text.substring(0, colon).strip() : "",
                isLabelled ? text.substring(colon + 1).strip() : text));
    }
}
