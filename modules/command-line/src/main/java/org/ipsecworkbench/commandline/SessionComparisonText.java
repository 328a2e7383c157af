package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.ipsecworkbench.diagnosis.SessionChange;
import org.ipsecworkbench.diagnosis.SessionComparison;
import picocli.CommandLine.Help.Ansi;

/** What changed between two sessions, for people: what is worse, different, better, and what only one of them holds. */
final class SessionComparisonText {
    private static final String END = System.lineSeparator();

    private SessionComparisonText() {}

    static void write(String before, String after, SessionComparison comparison, Writer out, Ansi colours)
            throws IOException {
        out.write(before + " -> " + after + END);
        out.write("  " + colours.string("@|bold " + verdict(comparison) + "|@") + END);
        out.write("  " + comparison.headline() + END);
        SessionChange.Trend trend = null;
        for (SessionChange change : comparison.changes()) {
            if (change.trend() != trend) {
                trend = change.trend();
                out.write(END + "  " + colours.string("@|" + style(trend) + " " + trend.label() + "|@") + END);
            }
            change(change, out);
        }
        List<String> notCompared = comparison.notCompared();
        if (!notCompared.isEmpty()) {
            out.write(END + "  Not compared" + END);
            for (String one : notCompared) {
                out.write("    " + one + END);
            }
        }
    }

    private static String verdict(SessionComparison comparison) {
        return (comparison.isWorse() ? "worse" : comparison.isDifferent() ? "not the same" : "no change")
                .toUpperCase(Locale.ROOT);
    }

    private static String style(SessionChange.Trend trend) {
        return switch (trend) {
            case WORSE -> "bold,red";
            case DIFFERENT -> "bold,yellow";
            case BETTER -> "bold,green";
            case COLLECTED -> "bold";
        };
    }

    private static void change(SessionChange change, Writer out) throws IOException {
        boolean isNamed = change.hosts().stream().allMatch(change.statement()::contains);
        String whose = isNamed ? "" : " (" + String.join(", ", change.hosts()) + ")";
        out.write("    " + change.topic().label() + whose + ": " + change.statement() + "." + END);
        side("before", change.before(), out);
        side("now", change.after(), out);
    }

    private static void side(String when, String value, Writer out) throws IOException {
        if (!value.isEmpty()) {
            out.write(String.format(Locale.ROOT, "      %-7s %s%s", when + ":", value, END));
        }
    }
}
