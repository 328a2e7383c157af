package org.ipsecworkbench.certificateinspector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ipsecworkbench.certificateinspector.Grouping.Group;

/**
 * How certificates are put into lines: which, in what groups, in what order. Pure; some milliseconds for 10,000 certificates.
 *
 * @param words all have to be in a certificate's line, in any case; empty takes all
 * @param choice which kinds are shown
 * @param column by which each group is sorted
 * @param isAscending which way
 * @param closed keys of groups that only show their heading
 */
record Arrangement(
        String words,
        Choice choice,
        Grouping grouping,
        CertificateColumn column,
        boolean isAscending,
        Set<String> closed) {
    /** Copies the set. */
    Arrangement {
        closed = Set.copyOf(closed);
    }

    /**
     * Lines of a table.
     *
     * @param shown how many certificates the filter leaves, also those of closed groups
     */
    record Arranged(List<Line> lines, int shown, int all) {}

    /** Puts certificates into lines. */
    Arranged arrange(List<CertificateRow> rows) {
        List<String> wanted = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        List<CertificateRow> left = new ArrayList<>();
        for (CertificateRow row : rows) {
            if (choice.takes(row) && wanted.stream().allMatch(row.text()::contains)) {
                left.add(row);
            }
        }
        left.sort(order());
        return new Arranged(grouped(left), left.size(), rows.size());
    }

    private List<Line> grouped(List<CertificateRow> sorted) {
        Map<Group, List<CertificateRow>> groups = new TreeMap<>();
        for (CertificateRow row : sorted) {
            groups.computeIfAbsent(grouping.of(row), group -> new ArrayList<>()).add(row);
        }
        List<Line> lines = new ArrayList<>();
        groups.forEach((group, members) -> {
            boolean isOpen = !closed.contains(group.key());
            if (!group.title().isEmpty()) {
                lines.add(new Line.Heading(group.key(), group.title(), group.note(), members.size(), isOpen));
            }
            if (isOpen) {
                members.forEach(row -> lines.add(new Line.Entry(row)));
            }
        });
        return lines;
    }

    private Comparator<CertificateRow> order() {
        return isAscending ? column.order() : column.order().reversed();
    }
}
