package org.ipsecworkbench.captureviewer.coverage;

import java.awt.event.MouseEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.swing.table.TableColumn;
import javax.swing.table.TableRowSorter;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.capture.Verdict;
import org.ipsecworkbench.captureviewer.Looks;
import org.ipsecworkbench.captureviewer.PairKey;
import org.ipsecworkbench.workbench.Addresses;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.ResultTable;
import org.ipsecworkbench.workbench.RowsModel;
import org.ipsecworkbench.workbench.TableLook;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** The table of host pairs. Keeps the selected pair selected wherever a new snapshot puts it. */
@Messages("ACN_Pairs=Host pairs")
final class PairTable extends ResultTable {
    private static final long serialVersionUID = 1;
    private static final int ROWS_MEASURED = 200;

    /** As wide as an icon beside a text. */
    private static final String ICON = "____";

    private static final Map<PairColumn, Function<HostPair, String>> WIDENED = Map.of(
            PairColumn.VERDICT, pair -> pair.verdict().label() + ICON,
            PairColumn.A, HostPair::a,
            PairColumn.B, HostPair::b,
            PairColumn.NETWORK, HostPair::network);

    private final RowsModel<HostPair> model;
    private boolean updating;

    PairTable(RowsModel<HostPair> model) {
        super(model, "pairs", Bundle.ACN_Pairs(), PairColumn.REASON);
        this.model = model;
        TableRowSorter<RowsModel<HostPair>> sorter = new TableRowSorter<>(model);
        sorter.setComparator(PairColumn.A.ordinal(), new Addresses());
        sorter.setComparator(PairColumn.B.ordinal(), new Addresses());
        sorter.setSortable(PairColumn.REASON.ordinal(), false);
        setRowSorter(sorter);
        column(
                PairColumn.VERDICT,
                Cells.<Verdict>marked(
                        Verdict::label, verdict -> Looks.of(verdict).icon()),
                Verdict.ENCRYPTED.label() + ICON);
        column(PairColumn.A, Cells.<String>code(String::toString), "10.0.0.100");
        column(PairColumn.B, Cells.<String>code(String::toString), "10.0.0.100");
        column(PairColumn.NETWORK, Cells.<String>text(String::toString), "VLAN 4000");
        column(PairColumn.PROTECTED, Cells.<Double>number(ResultTable::percent), "100.0");
        column(PairColumn.CONFIDENTIAL, Cells.<Double>number(ResultTable::percent), "100.0");
        column(PairColumn.ELIGIBLE, Cells.<Long>number(Formats::count), "1,000,000");
        column(PairColumn.CLEAR, Cells.<Long>number(Formats::count), "1,000,000");
        column(PairColumn.BYTES, Cells.<Long>number(Formats::count), "100,000,000");
        column(PairColumn.CONFIDENCE, Cells.<Double>number(share -> Formats.count(Math.round(share * 100))), "100");
        column(PairColumn.REASON, Cells.<String>text(String::toString), "x".repeat(15));
        hide(PairColumn.NETWORK);
    }

    void show(List<HostPair> pairs) {
        PairKey selected = selected();
        updating = true;
        try {
            model.update(pairs);
            if (pairs.stream().anyMatch(pair -> !pair.network().isEmpty())) {
                unhide(PairColumn.NETWORK, PairColumn.B);
            }
            widen(pairs);
            select(selected);
        } finally {
            updating = false;
        }
    }

    /** Makes room for the words of the first pairs and no more, so that the reason has some, too. */
    private void widen(List<HostPair> pairs) {
        WIDENED.forEach((column, words) -> {
            int view = convertColumnIndexToView(column.ordinal());
            if (view < 0) {
                return;
            }
            String longest = pairs.stream()
                    .limit(ROWS_MEASURED)
                    .map(words)
                    .max(Comparator.comparingInt(String::length))
                    .orElse("");
            TableColumn wide = getColumnModel().getColumn(view);
            int before = wide.getPreferredWidth();
            TableLook.column(this, column.ordinal(), (Cells<?>) wide.getCellRenderer(), longest);
            wide.setPreferredWidth(Math.max(before, wide.getPreferredWidth()));
        });
    }

    /** Whether a selection that changes just follows its pair to another row. */
    boolean isUpdating() {
        return updating;
    }

    @Nullable
    PairKey selected() {
        HostPair pair = selectedPair();
        return pair == null ? null : PairKey.of(pair);
    }

    @Nullable
    HostPair selectedPair() {
        int row = getSelectedRow();
        return row < 0 || row >= getRowCount() ? null : model.row(convertRowIndexToModel(row));
    }

    void selectFirst() {
        if (getRowCount() > 0) {
            updating = true;
            setRowSelectionInterval(0, 0);
            updating = false;
        }
    }

    void select(@Nullable PairKey key) {
        int index = key == null ? -1 : key.in(model.rows());
        if (index < 0) {
            clearSelection();
            return;
        }
        int row = convertRowIndexToView(index);
        if (row != getSelectedRow()) {
            setRowSelectionInterval(row, row);
            if (!updating) {
                scrollRectToVisible(getCellRect(row, 0, true));
            }
        }
    }

    /** Words that may not fit into their cell are told in full. */
    @Override
    public @Nullable String getToolTipText(MouseEvent e) {
        int row = rowAtPoint(e.getPoint());
        int column = columnAtPoint(e.getPoint());
        if (row < 0 || column < 0) {
            return null;
        }
        HostPair pair = model.row(convertRowIndexToModel(row));
        return switch (PairColumn.values()[convertColumnIndexToModel(column)]) {
            case VERDICT -> pair.verdict().label();
            case A -> pair.a();
            case B -> pair.b();
            case NETWORK -> pair.network();
            case REASON -> pair.reasons().isEmpty() ? null : pair.reasons().get(0);
            default -> null;
        };
    }
}
