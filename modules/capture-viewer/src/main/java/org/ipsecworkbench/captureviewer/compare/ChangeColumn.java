package org.ipsecworkbench.captureviewer.compare;

import java.util.function.Function;
import org.ipsecworkbench.capture.Comparison.Change;
import org.ipsecworkbench.capture.Comparison.PairChange;
import org.ipsecworkbench.capture.Count;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.workbench.RowsModel;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** What the change of a pair is asked for, column by column. */
@Messages({
    "COL_Change=Change",
    "COL_A=Host A",
    "COL_B=Host B",
    "COL_Network=Network",
    "COL_ProtectedBefore=Protected before (%)",
    "COL_ProtectedAfter=after (%)",
    "COL_PacketsBefore=Packets before",
    "COL_PacketsAfter=after",
    "COL_Reason=Reason"
})
enum ChangeColumn implements RowsModel.Column<PairChange> {
    CHANGE(Bundle.COL_Change(), Change.class, PairChange::change),
    A(Bundle.COL_A(), String.class, PairChange::a),
    B(Bundle.COL_B(), String.class, PairChange::b),
    NETWORK(Bundle.COL_Network(), String.class, PairChange::network),
    PROTECTED_BEFORE(Bundle.COL_ProtectedBefore(), Double.class, change -> share(change.before())),
    PROTECTED_AFTER(Bundle.COL_ProtectedAfter(), Double.class, change -> share(change.after())),
    PACKETS_BEFORE(Bundle.COL_PacketsBefore(), Long.class, change -> packets(change.before())),
    PACKETS_AFTER(Bundle.COL_PacketsAfter(), Long.class, change -> packets(change.after())),
    REASON(Bundle.COL_Reason(), String.class, change -> String.join(" ", change.reasons()));

    private final String title;
    private final Class<?> type;

    @SuppressWarnings("ImmutableEnumChecker") // all are method references or capture nothing
    private final Function<PairChange, Object> value;

    ChangeColumn(String title, Class<?> type, Function<PairChange, Object> value) {
        this.title = title;
        this.type = type;
        this.value = value;
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
    public Object of(PairChange change) {
        return value.apply(change);
    }

    /** No share of nothing: 0 % would read as all in clear. */
    static double share(@Nullable HostPair pair) {
        return pair == null || pair.total().eligible() == 0
                ? Double.NaN
                : pair.total().protectedShare();
    }

    private static long packets(@Nullable HostPair pair) {
        return pair == null
                ? 0
                : pair.classes().values().stream().mapToLong(Count::packets).sum();
    }
}
