package org.ipsecworkbench.ikelogbrowser.event;

import java.awt.event.MouseEvent;
import java.time.Instant;
import java.util.List;
import javax.swing.RowSorter;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.ResultTable;
import org.ipsecworkbench.workbench.RowsModel;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** The table of events. */
@Messages("ACN_Events=Events")
final class EventTable extends ResultTable {
    private static final long serialVersionUID = 1;

    private final RowsModel<SeenEvent> model;

    EventTable(RowsModel<SeenEvent> model, RowSorter<RowsModel<SeenEvent>> sorter) {
        super(model, "events", Bundle.ACN_Events(), EventColumn.MEANING);
        this.model = model;
        setRowSorter(sorter);
        column(
                EventColumn.KIND,
                Cells.marked(EventKind::label, kind -> kind.mark().icon()),
                "Information xxxxx");
        column(EventColumn.TIME, Cells.<Instant>number(Formats::time), "2026-01-02 03:04:05.678 UTC+00:00");
        column(EventColumn.HOST, Cells.<String>text(String::toString), "client7.example.com");
        column(EventColumn.EVENT, Cells.<Integer>number(String::valueOf), "20227");
        column(EventColumn.LOG, Cells.<String>text(String::toString), "Application");
        column(EventColumn.MEANING, Cells.<String>text(String::toString), "The IPsec driver dropped a packet");
        column(EventColumn.CAUSE, Cells.<String>text(String::toString), "no policy for this peer");
    }

    /** Shows other rows, and keeps selected what is selected where it is among them; else selects the first. */
    void show(List<SeenEvent> rows) {
        SeenEvent before = selected();
        getSelectionModel().setValueIsAdjusting(true);
        try {
            model.show(rows);
            int now = before == null ? -1 : find(before.event().event().evidence(), rows);
            if (!rows.isEmpty()) {
                int row = Math.max(0, now);
                setRowSelectionInterval(row, row);
                scrollRectToVisible(getCellRect(row, 0, true));
            }
        } finally {
            getSelectionModel().setValueIsAdjusting(false);
        }
    }

    private static int find(Evidence wanted, List<SeenEvent> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).event().event().evidence().equals(wanted)) {
                return i;
            }
        }
        return -1;
    }

    /** Selects an event that is listed. */
    void select(SeenEvent wanted) {
        int row = find(wanted.event().event().evidence(), model.rows());
        if (row >= 0) {
            setRowSelectionInterval(row, row);
            scrollRectToVisible(getCellRect(row, 0, true));
        }
    }

    @Nullable
    SeenEvent selected() {
        int row = getSelectedRow();
        return row < 0 || row >= getRowCount() ? null : model.row(row);
    }

    /** The meaning, which may not fit into its cell. */
    @Override
    public @Nullable String getToolTipText(MouseEvent e) {
        int at = rowAtPoint(e.getPoint());
        return at < 0 ? null : model.row(at).event().meaning();
    }
}
