package org.ipsecworkbench.captureviewer.coverage;

import java.util.List;
import java.util.function.Function;
import javax.swing.table.AbstractTableModel;
import org.ipsecworkbench.capture.Count;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.capture.Verdict;
import org.openide.util.NbBundle.Messages;

/** The host pairs as rows, in the engine's order: those that need attention first. */
@Messages({
    "COL_Verdict=Verdict",
    "COL_A=Host A",
    "COL_B=Host B",
    "COL_Network=Network",
    "COL_Protected=Protected (%)",
    "COL_Confidential=Confidential (%)",
    "COL_Eligible=Eligible (pkts)",
    "COL_Clear=Clear (pkts)",
    "COL_Bytes=Size (B)",
    "COL_Confidence=Confidence (%)",
    "COL_Reason=Reason"
})
final class PairTableModel extends AbstractTableModel {
    private static final long serialVersionUID = 1;

    /** What a pair is asked for, column by column. */
    enum Column {
        VERDICT(Bundle.COL_Verdict(), Verdict.class, HostPair::verdict),
        A(Bundle.COL_A(), String.class, HostPair::a),
        B(Bundle.COL_B(), String.class, HostPair::b),
        NETWORK(Bundle.COL_Network(), String.class, HostPair::network),
        PROTECTED(
                Bundle.COL_Protected(),
                Double.class,
                pair -> share(pair, pair.total().protectedShare())),
        CONFIDENTIAL(
                Bundle.COL_Confidential(),
                Double.class,
                pair -> share(pair, pair.total().confidentialShare())),
        ELIGIBLE(Bundle.COL_Eligible(), Long.class, pair -> pair.total().eligible()),
        CLEAR(Bundle.COL_Clear(), Long.class, pair -> pair.total().clear().packets()),
        BYTES(Bundle.COL_Bytes(), Long.class, PairTableModel::bytes),
        CONFIDENCE(Bundle.COL_Confidence(), Double.class, HostPair::confidence),
        REASON(
                Bundle.COL_Reason(),
                String.class,
                pair -> pair.reasons().isEmpty() ? "" : pair.reasons().get(0));

        private final String title;
        private final Class<?> type;

        @SuppressWarnings("ImmutableEnumChecker") // all are method references or capture nothing
        private final Function<HostPair, Object> value;

        Column(String title, Class<?> type, Function<HostPair, Object> value) {
            this.title = title;
            this.type = type;
            this.value = value;
        }
    }

    private static final Column[] COLUMNS = Column.values();

    private transient List<HostPair> pairs = List.of();

    /** Shows other pairs. */
    void show(List<HostPair> newPairs) {
        int before = pairs.size();
        pairs = newPairs;
        // Updates in place keep the selection and the scroll position; it is the view that cares for pairs that moved.
        int common = Math.min(before, newPairs.size());
        if (common > 0) {
            fireTableRowsUpdated(0, common - 1);
        }
        if (newPairs.size() > before) {
            fireTableRowsInserted(before, newPairs.size() - 1);
        } else if (newPairs.size() < before) {
            fireTableRowsDeleted(newPairs.size(), before - 1);
        }
    }

    HostPair pair(int row) {
        return pairs.get(row);
    }

    List<HostPair> pairs() {
        return pairs;
    }

    /** No share of nothing: 0 % would read as all in clear. */
    private static double share(HostPair pair, double share) {
        return pair.total().eligible() == 0 ? Double.NaN : share;
    }

    static long bytes(HostPair pair) {
        return pair.classes().values().stream().mapToLong(Count::bytes).sum();
    }

    @Override
    public int getRowCount() {
        return pairs.size();
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
    public Object getValueAt(int row, int column) {
        return COLUMNS[column].value.apply(pairs.get(row));
    }
}
