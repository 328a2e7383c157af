package org.ipsecworkbench.certificateinspector;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.RowSorter.SortKey;
import javax.swing.SortOrder;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.certificateinspector.Arrangement.Arranged;
import org.ipsecworkbench.workbench.HeaderSorter;
import org.ipsecworkbench.workbench.RowsModel;
import org.jspecify.annotations.Nullable;
import org.openide.util.RequestProcessor;

/** The table of certificates with its filter, and the selected one below. Lines are put together in the background. */
final class CertificateList extends JPanel {
    private static final long serialVersionUID = 1;
    private static final RequestProcessor ARRANGER = new RequestProcessor("Arranging certificates", 1);

    private final transient RowsModel<Line> model = new RowsModel<>(CertificateColumn.values());
    private final CertificateTableView table = new CertificateTableView(model, this::toggle);
    private final transient HeaderSorter<Line> sorter = new HeaderSorter<>(
            model, new SortKey(CertificateColumn.FITNESS.ordinal(), SortOrder.ASCENDING), this::arrange);
    private final FilterBar filter = new FilterBar(this::arrange);
    private final DetailsPane details = new DetailsPane();
    private final transient Set<String> closed = new HashSet<>();
    private transient List<CertificateRow> rows = List.of();
    /** Counts what was asked for, so that only the last is shown. */
    private int request;

    private boolean isUpdating;
    private boolean hasSeveralHosts;

    CertificateList() {
        super(new BorderLayout());
        table.setRowSorter(sorter);
        table.getSelectionModel().addListSelectionListener(e -> {
            if (!isUpdating && !e.getValueIsAdjusting()) {
                showSelected();
            }
        });
        JScrollPane upper = new JScrollPane(table);
        upper.setPreferredSize(new Dimension(900, 330));
        upper.setMinimumSize(new Dimension(300, 100));
        details.setPreferredSize(new Dimension(900, 270));
        details.setMinimumSize(new Dimension(300, 120));
        JSplitPane both = new JSplitPane(JSplitPane.VERTICAL_SPLIT, true, upper, details);
        both.setBorder(BorderFactory.createEmptyBorder());
        both.setResizeWeight(0.55);
        add(filter, BorderLayout.NORTH);
        add(both, BorderLayout.CENTER);
    }

    /** Shows certificates; the same ones as before, as far as they are known by their place, stay selected. */
    void show(List<CertificateRow> newRows) {
        rows = newRows;
        hasSeveralHosts = newRows.stream()
                        .map(CertificateRow::hostName)
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
        arrange();
    }

    /** Moves the focus to the filter. */
    void focusFilter() {
        filter.requestFocusInWindow();
    }

    private void toggle(Line.Heading heading) {
        if (!closed.remove(heading.key())) {
            closed.add(heading.key());
        }
        arrange();
    }

    private void arrange() {
        SortKey key = sorter.key();
        Arrangement arrangement = new Arrangement(
                filter.words(),
                filter.choice(),
                filter.grouping(),
                CertificateColumn.values()[key.getColumn()],
                key.getSortOrder() == SortOrder.ASCENDING,
                closed);
        table.setShowsHosts(hasSeveralHosts && filter.grouping() != Grouping.HOST);
        List<CertificateRow> all = rows;
        int mine = ++request;
        ARRANGER.post(() -> {
            Arranged arranged = arrangement.arrange(all);
            SwingUtilities.invokeLater(() -> {
                if (mine == request) {
                    show(arranged);
                }
            });
        });
    }

    private void show(Arranged arranged) {
        Line before = table.selected();
        isUpdating = true;
        model.show(arranged.lines());
        int again = find(before);
        if (again >= 0) {
            table.setRowSelectionInterval(again, again);
        }
        isUpdating = false;
        filter.showCount(arranged.shown(), arranged.all());
        showSelected();
    }

    /** Where a line is now; the first certificate where there was none; -1 where it is gone. */
    private int find(@Nullable Line before) {
        List<Line> lines = model.rows();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (before == null ? line instanceof Line.Entry : isSame(line, before)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSame(Line one, Line other) {
        if (one instanceof Line.Heading first && other instanceof Line.Heading second) {
            return first.key().equals(second.key());
        }
        return one instanceof Line.Entry first
                && other instanceof Line.Entry second
                && first.row().certificate().number()
                        == second.row().certificate().number()
                && first.row().hostName().equals(second.row().hostName())
                && first.row().certificate().equals(second.row().certificate());
    }

    private void showSelected() {
        details.show(table.selected() instanceof Line.Entry entry ? entry.row() : null);
    }

    @Override
    public boolean requestFocusInWindow() {
        return table.requestFocusInWindow();
    }
}
