package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.capture.Comparison;
import org.ipsecworkbench.capture.Comparison.Change;
import org.ipsecworkbench.capture.Comparison.PairChange;
import org.ipsecworkbench.capture.HostPair;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** What changed between two captures, for people: the outcome, why, and a line per pair, what needs attention first. */
final class ComparisonText {
    private static final int MAX_PAIRS = 40;

    private ComparisonText() {}

    static void write(Result before, Result after, Comparison comparison, Writer out, Ansi colours) throws IOException {
        StringBuilder text = new StringBuilder();
        line(text, before.name() + " -> " + after.name());
        line(text, "  " + styled(colours, comparison.outcome()));
        comparison.reasons().forEach(reason -> line(text, "  " + reason));
        List<PairChange> shown = comparison.changes().stream().limit(MAX_PAIRS).toList();
        if (!shown.isEmpty()) {
            table(text, shown);
        }
        if (comparison.changes().size() > shown.size()) {
            line(
                    text,
                    "  and " + (comparison.changes().size() - shown.size()) + " more pairs (--format json lists them)");
        }
        out.write(text.toString());
    }

    private static void table(StringBuilder text, List<PairChange> changes) {
        int width = Math.max(
                "host pair".length(),
                changes.stream().mapToInt(change -> name(change).length()).max().orElse(0));
        line(text, "");
        line(text, String.format(Locale.ROOT, "  %-" + width + "s  %17s     %s", "host pair", "protected", "change"));
        for (PairChange change : changes) {
            line(
                    text,
                    String.format(
                            Locale.ROOT,
                            "  %-" + width + "s  %7s -> %7s  %s",
                            name(change),
                            share(change.before()),
                            share(change.after()),
                            change.change().label()));
        }
    }

    private static String name(PairChange change) {
        return change.a() + " - " + change.b() + (change.network().isEmpty() ? "" : " (" + change.network() + ")");
    }

    private static String share(@Nullable HostPair pair) {
        return pair == null || pair.total().eligible() == 0
                ? "-"
                : CoverageText.percent(pair.total().protectedShare());
    }

    private static String styled(Ansi colours, Change outcome) {
        String words = outcome.label().toUpperCase(Locale.ROOT);
        String style = outcome.needsAttention() ? "bold,red" : outcome == Change.MORE_PROTECTED ? "bold,cyan" : "bold";
        return colours.enabled() ? colours.string("@|" + style + " " + words + "|@") : words;
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }
}
