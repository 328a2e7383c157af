package org.ipsecworkbench.captureviewer.coverage;

import java.util.function.Function;
import org.ipsecworkbench.capture.Count;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.capture.Verdict;
import org.ipsecworkbench.workbench.RowsModel;
import org.openide.util.NbBundle.Messages;

/** What a host pair is asked for, column by column. */
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
enum PairColumn implements RowsModel.Column<HostPair> {
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
    BYTES(Bundle.COL_Bytes(), Long.class, PairColumn::bytes),
    CONFIDENCE(Bundle.COL_Confidence(), Double.class, HostPair::confidence),
    REASON(
            Bundle.COL_Reason(),
            String.class,
            pair -> pair.reasons().isEmpty() ? "" : pair.reasons().get(0));

    private final String title;
    private final Class<?> type;

    @SuppressWarnings("ImmutableEnumChecker") // all are method references or capture nothing
    private final Function<HostPair, Object> value;

    PairColumn(String title, Class<?> type, Function<HostPair, Object> value) {
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
    public Object of(HostPair pair) {
        return value.apply(pair);
    }

    /** No share of nothing: 0 % would read as all in clear. */
    private static double share(HostPair pair, double share) {
        return pair.total().eligible() == 0 ? Double.NaN : share;
    }

    static long bytes(HostPair pair) {
        return pair.classes().values().stream().mapToLong(Count::bytes).sum();
    }
}
