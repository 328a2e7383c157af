package org.ipsecworkbench.ikelogbrowser.list;

import java.awt.event.MouseEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.swing.table.TableRowSorter;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Outcome;
import org.ipsecworkbench.ikelogbrowser.detail.Words;
import org.ipsecworkbench.ikelogbrowser.list.NegotiationTableModel.Column;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.ResultTable;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** The table of negotiations. */
@Messages("ACN_Negotiations=Negotiations")
final class NegotiationTable extends ResultTable {
    private static final long serialVersionUID = 1;

    private final NegotiationTableModel model;
    private final transient TableRowSorter<NegotiationTableModel> sorter;

    NegotiationTable(NegotiationTableModel model) {
        super(model, "negotiations", Bundle.ACN_Negotiations(), Column.FAILURE);
        this.model = model;
        sorter = new TableRowSorter<>(model);
        sorter.setComparator(
                Column.OUTCOME.ordinal(), (Outcome a, Outcome b) -> Words.ORDER.indexOf(a) - Words.ORDER.indexOf(b));
        setRowSorter(sorter);
        column(
                Column.OUTCOME,
                Cells.<Outcome>marked(
                        Outcome::label, outcome -> Words.mark(outcome).icon()),
                Outcome.ESTABLISHED.label() + "___");
        column(Column.INITIATOR, Cells.<String>code(String::toString), "10.100.10.10");
        column(Column.RESPONDER, Cells.<String>code(String::toString), "10.100.10.10");
        column(Column.FAILURE, Cells.<String>text(String::toString), "no proposal in common");
        column(Column.EXCHANGE, Cells.<String>text(String::toString), "IKEv1 aggressive mode");
        column(Column.START, Cells.<Instant>number(Formats::clock), "14:03:12.123");
        column(Column.STEPS, Cells.<Long>number(Formats::count), "10,000");
    }

    /** Shows others; where the one that is selected is among them, with more or fewer steps, it stays so. */
    void show(List<Negotiation> negotiations) {
        Negotiation before = selected();
        model.show(negotiations);
        selectFirst();
        for (int row = 0; before != null && row < getRowCount(); row++) {
            if (isSame(before, model.negotiation(convertRowIndexToModel(row)))) {
                setRowSelectionInterval(row, row);
                return;
            }
        }
    }

    private static boolean isSame(Negotiation one, Negotiation other) {
        return one.cookies().equals(other.cookies())
                && one.initiator().equals(other.initiator())
                && one.responder().equals(other.responder())
                && Objects.equals(one.start(), other.start());
    }

    /** Shows only those in which every word occurs; an empty text shows all. Keeps the selection where it can. */
    void filter(String text) {
        Negotiation before = selected();
        sorter.setRowFilter(text.isBlank() ? null : new NegotiationFilter(text));
        if (before == null || !before.equals(selected())) {
            selectFirst();
        }
    }

    private void selectFirst() {
        if (getRowCount() > 0) {
            setRowSelectionInterval(0, 0);
            scrollRectToVisible(getCellRect(0, 0, true));
        }
    }

    @Nullable
    Negotiation selected() {
        int row = getSelectedRow();
        return row < 0 || row >= getRowCount() ? null : model.negotiation(convertRowIndexToModel(row));
    }

    /** Words that may not fit into their cell are told in full. */
    @Override
    public @Nullable String getToolTipText(MouseEvent e) {
        int row = rowAtPoint(e.getPoint());
        if (row < 0) {
            return null;
        }
        Negotiation one = model.negotiation(convertRowIndexToModel(row));
        Instant start = one.start();
        return Words.headline(one) + ", " + one.initiator() + " → " + one.responder() + ", " + Words.exchange(one)
                + (start == null ? "" : ", " + Formats.time(start));
    }
}
