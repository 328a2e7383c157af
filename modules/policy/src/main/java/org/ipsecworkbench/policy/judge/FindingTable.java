package org.ipsecworkbench.policy.judge;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.PolicyFinding;
import org.ipsecworkbench.policy.PolicyFinding.Kind;
import org.ipsecworkbench.policy.table.Table;

/** The rows of {@code findings.tsv}: what each kind of finding means. */
public final class FindingTable {
    /** Of one finding; further ones of the same kind are as good. */
    private static final int MAX_PLACES = 20;

    private static final Map<Kind, String[]> ROWS = new EnumMap<>(Kind.class);

    static {
        for (String[] row : Table.rows("findings.tsv", 6)) {
            ROWS.put(Kind.valueOf(row[0].toUpperCase(Locale.ROOT).replace('-', '_')), row);
        }
    }

    private FindingTable() {}

    static PolicyFinding finding(Kind kind, String statement, List<Place> places) {
        return finding(kind, statement, row(kind)[3], row(kind)[5], places);
    }

    /** With a reason of its own. */
    static PolicyFinding finding(Kind kind, String statement, String why, String source, List<Place> places) {
        List<Place> shown = places.stream().distinct().limit(MAX_PLACES).toList();
        return new PolicyFinding(kind, statement, why, row(kind)[4], source, shown);
    }

    /** What a kind is called. */
    public static String title(Kind kind) {
        return row(kind)[2];
    }

    /** Who says so. */
    static String source(Kind kind) {
        return row(kind)[5];
    }

    /** Whether it needs attention. */
    public static boolean needsAttention(Kind kind) {
        return row(kind)[1].equals("attention");
    }

    private static String[] row(Kind kind) {
        String[] row = ROWS.get(kind);
        if (row == null) {
            throw new IllegalStateException("findings.tsv has no " + kind);
        }
        return row;
    }
}
