package org.ipsecworkbench.sessionexplorer.timeline;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.KeyStroke;
import javax.swing.RowSorter.SortKey;
import javax.swing.SortOrder;
import javax.swing.SwingUtilities;
import javax.swing.event.ChangeListener;
import org.ipsecworkbench.diagnosis.Timeline;
import org.ipsecworkbench.diagnosis.TimelineEntry;
import org.ipsecworkbench.diagnosis.TimelineKind;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.HeaderSorter;
import org.ipsecworkbench.workbench.Keys;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.RowsModel;
import org.ipsecworkbench.workbench.TableLook;
import org.ipsecworkbench.workbench.TimeDisplay;
import org.ipsecworkbench.workbench.WrappedText;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/**
 * A timeline as lanes and as a table, with what filters both: they share their selection, and the table lists the times that the
 * lanes show. On the event dispatch thread; filtering and sorting is done in the background.
 */
@Messages({
    "# {0} - shown",
    "# {1} - all",
    "LBL_ShownEntries={0} of {1} entries",
    "# {0} - shown",
    "# {1} - all",
    "# {2} - first",
    "# {3} - last",
    "LBL_ShownBetween={0} of {1} entries, from {2} to {3}; Esc shows all",
    "CTL_OpenThere=Open There",
    "HINT_Zoom=Drag, or press + and −, for a shorter time; Enter or a double click opens the evidence"
})
public final class TimelineView extends JPanel {
    private static final long serialVersionUID = 1;

    private final transient RequestProcessor worker = new RequestProcessor("Arranging a timeline", 1, false);
    private final transient RequestProcessor.Task task = worker.create(this::arrange, true);
    private final FilterPane filter = new FilterPane(() -> changed(true));
    private final WrappedText clocks = new WrappedText(true);
    private final JLabel shown = new JLabel();
    private final LaneDiagram diagram = new LaneDiagram(new Listening());
    private final RowsModel<TimelineEntry> model = new RowsModel<>(EntryColumn.values());
    private final transient HeaderSorter<TimelineEntry> sorter = new HeaderSorter<>(
            model, new SortKey(EntryColumn.TIME.ordinal(), SortOrder.ASCENDING), () -> changed(false));
    private final EntryTable table = new EntryTable(model, sorter);
    private final transient Consumer<TimelineEntry> opener;
    private final transient ChangeListener zone = e -> rezone();
    private transient volatile Timeline timeline = new Timeline(List.of(), List.of(), List.of(), true);
    private transient volatile Arrangement arrangement = Arrangement.FIRST;
    private boolean isSelecting;
    private boolean isFresh;

    /** Empty; opens an entry that is chosen at its place. */
    @SuppressWarnings("this-escape")
    public TimelineView(Consumer<TimelineEntry> opener) {
        super(new BorderLayout());
        this.opener = opener;
        JPanel head = new JPanel(new BorderLayout());
        head.add(filter, BorderLayout.NORTH);
        clocks.setName("clocks");
        clocks.setBorder(BorderFactory.createEmptyBorder(0, 14, 4, 14));
        head.add(clocks, BorderLayout.CENTER);
        shown.setName("entriesShown");
        shown.setBorder(BorderFactory.createEmptyBorder(3, 14, 3, 14));
        JScrollPane lanes = diagram.inPane();
        lanes.setBorder(BorderFactory.createMatteBorder(1, 0, 1, 0, Palette.line()));
        JPanel above = new JPanel(new BorderLayout());
        above.add(lanes, BorderLayout.CENTER);
        above.add(new Legend(), BorderLayout.SOUTH);
        above.setMinimumSize(new Dimension(100, 120));
        // The lanes come later: what they have no room for now they would not get then.
        above.setPreferredSize(new Dimension(600, 360));
        JLabel hint = new JLabel(Bundle.HINT_Zoom());
        hint.setToolTipText(Bundle.HINT_Lanes());
        hint.setForeground(Palette.muted());
        hint.setBorder(BorderFactory.createEmptyBorder(3, 14, 3, 14));
        // The count stays where the window is narrow.
        hint.setMinimumSize(new Dimension(0, 0));
        JPanel strip = new JPanel(new BorderLayout());
        strip.add(shown, BorderLayout.WEST);
        strip.add(hint, BorderLayout.EAST);
        JPanel below = new JPanel(new BorderLayout());
        below.add(strip, BorderLayout.NORTH);
        below.add(new JScrollPane(table), BorderLayout.CENTER);
        below.setMinimumSize(new Dimension(100, 90));
        below.setPreferredSize(new Dimension(600, 240));
        JSplitPane both = new JSplitPane(JSplitPane.VERTICAL_SPLIT, true, above, below);
        both.setBorder(BorderFactory.createEmptyBorder());
        both.setResizeWeight(0.6);
        add(head, BorderLayout.NORTH);
        add(both, BorderLayout.CENTER);
        table.getSelectionModel().addListSelectionListener(e -> {
            TimelineEntry entry = table.selected();
            if (!e.getValueIsAdjusting() && !isSelecting && entry != null) {
                isSelecting = true;
                diagram.select(entry);
                isSelecting = false;
            }
        });
        Action open = new AbstractAction(Bundle.CTL_OpenThere()) {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                open();
            }
        };
        TableLook.onChoose(table, this::open);
        TableLook.menu(table, open);
        Keys.on(
                table,
                WHEN_ANCESTOR_OF_FOCUSED_COMPONENT,
                KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                this::showAll);
        Keys.on(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, KeyStroke.getKeyStroke('/'), filter::focusFirst);
    }

    private void open() {
        TimelineEntry entry = table.selected();
        if (entry != null) {
            opener.accept(entry);
        }
    }

    private void showAll() {
        diagram.scale(diagram.all());
        filter.clear();
    }

    /** Shows a timeline. */
    public void show(Timeline now) {
        timeline = now;
        isFresh = true;
        Set<TimelineKind> kinds = EnumSet.noneOf(TimelineKind.class);
        now.entries().forEach(entry -> kinds.add(entry.kind()));
        filter.offer(now.lanes(), kinds);
        clocks.setText(ClockWords.of(now.clocks()));
        changed(true);
    }

    /** What the filter or the order of the table now asks for is looked up in the background. */
    private void changed(boolean isAnew) {
        boolean isAll = isAnew && isFresh || diagram.scale().equals(diagram.all());
        TimeScale scale = diagram.scale();
        Instant from = isAll ? null : Instant.ofEpochMilli(scale.from());
        Instant to = isAll ? null : Instant.ofEpochMilli(scale.to());
        SortKey key = sorter.key();
        arrangement = new Arrangement(
                filter.filter(from, to),
                EntryColumn.values()[key.getColumn()],
                key.getSortOrder() == SortOrder.DESCENDING);
        task.schedule(0);
    }

    private void arrange() {
        Arrangement how = arrangement;
        Timeline of = timeline;
        Arrangement.Arranged arranged = how.apply(of.entries());
        Map<TimelineEntry, Integer> places = EntryTable.places(arranged.rows());
        TimeScale whole = TimeScale.of(of.entries());
        SwingUtilities.invokeLater(() -> {
            if (how.equals(arrangement) && of.entries() == timeline.entries()) {
                show(how, arranged, places, whole);
            }
        });
    }

    private void show(
            Arrangement how, Arrangement.Arranged arranged, Map<TimelineEntry, Integer> places, TimeScale whole) {
        isSelecting = true;
        diagram.show(arranged.lanes(), whole, !isFresh);
        table.show(arranged.rows(), places);
        isSelecting = false;
        isFresh = false;
        String count = Formats.count(arranged.rows().size());
        String all = Formats.count(timeline.entries().size());
        Instant from = how.filter().from();
        Instant to = how.filter().to();
        shown.setText(
                from == null || to == null
                        ? Bundle.LBL_ShownEntries(count, all)
                        : Bundle.LBL_ShownBetween(count, all, Formats.clock(from), Formats.clock(to)));
    }

    private void rezone() {
        clocks.setText(ClockWords.of(timeline.clocks()));
        repaint();
    }

    /** Times follow the zone that is chosen as long as it is shown. */
    @Override
    public void addNotify() {
        super.addNotify();
        TimeDisplay.addChangeListener(zone);
    }

    @Override
    public void removeNotify() {
        TimeDisplay.removeChangeListener(zone);
        super.removeNotify();
    }

    /** Moves the focus to the lanes. */
    public boolean focusFirst() {
        return diagram.requestFocusInWindow();
    }

    /** Ends what runs in the background. */
    public void close() {
        worker.shutdown();
    }

    private final class Listening implements LaneDiagram.Listener {
        @Override
        public void selected(TimelineEntry entry) {
            isSelecting = true;
            table.select(entry);
            isSelecting = false;
        }

        @Override
        public void chosen(TimelineEntry entry) {
            opener.accept(entry);
        }

        @Override
        public void scaled(TimeScale scale, boolean isAll) {
            if (!isFresh && !isSelecting) {
                changed(false);
            }
        }
    }
}
