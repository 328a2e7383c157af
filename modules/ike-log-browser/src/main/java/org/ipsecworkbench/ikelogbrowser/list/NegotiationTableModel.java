package org.ipsecworkbench.ikelogbrowser.list;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javax.swing.table.AbstractTableModel;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ikelogbrowser.detail.Words;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** Negotiations as rows: those that failed first, then by their beginning. */
@Messages({
    "COL_Outcome=Outcome",
    "COL_Initiator=Initiator",
    "COL_Responder=Responder",
    "COL_Failure=Failure",
    "COL_Exchange=Version and mode",
    "COL_Start=Start",
    "COL_Messages=Steps"
})
final class NegotiationTableModel extends AbstractTableModel {
    private static final long serialVersionUID = 1;

    /** What a negotiation is asked for, column by column. */
    enum Column {
        OUTCOME(Bundle.COL_Outcome(), Outcome.class, Negotiation::outcome),
        INITIATOR(Bundle.COL_Initiator(), String.class, Negotiation::initiator),
        RESPONDER(Bundle.COL_Responder(), String.class, Negotiation::responder),
        FAILURE(Bundle.COL_Failure(), String.class, Words::failure),
        EXCHANGE(Bundle.COL_Exchange(), String.class, Words::exchange),
        START(Bundle.COL_Start(), Instant.class, Negotiation::start),
        STEPS(Bundle.COL_Messages(), Long.class, one -> one.steps().size() + one.droppedSteps());

        private final String title;
        private final Class<?> type;

        @SuppressWarnings("ImmutableEnumChecker") // all are method references or capture nothing
        private final Function<Negotiation, @Nullable Object> value;

        Column(String title, Class<?> type, Function<Negotiation, @Nullable Object> value) {
            this.title = title;
            this.type = type;
            this.value = value;
        }
    }

    private static final Column[] COLUMNS = Column.values();

    private transient List<Negotiation> rows = List.of();

    /** Shows others instead. */
    void show(List<Negotiation> negotiations) {
        rows = negotiations.stream()
                .sorted(Comparator.comparingInt(one -> Words.ORDER.indexOf(one.outcome())))
                .toList();
        fireTableDataChanged();
    }

    Negotiation negotiation(int row) {
        return rows.get(row);
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.length;
    }

    @Override
    public String getColumnName(int column) {
        return COLUMNS[column].title;
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return COLUMNS[column].type;
    }

    @Override
    public @Nullable Object getValueAt(int row, int column) {
        return COLUMNS[column].value.apply(rows.get(row));
    }
}
