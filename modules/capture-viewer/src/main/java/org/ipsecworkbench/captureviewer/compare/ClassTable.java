package org.ipsecworkbench.captureviewer.compare;

import java.util.ArrayList;
import java.util.List;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;
import org.ipsecworkbench.capture.Count;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.TableLook;
import org.openide.util.NbBundle.Messages;

/** What was seen in each capture, class by class: the protocol lists of before and after beside each other. */
@Messages({
    "COL_Class=Class",
    "COL_Before=Before (%)",
    "COL_After=After (%)",
    "COL_BeforePackets=Before (pkts)",
    "COL_AfterPackets=After (pkts)",
    "ACN_Classes=Traffic classes before and after"
})
final class ClassTable extends JTable {
    private static final long serialVersionUID = 1;

    /**
     * A class in both captures.
     *
     * @param before packets of it in the first capture
     * @param after packets of it in the second
     */
    record Row(TrafficClass trafficClass, long before, double beforeShare, long after, double afterShare) {}

    private final Model model;

    ClassTable() {
        this(new Model());
    }

    private ClassTable(Model model) {
        super(model);
        this.model = model;
        setName("classes");
        getAccessibleContext().setAccessibleName(Bundle.ACN_Classes());
        setAutoResizeMode(AUTO_RESIZE_ALL_COLUMNS);
        TableLook.dress(this);
        TableLook.menu(this);
        TableLook.column(this, 0, Cells.<TrafficClass>text(TrafficClass::label), "NAT keepalive__");
        for (int column = 1; column <= 2; column++) {
            TableLook.column(this, column, Cells.<Double>number(Formats::percent), "100.0");
            TableLook.column(this, column + 2, Cells.<Long>number(Formats::count), "10,000,000");
        }
    }

    void show(Coverage before, Coverage after) {
        model.rows = rows(before, after);
        model.fireTableDataChanged();
    }

    /** The classes that either capture has. */
    static List<Row> rows(Coverage before, Coverage after) {
        List<Row> rows = new ArrayList<>();
        for (TrafficClass one : TrafficClass.values()) {
            long left = before.classes().getOrDefault(one, Count.ZERO).packets();
            long right = after.classes().getOrDefault(one, Count.ZERO).packets();
            if (left + right > 0) {
                rows.add(new Row(one, left, share(left, before), right, share(right, after)));
            }
        }
        return rows;
    }

    private static double share(long packets, Coverage of) {
        return of.packets() == 0 ? 0 : packets / (double) of.packets();
    }

    private static final class Model extends AbstractTableModel {
        private static final long serialVersionUID = 1;
        private static final String[] TITLES = {
            Bundle.COL_Class(),
            Bundle.COL_Before(),
            Bundle.COL_After(),
            Bundle.COL_BeforePackets(),
            Bundle.COL_AfterPackets()
        };
        private static final Class<?>[] TYPES = {TrafficClass.class, Double.class, Double.class, Long.class, Long.class
        };

        private transient List<Row> rows = List.of();

        @Override
        public int getRowCount() {
            return rows.size();
        }

        @Override
        public int getColumnCount() {
            return TITLES.length;
        }

        @Override
        public String getColumnName(int column) {
            return TITLES[column];
        }

        @Override
        public Class<?> getColumnClass(int column) {
            return TYPES[column];
        }

        @Override
        public Object getValueAt(int row, int column) {
            Row shown = rows.get(row);
            return switch (column) {
                case 0 -> shown.trafficClass();
                case 1 -> shown.beforeShare();
                case 2 -> shown.afterShare();
                case 3 -> shown.before();
                default -> shown.after();
            };
        }
    }
}
