package org.ipsecworkbench.policy.predict;

import java.util.List;
import org.ipsecworkbench.policy.Demand;
import org.ipsecworkbench.policy.Effective;
import org.ipsecworkbench.policy.Fact;
import org.ipsecworkbench.policy.Generation;
import org.ipsecworkbench.policy.Role;
import org.ipsecworkbench.policy.Rule;
import org.ipsecworkbench.policy.Side;
import org.ipsecworkbench.policy.Treatment;
import org.ipsecworkbench.policy.table.Table;

/**
 * What follows from the roles of two hosts, by {@code matrix.tsv}.
 *
 * @param generation which policy model both have
 * @param sender role of the host that begins, or *
 * @param receiver role of the other one, or *
 * @param result what follows
 * @param onFailure what follows where a negotiation fails; the same as the result where there is none
 * @param fact the sentence, its confidence and its source
 */
record MatrixRow(String generation, String sender, String receiver, Result result, Result onFailure, Fact fact) {
    /** What follows. */
    enum Result {
        CLEAR,
        CLEAR_BY_FALLBACK,
        BLOCKED,
        FAILS,
        NEGOTIATE,
        /** The receiver begins it with its answer. */
        NEGOTIATE_BACK
    }

    private static final List<MatrixRow> ROWS = Table.rows("matrix.tsv", 8).stream()
            .map(row -> new MatrixRow(
                    row[0],
                    row[1],
                    row[2],
                    Result.valueOf(row[3]),
                    Result.valueOf(row[4].equals("-") ? row[3] : row[4]),
                    new Fact(
                            "matrix " + row[0] + " " + row[1] + " " + row[2],
                            "",
                            Double.parseDouble(row[5]),
                            row[7],
                            row[6])))
            .toList();

    /** All rows, in order. */
    static List<MatrixRow> rows() {
        return ROWS;
    }

    /** The first row that fits. */
    static MatrixRow of(Generation generation, String sender, String receiver) {
        String model = generation == Generation.LEGACY ? "legacy" : "modern";
        return ROWS.stream()
                .filter(row -> row.generation.equals(model) && fits(row.sender, sender) && fits(row.receiver, receiver))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "matrix.tsv has no row for " + model + " " + sender + " " + receiver));
    }

    private static boolean fits(String pattern, String role) {
        return pattern.equals("*") || pattern.equals(role);
    }

    /** The role of a host by the names of the table. */
    static String role(Effective effective, Side side, Generation generation) {
        Rule rule = effective.rule();
        if (effective.role() != Role.NEGOTIATE || rule == null) {
            boolean isResponding = effective.role() == Role.RESPOND && generation == Generation.LEGACY;
            return switch (effective.role()) {
                case PERMIT, EXEMPT -> "PERMIT";
                case BLOCK -> "BLOCK";
                case RESPOND -> isResponding ? "RESPOND" : "NONE";
                default -> "NONE";
            };
        }
        Treatment treatment = rule.treatment();
        if (side == Side.SOURCE) {
            return treatment.outbound().name();
        }
        boolean takesClear = treatment.inbound() == Demand.REQUEST;
        boolean isHard = generation == Generation.LEGACY && treatment.outbound() == Demand.REQUIRE;
        return takesClear && isHard ? "REQUEST_IN" : treatment.inbound().name();
    }
}
