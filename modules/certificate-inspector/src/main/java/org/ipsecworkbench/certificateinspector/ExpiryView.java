package org.ipsecworkbench.certificateinspector;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.time.Instant;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import org.ipsecworkbench.certificate.Moment;
import org.ipsecworkbench.workbench.Cells;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.ResultTable;
import org.ipsecworkbench.workbench.RowsModel;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** What ends when at all hosts: a chart over time, and the same as a table. */
@Messages({
    "LBL_Times=&Times:",
    "ACN_Expiries=What ends when",
    "# {0} - how many end",
    "# {1} - how many have ended",
    "LBL_EndsSoon={0} within 30 days, {1} ended already",
    "# {0} - how many",
    "LBL_SomeHosts=; the chart has the {0} hosts at which something ends first"
})
final class ExpiryView extends JPanel {
    private static final long serialVersionUID = 1;

    private final JComboBox<ExpirySpan> span = new JComboBox<>(ExpirySpan.values());
    private final JLabel summary = new JLabel();
    private final ExpiryChart chart = new ExpiryChart();
    private final transient RowsModel<ExpiryRow> model = new RowsModel<>(ExpiryColumn.values());
    private final ExpiryTable table = new ExpiryTable(model);
    private transient Instant now = Instant.EPOCH;

    ExpiryView() {
        super(new BorderLayout());
        span.setSelectedItem(ExpirySpan.YEAR);
        span.setName("expirySpan");
        span.addActionListener(e -> showChart());
        summary.setName("expirySummary");
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, Bundle.LBL_Times());
        label.setLabelFor(span);
        JPanel top = new JPanel(new FlowLayout(FlowLayout.LEADING, 8, 4));
        top.add(label);
        top.add(span);
        top.add(summary);
        chart.setPreferredSize(new Dimension(900, 320));
        chart.setMinimumSize(new Dimension(300, 140));
        JScrollPane lower = new JScrollPane(table);
        lower.setPreferredSize(new Dimension(900, 240));
        lower.setMinimumSize(new Dimension(300, 80));
        JSplitPane both = new JSplitPane(JSplitPane.VERTICAL_SPLIT, true, chart, lower);
        both.setBorder(BorderFactory.createEmptyBorder());
        both.setResizeWeight(0.55);
        add(top, BorderLayout.NORTH);
        add(both, BorderLayout.CENTER);
    }

    /**
     * Shows what ends.
     *
     * @param rows the earliest first
     */
    void show(List<ExpiryRow> rows, Instant newNow) {
        now = newNow;
        model.show(rows);
        long ended = rows.stream().filter(row -> row.lifetime().days() < 0).count();
        long soon = rows.stream().filter(row -> row.lifetime().endsSoon()).count();
        long hosts = rows.stream().map(row -> row.expiry().host()).distinct().count();
        summary.setText(Bundle.LBL_EndsSoon(Formats.count(soon), Formats.count(ended))
                + (hosts > ExpiryChart.MAX_HOSTS ? Bundle.LBL_SomeHosts(ExpiryChart.MAX_HOSTS) : ""));
        showChart();
    }

    private void showChart() {
        ExpirySpan chosen = (ExpirySpan) span.getSelectedItem();
        chart.show(model.rows(), now, chosen.range(now, model.rows()));
    }

    @Override
    public boolean requestFocusInWindow() {
        return table.requestFocusInWindow();
    }

    private static final class ExpiryTable extends ResultTable {
        private static final long serialVersionUID = 1;

        ExpiryTable(RowsModel<ExpiryRow> model) {
            super(model, "expiries", Bundle.ACN_Expiries(), ExpiryColumn.LABEL);
            // Files that are dropped here are the window's.
            setDropTarget(null);
            column(ExpiryColumn.END, Cells.<Moment>text(Moment::label), "2026-11-25T12:00:00Z xx");
            column(ExpiryColumn.LEFT, Cells.<Lifetime>number(Lifetime::words), "ended 286 days ago");
            column(ExpiryColumn.SIGN, Cells.<Sign>marked(Sign::label, Sign::icon), "certificate, not used by IKE xxxx");
            column(ExpiryColumn.LABEL, Cells.<String>text(String::toString), "Example Issuing CA 1");
            column(ExpiryColumn.HOST, Cells.<String>text(String::toString), "SRV1 (simulated)");
            setAutoCreateRowSorter(true);
        }
    }
}
