package org.ipsecworkbench.policyexplorer;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ipsecworkbench.policy.PredictionMatrix;
import org.ipsecworkbench.policy.PredictionMatrix.Verdict;
import org.ipsecworkbench.workbench.Formats;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** What stands in the rows and columns of a matrix: hosts, those of a kind beside each other, or one line for each kind. */
@Messages({
    "# {0} - host",
    "# {1} - how many others",
    "LBL_Alike={0} and {1} more",
})
final class MatrixCells {
    /** Of the name of a host, so that the number of the others beside it stays in sight. */
    private static final int LETTERS = 16;

    private final PredictionMatrix matrix;
    private final int[] hosts;
    private final List<String> names;
    private final boolean isByKind;

    private MatrixCells(PredictionMatrix matrix, int[] hosts, List<String> names, boolean isByKind) {
        this.matrix = matrix;
        this.hosts = hosts;
        this.names = names;
        this.isByKind = isByKind;
    }

    /** A line for each kind, by its first host. */
    static MatrixCells byKind(PredictionMatrix matrix) {
        int[] first = new int[matrix.kinds()];
        for (int host = matrix.hosts().size() - 1; host >= 0; host--) {
            first[matrix.kindOf(host)] = host;
        }
        List<String> names = IntStream.range(0, first.length)
                .mapToObj(kind -> {
                    int others = matrix.hostsOf(kind).size() - 1;
                    String name = name(matrix, first[kind]);
                    return others == 0 ? name : Bundle.LBL_Alike(Formats.abbreviate(name, LETTERS), others);
                })
                .toList();
        return new MatrixCells(matrix, first, names, true);
    }

    /** A line for each host. */
    static MatrixCells byHost(PredictionMatrix matrix) {
        int[] ordered = IntStream.range(0, matrix.hosts().size())
                .boxed()
                .sorted(Comparator.comparingInt(matrix::kindOf))
                .mapToInt(Integer::intValue)
                .toArray();
        List<String> names =
                IntStream.of(ordered).mapToObj(host -> name(matrix, host)).toList();
        return new MatrixCells(matrix, ordered, names, false);
    }

    private static String name(PredictionMatrix matrix, int host) {
        return matrix.hosts().get(host).policy().name();
    }

    /** How many lines there are. */
    int size() {
        return hosts.length;
    }

    /** What a line is called. */
    String name(int line) {
        return names.get(line);
    }

    /** The host of a line; of a kind one that stands for it. */
    int host(int line) {
        return hosts[line];
    }

    /** Another host of the kind where a kind meets itself; the host of the line else. */
    int peer(int row, int column) {
        if (row != column || !isByKind) {
            return hosts[column];
        }
        for (int host = hosts[row] + 1; host < matrix.hosts().size(); host++) {
            if (matrix.kindOf(host) == matrix.kindOf(hosts[row])) {
                return host;
            }
        }
        return hosts[row];
    }

    /** What two lines come to; null where there is no pair: a host and itself. */
    @Nullable
    Verdict at(int row, int column) {
        return row == column && !isByKind
                ? null
                : matrix.verdict(matrix.kindOf(hosts[row]), matrix.kindOf(hosts[column]));
    }
}
