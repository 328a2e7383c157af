package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ipsecworkbench.policy.Outcome;
import org.ipsecworkbench.policy.Prediction;
import org.ipsecworkbench.policy.PredictionMatrix;
import org.ipsecworkbench.policy.PredictionMatrix.Host;
import org.ipsecworkbench.policy.PredictionMatrix.Verdict;
import picocli.CommandLine.Help.Ansi;

/** A matrix for people: how many pairs come to what, which hosts are alike, and what their kinds come to, worst first. */
final class MatrixText {
    private static final int MAX_NAMES = 5;
    private static final int MAX_CELLS = 40;

    private final PredictionMatrix matrix;
    private final Writer out;
    private final Ansi colours;

    private MatrixText(PredictionMatrix matrix, Writer out, Ansi colours) {
        this.matrix = matrix;
        this.out = out;
        this.colours = colours;
    }

    static void write(PredictionMatrix matrix, Writer out, Ansi colours) throws IOException {
        new MatrixText(matrix, out, colours).write();
    }

    /** Two kinds and what they come to. */
    private record Cell(int from, int to, Outcome outcome) {}

    private void write() throws IOException {
        line(String.format(
                Locale.ROOT,
                "%,d hosts of %,d kinds, %s",
                matrix.hosts().size(),
                matrix.kinds(),
                matrix.service().label()));
        for (Map.Entry<Outcome, Long> count : matrix.counts().entrySet()) {
            line(String.format(Locale.ROOT, "  %,10d  %s", count.getValue(), words(count.getKey())));
        }
        line("");
        for (int kind = 0; kind < matrix.kinds(); kind++) {
            List<Host> hosts = matrix.hostsOf(kind);
            String names = hosts.stream()
                    .limit(MAX_NAMES)
                    .map(host -> host.policy().name() + " (" + host.address().text() + ")")
                    .collect(Collectors.joining(", "));
            String more = hosts.size() > MAX_NAMES ? " and " + (hosts.size() - MAX_NAMES) + " more" : "";
            line("  Kind " + (kind + 1) + ": " + names + more);
        }
        List<Cell> cells = cells();
        for (Cell cell : cells.subList(0, Math.min(MAX_CELLS, cells.size()))) {
            long pairs = matrix.pairs(cell.from(), cell.to());
            Prediction prediction = Objects.requireNonNull(matrix.cell(cell.from(), cell.to()));
            line("");
            line(String.format(
                    Locale.ROOT,
                    "  Kind %d to kind %d, %,d %s: %s, confidence %.0f %%",
                    cell.from() + 1,
                    cell.to() + 1,
                    pairs,
                    pairs == 1 ? "pair" : "pairs",
                    words(cell.outcome()),
                    prediction.confidence() * 100));
            line("    " + prediction.decisive().why());
            if (!prediction.decisive().cure().isEmpty()) {
                line("    What helps: " + prediction.decisive().cure());
            }
        }
        if (cells.size() > MAX_CELLS) {
            line("");
            line("  and " + (cells.size() - MAX_CELLS) + " more pairs of kinds (--format json lists all)");
        }
    }

    /** All pairs of kinds, worst first. */
    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (int from = 0; from < matrix.kinds(); from++) {
            for (int to = 0; to < matrix.kinds(); to++) {
                Verdict verdict = matrix.verdict(from, to);
                if (verdict != null) {
                    cells.add(new Cell(from, to, verdict.outcome()));
                }
            }
        }
        cells.sort((one, other) -> other.outcome().compareTo(one.outcome()));
        return cells;
    }

    private String words(Outcome outcome) {
        return outcome.compareTo(Outcome.CLEAR_BY_DESIGN) < 0
                ? outcome.label()
                : colours.string("@|bold " + outcome.label() + "|@");
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write(System.lineSeparator());
    }
}
