package org.ipsecworkbench.captureviewer.packets;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.event.HierarchyEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.KeyStroke;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Flow;
import org.ipsecworkbench.capture.Packet;
import org.ipsecworkbench.capture.PacketFilter;
import org.ipsecworkbench.capture.PacketSelection;
import org.ipsecworkbench.captureviewer.PairKey;
import org.ipsecworkbench.captureviewer.Snapshot;
import org.ipsecworkbench.captureviewer.details.DetailsPanel;
import org.ipsecworkbench.captureviewer.filter.FilterBar;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Keys;
import org.ipsecworkbench.workbench.TableLook;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Actions;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** The tab <i>Packets</i>: the filter, the packets that pass it, the headers and bytes of the selected one. */
@Messages({
    "CTL_GoToPacket=&Go to Packet…",
    "CTL_StopFilter=&Stop",
    "# {0} - packets",
    "LBL_All={0}",
    "# {0} - shown",
    "# {1} - packets",
    "LBL_Some={0} of {1}",
    "# {0} - packets",
    "# {1} - share",
    "LBL_FirstFiltering=Filtering {0}… {1}",
    "# {0} - shown",
    "# {1} - packets",
    "# {2} - share",
    "LBL_Filtering={0} of {1}, filtering… {2}",
    "# {0} - shown",
    "# {1} - packets",
    "# {2} - searched",
    "LBL_Stopped={0} of {1}; stopped after the first {2}",
    "# {0} - packets",
    "# {1} - shown",
    "LBL_Limited={0}; a table has room for the first {1}. Filter to reach the others."
})
public final class PacketPanel extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int REFRESH_MILLIS = 150;
    private static final String TABLE = "table";
    private static final String EMPTY = "empty";

    private final transient RequestProcessor worker = new RequestProcessor("Filtering packets", 1, false);
    private final PacketTableModel model = new PacketTableModel();
    private final PacketTable table = new PacketTable(model);
    private final FilterBar filterBar = new FilterBar(this::applied);
    private final DetailsPanel details = new DetailsPanel();
    private final CardLayout cards = new CardLayout();
    private final JPanel list = new JPanel(cards);
    private final JLabel status = new JLabel(" ");
    private final JButton stop = new JButton();
    private final Timer progress = new Timer(REFRESH_MILLIS, e -> showStatus());
    private transient @Nullable PacketSource source;
    private transient @Nullable Coverage coverage;
    private transient @Nullable PacketSearch search;
    private boolean searching;
    private boolean searchAgain;
    private boolean following;
    /** Whether the end of the list stays in sight while the capture is followed, since it was when last seen. */
    private boolean atEnd;

    private long packets;

    /** Shows nothing yet. */
    public PacketPanel() {
        super(new BorderLayout());
        JScrollPane scroll = new JScrollPane(
                table,
                ScrollPaneConstants.VERTICAL_SCROLLBAR_ALWAYS,
                ScrollPaneConstants.HORIZONTAL_SCROLLBAR_AS_NEEDED);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        list.add(scroll, TABLE);
        list.add(new NoMatch(), EMPTY);
        list.setMinimumSize(new Dimension(0, 80));
        list.setPreferredSize(new Dimension(0, 340));
        details.setPreferredSize(new Dimension(0, 230));
        details.setMinimumSize(new Dimension(0, 60));
        JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, list, details);
        split.setResizeWeight(0.6);
        // Its own meaning of F6 knows two parts only.
        split.getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(KeyEvent.VK_F6, 0), "none");
        split.setBorder(BorderFactory.createEmptyBorder());
        add(filterBar, BorderLayout.NORTH);
        add(split, BorderLayout.CENTER);
        add(statusBar(), BorderLayout.SOUTH);
        table.getSelectionModel().addListSelectionListener(e -> details.show(selected()));
        table.addHierarchyListener(e -> {
            if (table.isShowing() && (e.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) {
                stayAtEnd();
            }
        });
        menu();
        keys();
    }

    private JPanel statusBar() {
        JButton goTo = new JButton();
        Mnemonics.setLocalizedText(goTo, Bundle.CTL_GoToPacket());
        goTo.addActionListener(e -> Actions.forID("Edit", GoToPacketAction.ID).actionPerformed(e));
        Mnemonics.setLocalizedText(stop, Bundle.CTL_StopFilter());
        stop.setName("stopFilter");
        stop.setVisible(false);
        stop.addActionListener(e -> stop());
        status.setName("packetStatus");
        JPanel left = new JPanel(new FlowLayout(FlowLayout.LEADING, 10, 0));
        left.add(status);
        left.add(stop);
        JPanel bar = new JPanel(new BorderLayout());
        bar.setBorder(BorderFactory.createEmptyBorder(3, 0, 3, 8));
        bar.add(left, BorderLayout.CENTER);
        bar.add(goTo, BorderLayout.EAST);
        return bar;
    }

    private void menu() {
        PacketMenu menu = new PacketMenu(this::filter);
        TableLook.menu(table, menu.actions());
        table.getSelectionModel().addListSelectionListener(e -> {
            menu.about(selectedRow());
            for (Component item : table.getComponentPopupMenu().getComponents()) {
                if (item instanceof JMenuItem entry && entry.getAction() != null) {
                    entry.setVisible(entry.getAction().isEnabled());
                }
            }
        });
    }

    private void keys() {
        int control = InputEvent.CTRL_DOWN_MASK;
        key(KeyStroke.getKeyStroke(KeyEvent.VK_F, control), filterBar::focusField);
        key(KeyStroke.getKeyStroke('/'), filterBar::focusField);
        key(KeyStroke.getKeyStroke(KeyEvent.VK_F6, 0), () -> moveFocus(1));
        key(KeyStroke.getKeyStroke(KeyEvent.VK_F6, InputEvent.SHIFT_DOWN_MASK), () -> moveFocus(-1));
    }

    private void key(KeyStroke stroke, Runnable does) {
        Keys.on(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, stroke, does);
    }

    /** From the filter to the table, the tree, the bytes, and around. */
    private void moveFocus(int by) {
        List<Component> stops = new ArrayList<>(List.of(filterBar.field(), table));
        stops.addAll(details.stops());
        int now = 0;
        for (int i = 0; i < stops.size(); i++) {
            now = stops.get(i).isFocusOwner() ? i : now;
        }
        stops.get(Math.floorMod(now + by, stops.size())).requestFocusInWindow();
    }

    /** Shows another snapshot of the same capture. */
    public void show(Snapshot snapshot, Capture capture, Coverage found) {
        following = snapshot.state() == Snapshot.State.FOLLOWING;
        show(PacketSource.of(capture), snapshot.packets(), found);
    }

    void show(PacketSource from, long count, Coverage found) {
        if (source == null) {
            source = from;
            details.setSource(from);
        }
        boolean grown = count != packets || coverage == null || found.complete() != coverage.complete();
        packets = count;
        coverage = found;
        model.setFlows(found.flows());
        if (search == null) {
            showRows(PacketRows.all(packets), true);
        } else if (grown) {
            search();
        }
        table.repaint(table.getVisibleRect());
    }

    /** Lists the packets that pass a filter only; empty text lists all. */
    public void filter(String text) {
        filterBar.apply(text);
    }

    /** The filter that is applied; empty where all packets are listed. */
    public String filter() {
        return search == null ? "" : search.filter().toString();
    }

    private void applied(PacketFilter filter) {
        stop();
        if (filter.isAll()) {
            search = null;
            showRows(PacketRows.all(packets), false);
        } else {
            search = new PacketSearch(filter);
            search();
        }
        firePropertyChange("filter", null, filter());
    }

    /** Tells times in the way that was chosen. */
    public void showTimes() {
        table.showTimes();
    }

    private void stop() {
        if (search != null) {
            search.cancel();
        }
    }

    /** Searches in the background; what comes meanwhile is searched after it. */
    private void search() {
        PacketSearch active = search;
        PacketSource from = source;
        if (active == null || from == null) {
            return;
        }
        if (searching) {
            searchAgain = true;
            return;
        }
        searching = true;
        progress.start();
        showStatus();
        boolean more = active.found() != null;
        worker.post(() -> active.run(from))
                .addTaskListener(task -> SwingUtilities.invokeLater(() -> {
                    searching = false;
                    progress.stop();
                    boolean again = searchAgain;
                    searchAgain = false;
                    PacketSelection found = active.found();
                    if (search == active && found != null) {
                        showRows(new PacketRows(found), more);
                    }
                    if (again || search != active) {
                        search();
                    }
                }));
    }

    /** Shows rows; those that only got more keep the selection and the place, others the selected packet. */
    private void showRows(PacketRows rows, boolean more) {
        PacketSource from = source;
        if (from == null) {
            return;
        }
        long packet = selected();
        boolean grown = more && model.rows().begins(rows, model.getRowCount());
        if (table.isShowing()) {
            atEnd = table.isAtEnd();
        }
        model.show(from, rows, grown, table.limit());
        if (grown) {
            stayAtEnd();
        }
        if (!grown) {
            int row = Math.min(rows.near(Math.max(0, packet)), model.getRowCount() - 1);
            if (row >= 0) {
                table.setRowSelectionInterval(row, row);
                // Later, when the scroll pane knows how many rows there are now.
                SwingUtilities.invokeLater(() -> reveal(row));
            }
        }
        selectFirst();
        details.show(selected());
        cards.show(list, model.getRowCount() == 0 && search != null ? EMPTY : TABLE);
        showStatus();
    }

    /** Later, when the scroll pane knows how many rows there are now. */
    private void stayAtEnd() {
        if (following && atEnd) {
            SwingUtilities.invokeLater(table::toEnd);
        }
    }

    private void showStatus() {
        String all = Formats.count(packets, "packet", "packets");
        String shown = Formats.count(model.rows().selection().size());
        PacketSearch active = search;
        stop.setVisible(searching && active != null && !active.cancelled());
        if (active == null) {
            String room = Formats.count(model.getRowCount());
            status.setText(model.getRowCount() < packets ? Bundle.LBL_Limited(all, room) : Bundle.LBL_All(all));
        } else if (searching) {
            String share = Formats.share(active.share());
            status.setText(
                    active.found() == null
                            ? Bundle.LBL_FirstFiltering(all, share)
                            : Bundle.LBL_Filtering(shown, all, share));
        } else if (active.cancelled() && active.searched() < packets) {
            status.setText(Bundle.LBL_Stopped(shown, all, Formats.count(active.searched())));
        } else {
            status.setText(Bundle.LBL_Some(shown, all));
        }
    }

    /** The selected packet, from 0, or -1. */
    public long selected() {
        int row = table.getSelectedRow();
        return row < 0 || row >= model.getRowCount() ? -1 : model.rows().packet(row);
    }

    private PacketMenu.@Nullable Row selectedRow() {
        int row = table.getSelectedRow();
        if (row < 0 || row >= model.getRowCount()) {
            return null;
        }
        Packet packet = model.packet(row);
        Flow flow = model.flow(packet);
        Coverage known = coverage;
        PairKey pair = known != null && flow != null && flow.pair() >= 0
                ? PairKey.of(known.pairs().get(flow.pair()))
                : null;
        return new PacketMenu.Row(packet, flow, pair);
    }

    /** The time of the first packet, which relative times count from. */
    public @Nullable Instant start() {
        return model.start();
    }

    /** How many packets there are. */
    public long packets() {
        return packets;
    }

    /** Shows a packet and selects it. A filter that hides it is lifted. */
    public void goTo(long packet) {
        if (search != null && model.rows().row(packet) < 0) {
            filter("");
        }
        int row = packet < 0 ? -1 : model.rows().row(packet);
        if (row >= 0 && row < model.getRowCount()) {
            table.setRowSelectionInterval(row, row);
            SwingUtilities.invokeLater(() -> reveal(row));
        }
    }

    private void reveal(int row) {
        if (row == table.getSelectedRow()) {
            table.reveal(row);
        }
    }

    /** Gives the focus to the table, or to the filter where it hides everything. */
    public boolean focusFirst() {
        selectFirst();
        return model.getRowCount() == 0 && search != null
                ? filterBar.field().requestFocusInWindow()
                : table.requestFocusInWindow();
    }

    /** The keys need a row to start from. */
    private void selectFirst() {
        if (table.getSelectedRow() < 0 && table.getRowCount() > 0) {
            table.setRowSelectionInterval(0, 0);
        }
    }

    /** Ends what runs in the background. */
    public void close() {
        stop();
        search = null;
        progress.stop();
        worker.shutdown();
        details.close();
    }
}
