package org.ipsecworkbench.diagnosisguide;

import java.util.List;
import java.util.function.BiConsumer;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.AbstractTableModel;
import org.ipsecworkbench.diagnosis.CheckResult;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.TableLook;
import org.openide.util.NbBundle.Messages;

/** Hosts by checks: the worst verdict of each in words, one cell chosen. For groups, whose checks have too many findings at once. */
@Messages({"COL_Host=Host", "ACN_Matrix=Verdicts of hosts by checks"})
final class HostMatrix extends JTable {
    private static final long serialVersionUID = 1;

    private final Model model;
    private final transient BiConsumer<CheckResult, String> chosen;
    /** The names of the hosts, which stay in sight beside whatever column is looked at. */
    private final JTable names;

    private HostMatrix(Model model, BiConsumer<CheckResult, String> chosen) {
        super(model);
        this.model = model;
        this.chosen = chosen;
        setName("matrix");
        getAccessibleContext().setAccessibleName(Bundle.ACN_Matrix());
        TableLook.dress(this);
        setAutoResizeMode(AUTO_RESIZE_OFF);
        setCellSelectionEnabled(true);
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        names = new JTable(model);
        names.setName("matrixHosts");
        names.getAccessibleContext().setAccessibleName(Bundle.COL_Host());
        names.setSelectionModel(getSelectionModel());
        names.setFocusable(false);
        TableLook.dress(names);
        for (ListSelectionModel each :
                List.of(getSelectionModel(), getColumnModel().getSelectionModel())) {
            each.addListSelectionListener(e -> {
                if (!e.getValueIsAdjusting()) {
                    tell();
                }
            });
        }
    }

    /** Tells again which check of which host is chosen, if any. */
    void tell() {
        int row = getSelectedRow();
        int column = getSelectedColumn();
        if (row >= 0 && column >= 0) {
            // Columns may be moved; in the model the host comes first.
            chosen.accept(model.checks.get(convertColumnIndexToModel(column) - 1), model.hosts.get(row));
        }
    }

    /** Empty; tells which check of which host is chosen. */
    static HostMatrix of(BiConsumer<CheckResult, String> chosen) {
        return new HostMatrix(new Model(), chosen);
    }

    /** With the names of the hosts beside it. */
    JScrollPane scrolled() {
        JScrollPane scroll = new JScrollPane(this);
        scroll.setRowHeaderView(names);
        scroll.setCorner(JScrollPane.UPPER_LEADING_CORNER, names.getTableHeader());
        return scroll;
    }

    /** Shows newer results; the same cell stays chosen. */
    void show(Diagnosis diagnosis) {
        int row = getSelectedRow();
        int column = getSelectedColumn();
        boolean isSame = model.checks.size() == diagnosis.checks().size();
        model.checks = diagnosis.checks();
        model.hosts = diagnosis.scene().hosts().stream().map(HostFacts::name).toList();
        if (!isSame) {
            model.fireTableStructureChanged();
            TableLook.column(names, 0, Cells.<String>text(String::toString), "SRV-CONTROLLER-01");
            while (names.getColumnCount() > 1) {
                names.removeColumn(names.getColumnModel().getColumn(1));
            }
            names.setPreferredScrollableViewportSize(names.getPreferredSize());
            removeColumn(getColumnModel().getColumn(0));
            // Counted as in the model, where the host comes first.
            for (int i = 1; i <= getColumnCount(); i++) {
                TableLook.column(
                        this,
                        i,
                        Cells.<Verdict>marked(
                                Verdict::label, verdict -> Looks.of(verdict).icon()),
                        "Does not apply___");
            }
            return;
        }
        model.fireTableDataChanged();
        names.setPreferredScrollableViewportSize(names.getPreferredSize());
        if (row >= 0 && row < model.hosts.size() && column >= 0) {
            changeSelection(row, column, false, false);
        }
    }

    /** A row is a host, a column a check. */
    private static final class Model extends AbstractTableModel {
        private static final long serialVersionUID = 1;

        private transient List<CheckResult> checks = List.of();
        private transient List<String> hosts = List.of();

        @Override
        public int getRowCount() {
            return hosts.size();
        }

        @Override
        public int getColumnCount() {
            return checks.size() + 1;
        }

        @Override
        public String getColumnName(int column) {
            return column == 0 ? Bundle.COL_Host() : checks.get(column - 1).key();
        }

        @Override
        public Class<?> getColumnClass(int column) {
            return column == 0 ? String.class : Verdict.class;
        }

        @Override
        public Object getValueAt(int row, int column) {
            return column == 0
                    ? hosts.get(row)
                    : checks.get(column - 1).of(hosts.get(row)).verdict();
        }
    }
}
