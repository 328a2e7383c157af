package org.ipsecworkbench.sessionexplorer.timeline;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.ToolTipManager;
import org.ipsecworkbench.capture.TimeSeries;
import org.ipsecworkbench.diagnosis.TimelineEntry;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Palette;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** The names of the lanes, left of them: hosts in bold, and below each its lanes with how many entries they have. */
@Messages({
    "# {0} - lane",
    "# {1} - packets",
    "# {2} - how long",
    "LBL_Highest={0}, up to {1} per {2}",
    "# {0} - lane",
    "# {1} - entries",
    "LBL_Counted={0} ({1})"
})
final class LaneLabels extends JComponent {
    private static final long serialVersionUID = 1;
    private static final int WIDTH = 250;
    private static final int INDENT = 22;

    private transient List<Lane> lanes = List.of();
    private int active = -1;

    LaneLabels() {
        setName("laneLabels");
        ToolTipManager.sharedInstance().registerComponent(this);
    }

    void show(List<Lane> now) {
        lanes = now;
        revalidate();
        repaint();
    }

    /** Marks the lane that keys move in; below 0 for none. */
    void activate(int lane) {
        active = lane;
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(WIDTH, lanes.size() * LaneDiagram.rowHeight(this));
    }

    private static String words(Lane lane) {
        if (lane.isHead()) {
            return lane.owner();
        }
        TimeSeries traffic = lane.entries().size() == 1 ? lane.entries().get(0).traffic() : null;
        if (traffic != null) {
            return Bundle.LBL_Highest(
                    lane.title(), Formats.count(LanePainter.highest(traffic)), Formats.duration(traffic.width()));
        }
        List<TimelineEntry> entries = lane.entries();
        return entries.size() == 1 ? lane.title() : Bundle.LBL_Counted(lane.title(), Formats.count(entries.size()));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        Rectangle clip = g.getClipBounds();
        g.setColor(Palette.content());
        g.fill(clip);
        LaneDiagram.smooth(g);
        int height = LaneDiagram.rowHeight(this);
        for (int i = Math.max(0, clip.y / height); i < lanes.size() && i * height < clip.y + clip.height; i++) {
            Lane lane = lanes.get(i);
            LaneDiagram.paintRow(g, lane, i, active, getWidth(), height);
            Font font = Palette.font();
            g.setFont(lane.isHead() ? font.deriveFont(Font.BOLD) : font);
            g.setColor(lane.isHead() ? Palette.foreground() : Palette.muted());
            FontMetrics metrics = g.getFontMetrics();
            int x = lane.isHead() ? 10 : INDENT;
            g.drawString(
                    cut(words(lane), metrics, getWidth() - x - 6),
                    x,
                    i * height + (height + metrics.getAscent()) / 2 - 2);
        }
        g.dispose();
    }

    private static String cut(String text, FontMetrics metrics, int width) {
        int length = text.length();
        String shown = text;
        while (length > 4 && metrics.stringWidth(shown) > width) {
            length--;
            shown = Formats.abbreviate(text, length);
        }
        return shown;
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent e) {
        int row = e.getY() / LaneDiagram.rowHeight(this);
        return row < lanes.size() ? words(lanes.get(row)) : null;
    }
}
