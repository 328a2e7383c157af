package org.ipsecworkbench.sessionexplorer.timeline;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.time.Instant;
import java.util.List;
import javax.swing.JComponent;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.TimeDisplay;

/** The times above the lanes: the time of day at each tick, and the day where it begins. */
final class TimeAxis extends JComponent {
    private static final long serialVersionUID = 1;
    private static final int ROOM = 120;
    private static final long SECOND = 1000;
    private static final long DAY = 86_400_000;

    private TimeScale scale = new TimeScale(0, 1);

    void show(TimeScale now) {
        scale = now;
        repaint();
    }

    static List<Instant> ticks(TimeScale scale, int width) {
        return scale.ticks(width, ROOM, TimeDisplay.current().zone());
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(100, 2 * getFontMetrics(Palette.font()).getHeight() + 6);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setColor(Palette.content());
        g.fillRect(0, 0, getWidth(), getHeight());
        LaneDiagram.smooth(g);
        g.setFont(Palette.font());
        FontMetrics metrics = g.getFontMetrics();
        List<Instant> ticks = ticks(scale, getWidth());
        boolean isFine =
                ticks.size() > 1 && ticks.get(1).toEpochMilli() - ticks.get(0).toEpochMilli() < SECOND;
        boolean isDays =
                ticks.size() > 1 && ticks.get(1).toEpochMilli() - ticks.get(0).toEpochMilli() >= DAY;
        String before = "";
        for (Instant tick : ticks) {
            int x = (int) Math.round(scale.x(tick.toEpochMilli(), getWidth()));
            String clock = Formats.clock(tick);
            String day = Formats.date(tick);
            g.setColor(Palette.line());
            g.drawLine(x, getHeight() - 5, x, getHeight());
            g.setColor(Palette.foreground());
            if (!isDays) {
                g.drawString(
                        isFine ? clock : clock.substring(0, clock.lastIndexOf('.')),
                        x + 3,
                        getHeight() - 3 - metrics.getDescent());
            }
            if (!day.equals(before)) {
                g.setColor(Palette.muted());
                g.drawString(day, x + 3, isDays ? getHeight() - 3 - metrics.getDescent() : metrics.getAscent() + 2);
                before = day;
            }
        }
        g.setColor(Palette.line());
        g.drawLine(0, getHeight() - 1, getWidth(), getHeight() - 1);
        g.dispose();
    }
}
