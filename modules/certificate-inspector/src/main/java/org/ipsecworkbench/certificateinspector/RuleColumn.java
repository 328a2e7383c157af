package org.ipsecworkbench.certificateinspector;

import org.ipsecworkbench.certificate.Fitness.Standing;
import org.ipsecworkbench.workbench.RowsModel;

/** Columns of the rules of IKE. */
enum RuleColumn implements RowsModel.Column<RuleRow> {
    RULE("Rule", String.class),
    VERDICT("Verdict", Standing.class),
    WHY("Reason", String.class),
    EVIDENCE("Evidence", String.class);

    private final String title;
    private final Class<?> type;

    RuleColumn(String title, Class<?> type) {
        this.title = title;
        this.type = type;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Class<?> type() {
        return type;
    }

    @Override
    public Object of(RuleRow row) {
        return switch (this) {
            case RULE -> row.rule().label();
            case VERDICT -> row.standing();
            case WHY -> row.why();
            case EVIDENCE -> row.evidence();
        };
    }
}
