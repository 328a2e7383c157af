package org.ipsecworkbench.captureviewer.packets;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Flow;
import org.ipsecworkbench.captureviewer.PairKey;
import org.ipsecworkbench.captureviewer.Snapshot;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.TableLook;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Actions;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** The tab <i>Packets</i>: all packets, or those of a host pair. */
@Messages({
    "# {0} - pair",
    "LBL_Filter=Only {0}",
    "CTL_ClearFilter=Show &All Packets",
    "CTL_OnlyThisPair=&Only Packets of This Host Pair",
    "CTL_GoToPacket=&Go to Packet…",
    "# {0} - packets",
    "LBL_All={0}",
    "# {0} - packets",
    "# {1} - shown",
    "LBL_Some={0}, {1} shown",
    "# {0} - packets",
    "# {1} - shown",
    "# {2} - share",
    "LBL_Filtering={0}, {1} shown, filtering… {2}",
    "# {0} - packets",
    "# {1} - shown",
    "LBL_Limited={0}; a table has room for the first {1}. Filter by a pair to reach the others."
})
public final class PacketPanel extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int REFRESH_MILLIS = 200;

    private final transient RequestProcessor worker = new RequestProcessor("Filtering packets", 1, false);
    private final PacketTableModel model = new PacketTableModel();
    private final PacketTable table = new PacketTable(model);
    private final JPanel filterBar = new JPanel(new FlowLayout(FlowLayout.LEADING, 8, 5));
    private final JLabel filterText = new JLabel();
    private final JLabel status = new JLabel(" ");
    private transient @Nullable PacketSource source;
    private transient @Nullable Coverage coverage;
    private transient @Nullable PairFilter filter;
    private long packets;

    /** Shows nothing yet. */
    public PacketPanel() {
        super(new BorderLayout());
        JButton clear = new JButton();
        Mnemonics.setLocalizedText(clear, Bundle.CTL_ClearFilter());
        clear.setName("clearFilter");
        clear.addActionListener(e -> filter(null));
        filterText.setName("filter");
        filterBar.add(filterText);
        filterBar.add(clear);
        filterBar.setVisible(false);
        JButton goTo = new JButton();
        Mnemonics.setLocalizedText(goTo, Bundle.CTL_GoToPacket());
        goTo.addActionListener(e -> Actions.forID("Edit", GoToPacketAction.ID).actionPerformed(e));
        TableLook.menu(
                table,
                new MenuAction(Bundle.CTL_OnlyThisPair(), this::filterBySelected),
                new MenuAction(Bundle.CTL_ClearFilter(), () -> filter(null)));
        JPanel bar = new JPanel(new BorderLayout());
        bar.setBorder(BorderFactory.createEmptyBorder(3, 10, 3, 8));
        status.setName("packetStatus");
        bar.add(status, BorderLayout.CENTER);
        bar.add(goTo, BorderLayout.EAST);
        JScrollPane scroll = new JScrollPane(
                table,
                ScrollPaneConstants.VERTICAL_SCROLLBAR_ALWAYS,
                ScrollPaneConstants.HORIZONTAL_SCROLLBAR_AS_NEEDED);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(filterBar, BorderLayout.NORTH);
        add(scroll, BorderLayout.CENTER);
        add(bar, BorderLayout.SOUTH);
    }

    /** Shows another snapshot of the same capture. */
    public void show(Snapshot snapshot, Capture capture, Coverage found) {
        if (source == null) {
            source = PacketSource.of(capture);
        }
        packets = snapshot.packets();
        coverage = found;
        model.setFlows(found.flows());
        PairFilter active = filter;
        if (active == null) {
            model.show(source, PacketRows.all(packets), true, table.limit());
            showStatus();
        } else {
            extend(active);
        }
        table.repaint(table.getVisibleRect());
    }

    /** Lists the packets of one pair only; null lists all. Keeps the selected packet where it is listed. */
    public void filter(@Nullable PairKey pair) {
        PacketSource from = source;
        if (from == null) {
            return;
        }
        int row = table.getSelectedRow();
        long selected = row < 0 ? -1 : model.rows().packet(row);
        PairFilter before = filter;
        if (before != null) {
            before.cancel();
        }
        PairFilter now = pair == null ? null : new PairFilter(pair);
        filter = now;
        filterBar.setVisible(pair != null);
        filterText.setText(pair == null ? "" : Bundle.LBL_Filter(pair.label()));
        model.show(from, now == null ? PacketRows.all(packets) : now.matches(), false, table.limit());
        if (now == null) {
            reveal(selected);
        } else {
            extend(now);
        }
        showStatus();
    }

    private void filterBySelected() {
        Coverage known = coverage;
        int row = table.getSelectedRow();
        Flow flow = row < 0 ? null : model.flow(model.packet(row));
        if (known != null && flow != null && flow.pair() >= 0) {
            filter(PairKey.of(known.pairs().get(flow.pair())));
        }
    }

    /** Goes on filtering in the background and shows what it finds some times a second. */
    private void extend(PairFilter active) {
        PacketSource from = source;
        Coverage known = coverage;
        long upTo = packets;
        if (from == null || known == null) {
            return;
        }
        Timer timer = new Timer(REFRESH_MILLIS, e -> showFound(active));
        timer.start();
        worker.post(() -> active.extend(from, known, upTo))
                .addTaskListener(task -> SwingUtilities.invokeLater(() -> {
                    timer.stop();
                    showFound(active);
                }));
    }

    private void showFound(PairFilter active) {
        PacketSource from = source;
        if (filter == active && from != null) {
            model.show(from, active.matches(), true, table.limit());
            selectFirst();
            showStatus();
        }
    }

    private void showStatus() {
        String all = Formats.count(packets, "packet", "packets");
        String shown = Formats.count(model.getRowCount());
        PairFilter active = filter;
        if (active != null && active.examined() < packets) {
            status.setText(Bundle.LBL_Filtering(all, shown, Formats.share(active.examined() / (double) packets)));
        } else if (active == null && model.getRowCount() < packets) {
            status.setText(Bundle.LBL_Limited(all, shown));
        } else {
            status.setText(active == null ? Bundle.LBL_All(all) : Bundle.LBL_Some(all, shown));
        }
    }

    /** How many packets there are. */
    public long packets() {
        return packets;
    }

    /** Shows a packet and selects it. A filter that hides it is lifted. */
    public void goTo(long packet) {
        if (filter != null && model.rows().row(packet) < 0) {
            filter(null);
        }
        reveal(packet);
    }

    private void reveal(long packet) {
        int row = packet < 0 ? -1 : model.rows().row(packet);
        if (row >= 0 && row < model.getRowCount()) {
            table.reveal(row);
        }
    }

    /** Gives the focus to the table. */
    public boolean focusFirst() {
        selectFirst();
        return table.requestFocusInWindow();
    }

    /** The keys need a row to start from. */
    private void selectFirst() {
        if (table.getSelectedRow() < 0 && table.getRowCount() > 0) {
            table.setRowSelectionInterval(0, 0);
        }
    }

    /** Ends what runs in the background. */
    public void close() {
        PairFilter active = filter;
        if (active != null) {
            active.cancel();
        }
        worker.shutdown();
    }

    /** An entry of the table's menu. */
    private static final class MenuAction extends AbstractAction {
        private static final long serialVersionUID = 1;

        private final transient Runnable does;

        MenuAction(String words, Runnable does) {
            super(Actions.cutAmpersand(words));
            this.does = does;
        }

        @Override
        public void actionPerformed(ActionEvent e) {
            does.run();
        }
    }
}
