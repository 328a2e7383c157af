package org.ipsecworkbench.sessionexplorer.timeline;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.Scrollable;
import javax.swing.ToolTipManager;
import org.ipsecworkbench.diagnosis.TimelineEntry;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Palette;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** The lanes of a timeline over a scale of time. On the event dispatch thread. */
@Messages({
    "ACN_Lanes=Lanes of the timeline",
    "# {0} - when",
    "# {1} - host",
    "# {2} - what",
    "LBL_At={0}, {1}: {2}",
    "# {0} - first",
    "# {1} - how many more",
    "LBL_AndMore={0} … and {1} more here",
    "HINT_Lanes=Click an entry to select it, double click to open it; drag to show a shorter time. Arrow keys: other entries;"
            + " Enter: open; + and −: shorter or longer time; Page Up and Page Down: earlier or later; Esc: all times."
})
final class LaneDiagram extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1;

    /** What is done with what is shown. */
    interface Listener {
        void selected(TimelineEntry entry);

        void chosen(TimelineEntry entry);

        /** Other times are shown. */
        void scaled(TimeScale scale, boolean isAll);
    }

    private final LaneLabels labels = new LaneLabels();
    private final TimeAxis axis = new TimeAxis();
    private final transient Listener listener;
    private transient List<Lane> lanes = List.of();
    private transient TimeScale all = new TimeScale(0, 1);
    private transient TimeScale scale = all;
    private transient @Nullable TimelineEntry selected;
    private int lane = -1;
    private int dragFrom = -1;
    private int dragTo = -1;

    LaneDiagram(Listener listener) {
        this.listener = listener;
        setName("lanes");
        getAccessibleContext().setAccessibleName(Bundle.ACN_Lanes());
        setFocusable(true);
        setOpaque(true);
        ToolTipManager.sharedInstance().registerComponent(this);
        new LaneMouse(this);
        new LaneKeys(this);
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent e) {
                repaintRows();
            }

            @Override
            public void focusLost(FocusEvent e) {
                repaintRows();
            }
        });
    }

    /** In a pane with the names on the left and the times above. */
    JScrollPane inPane() {
        JScrollPane pane = new JScrollPane(this);
        pane.setRowHeaderView(labels);
        pane.setColumnHeaderView(axis);
        return pane;
    }

    /** Shows other lanes. */
    void show(List<Lane> now, TimeScale whole, boolean keepsScale) {
        lanes = now;
        all = whole;
        lane = selected == null ? -1 : laneOf(selected);
        labels.show(now);
        scale(keepsScale ? scale : whole);
        revalidate();
        repaintRows();
    }

    TimeScale scale() {
        return scale;
    }

    TimeScale all() {
        return all;
    }

    /** Shows other times. */
    void scale(TimeScale other) {
        scale = other;
        axis.show(other);
        repaint();
        listener.scaled(other, other.equals(all));
    }

    List<Lane> lanes() {
        return lanes;
    }

    /** Which lane keys move in; below 0 for none. */
    int lane() {
        return lane;
    }

    @Nullable
    TimelineEntry selected() {
        return selected;
    }

    /** Selects an entry without telling so, and brings it into sight. */
    void select(@Nullable TimelineEntry entry) {
        selected = entry;
        lane = entry == null ? -1 : laneOf(entry);
        if (entry != null && lane >= 0) {
            long begin = entry.time().toEpochMilli();
            if (!scale.shows(begin, entry.end().toEpochMilli())) {
                scale(new TimeScale(begin - scale.length() / 2, begin + scale.length() / 2));
            }
            int height = rowHeight(this);
            scrollRectToVisible(new Rectangle(0, lane * height, 1, height));
            getAccessibleContext().setAccessibleDescription(words(entry));
        }
        repaintRows();
    }

    /** Selects an entry and tells so. */
    void pick(TimelineEntry entry) {
        select(entry);
        listener.selected(entry);
    }

    void choose() {
        if (selected != null) {
            listener.chosen(selected);
        }
    }

    private int laneOf(TimelineEntry wanted) {
        for (int i = 0; i < lanes.size(); i++) {
            if (lanes.get(i).indexOf(wanted) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** What stands at a point. */
    Optional<Cluster> at(int x, int y) {
        int row = y / rowHeight(this);
        if (row < 0 || row >= lanes.size()) {
            return Optional.empty();
        }
        List<TimelineEntry> entries = lanes.get(row).entries();
        if (entries.size() == 1 && entries.get(0).traffic() != null) {
            return Optional.of(new Cluster(x, entries.get(0), entries.get(0).signal(), 1));
        }
        Optional<Cluster> nearest = Cluster.of(lanes.get(row), scale, getWidth()).stream()
                .filter(cluster -> Math.abs(cluster.x() - x) <= Cluster.WIDTH)
                .min((one, other) -> Integer.compare(Math.abs(one.x() - x), Math.abs(other.x() - x)));
        return nearest.or(() -> {
            long time = scale.millis(x, getWidth());
            return entries.stream()
                    .filter(entry ->
                            entry.time().toEpochMilli() <= time && entry.end().toEpochMilli() >= time)
                    .findFirst()
                    .map(entry -> new Cluster(x, entry, entry.signal(), 1));
        });
    }

    /** Marks times while they are dragged over; below 0 for none. */
    void drag(int from, int to) {
        dragFrom = from;
        dragTo = to;
        repaint();
    }

    private void repaintRows() {
        labels.activate(isFocusOwner() ? lane : -1);
        repaint();
    }

    static String words(TimelineEntry entry) {
        return Bundle.LBL_At(Formats.time(entry.time()), entry.lane(), entry.words());
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent e) {
        return at(e.getX(), e.getY())
                .map(cluster -> cluster.count() == 1
                        ? words(cluster.first())
                        : Bundle.LBL_AndMore(words(cluster.first()), Formats.count(cluster.count() - 1L)))
                .orElse(null);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        Rectangle clip = g.getClipBounds();
        g.setColor(Palette.content());
        g.fill(clip);
        smooth(g);
        int height = rowHeight(this);
        int first = Math.max(0, clip.y / height);
        for (int i = first; i < lanes.size() && i * height < clip.y + clip.height; i++) {
            paintRow(g, lanes.get(i), i, isFocusOwner() ? lane : -1, getWidth(), height);
        }
        g.setColor(Palette.line());
        g.setStroke(new BasicStroke(1));
        for (Instant tick : TimeAxis.ticks(scale, getWidth())) {
            int x = (int) Math.round(scale.x(tick.toEpochMilli(), getWidth()));
            g.drawLine(x, clip.y, x, clip.y + clip.height);
        }
        LanePainter painter = new LanePainter(g, scale, getWidth(), height);
        for (int i = first; i < lanes.size() && i * height < clip.y + clip.height; i++) {
            painter.paint(lanes.get(i), i * height, selected);
        }
        if (dragFrom >= 0) {
            g.setColor(Palette.foreground());
            g.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {5, 4}, 0));
            g.drawRect(Math.min(dragFrom, dragTo), clip.y - 2, Math.abs(dragTo - dragFrom), clip.height + 4);
        }
        g.dispose();
    }

    static void smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }

    static int rowHeight(JComponent component) {
        return component.getFontMetrics(Palette.font()).getHeight() + 6;
    }

    /** The background of a row: of hosts in another colour, of the active one framed. */
    static void paintRow(Graphics2D g, Lane lane, int row, int active, int width, int height) {
        if (lane.isHead()) {
            g.setColor(Palette.background());
            g.fillRect(0, row * height, width, height);
        }
        g.setColor(Palette.line());
        g.setStroke(new BasicStroke(1));
        g.drawLine(0, (row + 1) * height - 1, width, (row + 1) * height - 1);
        if (row == active) {
            g.setColor(Palette.foreground());
            g.drawRect(0, row * height, width - 1, height - 2);
        }
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(400, lanes.size() * rowHeight(this));
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return new Dimension(600, Math.min(14, lanes.size()) * rowHeight(this));
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return rowHeight(this);
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return Math.max(rowHeight(this), visible.height - rowHeight(this));
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent() != null && getPreferredSize().height < getParent().getHeight();
    }
}
