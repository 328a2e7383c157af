package org.ipsecworkbench.captureviewer.live;

import java.util.List;
import org.ipsecworkbench.capture.live.LiveInterface;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.ResultTable;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** The table that an interface is chosen from. */
@Messages("ACN_Interfaces=Interfaces of this machine")
final class InterfaceTable extends ResultTable {
    private static final long serialVersionUID = 1;

    private final InterfaceTableModel model;

    InterfaceTable(InterfaceTableModel model) {
        super(model, "interfaces", Bundle.ACN_Interfaces(), InterfaceColumn.NAME);
        this.model = model;
        column(InterfaceColumn.NAME, Cells.<String>text(String::toString), "x".repeat(28));
        column(InterfaceColumn.ADDRESSES, Cells.<String>code(String::toString), "192.168.100.20, fe80::1234:5678");
        column(InterfaceColumn.LINK, Cells.<String>text(String::toString), "cannot be captured on");
        column(InterfaceColumn.TRAFFIC, Cells.<String>text(String::toString), "1,000,000 packets/s");
    }

    /** Shows them and chooses the one of a name, or else the first that can be captured on. */
    void show(List<LiveInterface> interfaces, String preferred) {
        model.show(interfaces);
        int best = -1;
        for (int i = interfaces.size() - 1; i >= 0; i--) {
            if (interfaces.get(i).name().equals(preferred)) {
                best = i;
                break;
            }
            best = interfaces.get(i).obstacle() == null || best < 0 ? i : best;
        }
        if (best >= 0) {
            setRowSelectionInterval(best, best);
        }
    }

    @Nullable
    LiveInterface chosen() {
        int row = getSelectedRow();
        return row < 0 ? null : model.interfaces().get(row);
    }
}
