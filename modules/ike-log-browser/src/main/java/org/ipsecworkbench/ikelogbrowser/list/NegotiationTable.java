package org.ipsecworkbench.ikelogbrowser.list;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.swing.Icon;
import javax.swing.KeyStroke;
import javax.swing.RowSorter;
import javax.swing.UIManager;
import org.ipsecworkbench.ike.FailureKey;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ikelogbrowser.detail.Ending;
import org.ipsecworkbench.ikelogbrowser.detail.Words;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Keys;
import org.ipsecworkbench.workbench.ResultTable;
import org.ipsecworkbench.workbench.RowsModel;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** The table of negotiations. The same failures are one row, which the right and left arrow open and fold. */
@Messages({
    "ACN_Negotiations=Negotiations",
    "# {0} - outcome",
    "# {1} - how many",
    "LBL_Alike={0} ×{1}",
    "# {0} - how many",
    "HINT_Folded={0} alike, the first of which is shown; the right arrow lists them",
    "# {0} - how many",
    "HINT_Open={0} alike, listed below; the left arrow folds them"
})
final class NegotiationTable extends ResultTable {
    private static final long serialVersionUID = 1;

    private final RowsModel<Row> model;
    private final transient Consumer<FailureKey> toggled;

    /**
     * Shows what the model holds.
     *
     * @param toggled gets the group that is to be opened or folded
     */
    NegotiationTable(RowsModel<Row> model, RowSorter<RowsModel<Row>> sorter, Consumer<FailureKey> toggled) {
        super(model, "negotiations", Bundle.ACN_Negotiations(), ListColumn.FAILURE);
        this.model = model;
        this.toggled = toggled;
        setRowSorter(sorter);
        column(ListColumn.OUTCOME, Cells.<Row>marked(NegotiationTable::outcome, Handle::new), "In clear: soft SA ×100");
        column(ListColumn.FAILURE, Cells.<String>text(String::toString), "authentication");
        column(ListColumn.INITIATOR, Cells.<String>code(String::toString), "10.100.10.1");
        column(ListColumn.RESPONDER, Cells.<String>code(String::toString), "10.100.10.1");
        column(ListColumn.START, Cells.<Instant>number(NegotiationTable::clock), "14:03:12");
        column(ListColumn.EXCHANGE, Cells.<String>text(String::toString), "IKEv1 aggressive mode");
        // Ctrl with an arrow still moves through the columns.
        key(KeyEvent.VK_RIGHT, true);
        key(KeyEvent.VK_LEFT, false);
        addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                int row = rowAtPoint(e.getPoint());
                if (row >= 0 && e.getX() < Handle.WIDTH + 8 && e.getButton() == MouseEvent.BUTTON1) {
                    toggle(row, !model.row(row).open());
                }
            }
        });
    }

    private void key(int code, boolean opens) {
        Keys.on(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, KeyStroke.getKeyStroke(code, 0), () -> toggle(opens));
    }

    private static String outcome(Row row) {
        String outcome = Ending.of(row.shown()).label();
        return row.isGroup() ? Bundle.LBL_Alike(outcome, Formats.count(row.alike())) : outcome;
    }

    private static String clock(Instant time) {
        String clock = Formats.clock(time);
        return clock.substring(0, clock.lastIndexOf('.'));
    }

    /** Opens or folds the selected group; to fold a member folds the group that it is in. */
    private void toggle(boolean open) {
        int row = getSelectedRow();
        while (!open && row > 0 && model.row(row).member()) {
            row--;
        }
        if (row >= 0) {
            setRowSelectionInterval(row, row);
            scrollRectToVisible(getCellRect(row, 0, true));
            toggle(row, open);
        }
    }

    private void toggle(int row, boolean open) {
        Row group = model.row(row);
        FailureKey key = FailureKey.of(group.shown());
        if (group.isGroup() && group.open() != open && key != null) {
            toggled.accept(key);
        }
    }

    /** Shows other rows, and keeps selected what is selected where it is among them; else selects the first. */
    void show(List<Row> rows) {
        Row before = selectedRow();
        getSelectionModel().setValueIsAdjusting(true);
        try {
            model.show(rows);
            int now = before == null ? -1 : find(before, rows);
            if (!rows.isEmpty()) {
                int row = Math.max(0, now);
                setRowSelectionInterval(row, row);
                if (now < 0) {
                    scrollRectToVisible(getCellRect(0, 0, true));
                }
            }
        } finally {
            getSelectionModel().setValueIsAdjusting(false);
        }
    }

    /** Selects the row of a negotiation, the own one of a member; does nothing where it has none. */
    void choose(Negotiation one) {
        for (int row = model.rows().size() - 1; row >= 0; row--) {
            if (model.row(row).shown().equals(one)) {
                setRowSelectionInterval(row, row);
                scrollRectToVisible(getCellRect(row, 0, true));
                return;
            }
        }
    }

    /** Where a row is by now: what is read on or merged makes new objects of the same negotiations. */
    private static int find(Row wanted, List<Row> rows) {
        Negotiation one = wanted.shown();
        for (int i = 0; i < rows.size(); i++) {
            Negotiation other = rows.get(i).shown();
            if (rows.get(i).member() == wanted.member()
                    && one.cookies().equals(other.cookies())
                    && one.initiator().equals(other.initiator())
                    && Objects.equals(one.start(), other.start())) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Row selectedRow() {
        int row = getSelectedRow();
        return row < 0 || row >= getRowCount() ? null : model.row(row);
    }

    /** How many negotiations the rows stand for. */
    int negotiations() {
        return model.rows().stream()
                .filter(row -> !row.member())
                .mapToInt(Row::alike)
                .sum();
    }

    @Nullable
    Negotiation selected() {
        Row row = selectedRow();
        return row == null ? null : row.shown();
    }

    /** Words that may not fit into their cell are told in full. */
    @Override
    public @Nullable String getToolTipText(MouseEvent e) {
        int at = rowAtPoint(e.getPoint());
        if (at < 0) {
            return null;
        }
        Row row = model.row(at);
        Negotiation one = row.shown();
        Instant start = one.start();
        String alike = Formats.count(row.alike());
        return Words.headline(one) + ", " + one.initiator() + " → " + one.responder() + ", " + Words.exchange(one)
                + (start == null ? "" : ", " + Formats.time(start))
                + (!row.isGroup() ? "" : "; " + (row.open() ? Bundle.HINT_Open(alike) : Bundle.HINT_Folded(alike)));
    }

    /** What opens and folds a row, as trees have it, before the mark of its outcome; members are set in. */
    private static final class Handle implements Icon {
        static final int WIDTH = 14;
        private static final int INDENT = 12;

        private final Row row;
        private final Icon mark;

        Handle(Row row) {
            this.row = row;
            mark = Ending.of(row.shown()).mark().icon();
        }

        @Override
        public void paintIcon(Component on, Graphics g, int x, int y) {
            Icon handle = UIManager.getIcon(row.open() ? "Tree.expandedIcon" : "Tree.collapsedIcon");
            if (row.isGroup() && handle != null) {
                handle.paintIcon(on, g, x, y + (getIconHeight() - handle.getIconHeight()) / 2);
            }
            mark.paintIcon(on, g, x + WIDTH + (row.member() ? INDENT : 0), y);
        }

        @Override
        public int getIconWidth() {
            return WIDTH + (row.member() ? INDENT : 0) + mark.getIconWidth();
        }

        @Override
        public int getIconHeight() {
            return mark.getIconHeight();
        }
    }
}
