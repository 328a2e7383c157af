package org.ipsecworkbench.policyexplorer;

import org.ipsecworkbench.policy.ComparedValue;
import org.ipsecworkbench.workbench.RowsModel;

/** Columns of two policies beside each other. */
enum ComparisonColumn implements RowsModel.Column<ComparedValue> {
    STANDING("Result"),
    SUBJECT("Of"),
    ATTRIBUTE("Value"),
    FIRST("First policy"),
    SECOND("Second policy");

    private final String title;

    ComparisonColumn(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Class<?> type() {
        return this == STANDING ? ComparedValue.Standing.class : String.class;
    }

    @Override
    public Object of(ComparedValue row) {
        return switch (this) {
            case STANDING -> row.standing();
            case SUBJECT -> row.subject();
            case ATTRIBUTE -> row.attribute();
            case FIRST -> row.ofFirst();
            case SECOND -> row.ofSecond();
        };
    }
}
