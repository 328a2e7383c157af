package org.ipsecworkbench.policyexplorer;

import org.ipsecworkbench.workbench.RowsModel;

/** Columns of the proof of a prediction. */
enum TraceColumn implements RowsModel.Column<TraceRow> {
    RESULT("Result"),
    TITLE("Step"),
    SENDER("Who begins"),
    RECEIVER("Who answers"),
    WHY("Why");

    private final String title;

    TraceColumn(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Class<?> type() {
        return this == RESULT ? TraceRow.class : String.class;
    }

    @Override
    public Object of(TraceRow row) {
        return switch (this) {
            case RESULT -> row;
            case TITLE -> row.title();
            case SENDER -> row.ofSender();
            case RECEIVER -> row.ofReceiver();
            case WHY -> row.why();
        };
    }
}
