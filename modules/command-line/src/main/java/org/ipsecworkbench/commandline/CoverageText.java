package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipsecworkbench.capture.Count;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Direction;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.Verdict;
import picocli.CommandLine.Help.Ansi;

/** Coverage for a tired engineer: the verdict, why, and a bar per pair, what needs attention first. */
final class CoverageText {
    private static final int BAR = 20;
    private static final int MAX_PAIRS = 40;

    private final Writer out;
    private final Ansi colours;

    private CoverageText(Writer out, Ansi colours) {
        this.out = out;
        this.colours = colours;
    }

    static void write(List<Result> results, Writer out, Ansi colours) throws IOException {
        boolean first = true;
        for (Result result : results) {
            Coverage coverage = result.coverage();
            if (coverage == null) {
                continue;
            }
            if (!first) {
                out.write(System.lineSeparator());
            }
            first = false;
            new CoverageText(out, colours).capture(result.name(), coverage);
        }
    }

    private void capture(String name, Coverage coverage) throws IOException {
        line(name);
        line("  " + styled(coverage.verdict(), coverage.verdict().label().toUpperCase(Locale.ROOT)));
        for (String reason : coverage.reasons()) {
            line("  " + reason);
        }
        List<HostPair> pairs = coverage.pairs();
        if (!pairs.isEmpty()) {
            line("");
            pairs(pairs);
        }
        line("");
        line("  " + summary(coverage));
        for (String line : ProblemLines.of(coverage.problems())) {
            line(line);
        }
    }

    private void pairs(List<HostPair> pairs) throws IOException {
        List<HostPair> shown = pairs.stream().limit(MAX_PAIRS).toList();
        int width = Math.max(
                "host pair".length(),
                shown.stream().mapToInt(pair -> name(pair).length()).max().orElse(0));
        line(String.format(
                Locale.ROOT,
                "  %-" + (BAR + 2) + "s  %7s  %-" + width + "s  %10s  %s",
                "protected",
                "",
                "host pair",
                "packets",
                "verdict"));
        for (HostPair pair : shown) {
            Direction total = pair.total();
            boolean any = total.eligible() > 0;
            line(String.format(
                    Locale.ROOT,
                    "  %s  %7s  %-" + width + "s  %,10d  %s",
                    bar(total),
                    any ? percent(total.protectedShare()) : "-",
                    name(pair),
                    total.eligible(),
                    styled(pair.verdict(), pair.verdict().label())));
        }
        if (pairs.size() > shown.size()) {
            line("  and " + (pairs.size() - shown.size()) + " more pairs (--format json lists them)");
        }
    }

    private static String name(HostPair pair) {
        return pair.a() + " - " + pair.b() + (pair.network().isEmpty() ? "" : " (" + pair.network() + ")");
    }

    /** '#' encrypted, '=' protected but readable or not proven, '.' in clear. Every sort that was seen gets a mark. */
    private static String bar(Direction total) {
        long eligible = total.eligible();
        if (eligible == 0) {
            return "[" + " ".repeat(BAR) + "]";
        }
        int clear = marks(total.clear().packets(), eligible);
        int encrypted = marks(total.encrypted().packets(), eligible);
        int other = BAR - clear - encrypted;
        boolean hasOther = total.readable().packets() + total.unproven().packets() > 0;
        if (hasOther && other < 1) {
            encrypted = Math.max(0, encrypted - 1);
        } else if (!hasOther) {
            encrypted = total.encrypted().packets() == 0 ? 0 : BAR - clear;
            clear = BAR - encrypted;
        }
        other = BAR - clear - encrypted;
        return "[" + "#".repeat(encrypted) + "=".repeat(other) + ".".repeat(clear) + "]";
    }

    private static int marks(long part, long whole) {
        if (part == 0) {
            return 0;
        }
        int marks = (int) Math.round(BAR * (double) part / whole);
        return Math.min(Math.max(marks, 1), part == whole ? BAR : BAR - 1);
    }

    static String percent(double share) {
        double percent = share * 100;
        if (percent > 99.9 && percent < 100) {
            return ">99.9 %";
        }
        return percent > 0 && percent < 0.1 ? "<0.1 %" : String.format(Locale.ROOT, "%.1f %%", percent);
    }

    private static String summary(Coverage coverage) {
        String time = "";
        if (coverage.start() != null && coverage.end() != null) {
            double seconds = Duration.between(coverage.start(), coverage.end()).toNanos() / 1e9;
            time = String.format(Locale.ROOT, " in %,.1f s", seconds);
        }
        return String.format(
                Locale.ROOT,
                "%s, %s: %,d packets, %,d bytes%s; %s",
                coverage.format(),
                coverage.linkTypes().isEmpty() ? "no link layer" : String.join(", ", coverage.linkTypes()),
                coverage.packets(),
                coverage.bytes(),
                time,
                coverage.classes().isEmpty() ? "no packets" : classes(coverage.classes()));
    }

    private static String classes(Map<TrafficClass, Count> classes) {
        return classes.entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%s %,d",
                        entry.getKey().label(),
                        entry.getValue().packets()))
                .collect(Collectors.joining(", "));
    }

    private String styled(Verdict verdict, String text) {
        String style = switch (verdict) {
            case ENCRYPTED -> "bold,cyan";
            case CLEAR, MIXED -> "bold,red";
            case INTEGRITY_ONLY, AUTHENTICATED_ONLY, PROTECTED_UNKNOWN -> "bold,yellow";
            case INSUFFICIENT, INCONCLUSIVE -> "bold";
        };
        return colours.enabled() ? colours.string("@|" + style + " " + text + "|@") : text;
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write(System.lineSeparator());
    }
}
