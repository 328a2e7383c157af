package org.ipsecworkbench.captureviewer.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.swing.table.AbstractTableModel;
import org.ipsecworkbench.capture.live.LiveInterface;
import org.openide.util.NbBundle.Messages;

/** The interfaces as rows, and how many packets a second each carries. */
@Messages({
    "# {0} - name",
    "# {1} - description",
    "LBL_Described={0} – {1}",
    "# {0} - packets",
    "LBL_Rate={0} packets/s",
    "LBL_Quiet=quiet",
    "LBL_Off=cannot be captured on"
})
final class InterfaceTableModel extends AbstractTableModel {
    private static final long serialVersionUID = 1;
    private static final InterfaceColumn[] COLUMNS = InterfaceColumn.values();

    private transient List<LiveInterface> interfaces = List.of();
    private final transient Map<String, String> traffic = new HashMap<>();

    void show(List<LiveInterface> found) {
        interfaces = found;
        fireTableDataChanged();
    }

    List<LiveInterface> interfaces() {
        return interfaces;
    }

    /** Packets a second by the name of the interface. */
    void traffic(Map<String, Long> rates) {
        rates.forEach((name, rate) ->
                traffic.put(name, rate == 0 ? Bundle.LBL_Quiet() : Bundle.LBL_Rate(String.format("%,d", rate))));
        if (!interfaces.isEmpty()) {
            fireTableRowsUpdated(0, interfaces.size() - 1);
        }
    }

    @Override
    public int getRowCount() {
        return interfaces.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.length;
    }

    @Override
    public String getColumnName(int column) {
        return COLUMNS[column].title();
    }

    @Override
    public Object getValueAt(int row, int column) {
        LiveInterface each = interfaces.get(row);
        return switch (COLUMNS[column]) {
            case NAME ->
                each.description().isEmpty() ? each.name() : Bundle.LBL_Described(each.name(), each.description());
            case ADDRESSES -> String.join(", ", each.addresses());
            case LINK -> each.obstacle() == null ? each.link() : Bundle.LBL_Off();
            case TRAFFIC -> traffic.getOrDefault(each.name(), "");
        };
    }
}
