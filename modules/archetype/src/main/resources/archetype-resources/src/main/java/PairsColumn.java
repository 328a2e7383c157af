package ${package};

import org.ipsecworkbench.capture.Count;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.workbench.RowsModel;
import org.openide.util.NbBundle.Messages;

/** The columns of the window. */
@Messages({"COL_Host=Host", "COL_Other=Other host", "COL_Bytes=Bytes", "COL_Verdict=Verdict"})
enum PairsColumn implements RowsModel.Column<HostPair> {
    HOST,
    OTHER,
    BYTES,
    VERDICT;

    @Override
    public String title() {
        return switch (this) {
            case HOST -> Bundle.COL_Host();
            case OTHER -> Bundle.COL_Other();
            case BYTES -> Bundle.COL_Bytes();
            case VERDICT -> Bundle.COL_Verdict();
        };
    }

    @Override
    public Class<?> type() {
        return this == BYTES ? Long.class : String.class;
    }

    @Override
    public Object of(HostPair pair) {
        return switch (this) {
            case HOST -> pair.a();
            case OTHER -> pair.b();
            case BYTES -> bytes(pair);
            case VERDICT -> pair.verdict().label();
        };
    }

    static long bytes(HostPair pair) {
        return pair.classes().values().stream().mapToLong(Count::bytes).sum();
    }
}
