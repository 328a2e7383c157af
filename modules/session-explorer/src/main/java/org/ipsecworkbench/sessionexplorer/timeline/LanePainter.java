package org.ipsecworkbench.sessionexplorer.timeline;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.time.Duration;
import java.util.Map;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.capture.TimeSeries;
import org.ipsecworkbench.diagnosis.TimelineEntry;
import org.ipsecworkbench.diagnosis.TimelineEntry.Signal;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.Tone;
import org.jspecify.annotations.Nullable;

/** Paints one lane: what lasts as a bar, its beginning as a shape, and the packets of a capture as columns. */
final class LanePainter {
    private static final int BAR = 4;
    private static final int RADIUS = 4;
    private static final double GAP = 3;

    private final Graphics2D g;
    private final TimeScale scale;
    private final int width;
    private final int height;
    private final Stamps stamps = new Stamps(RADIUS);

    LanePainter(Graphics2D g, TimeScale scale, int width, int height) {
        this.g = g;
        this.scale = scale;
        this.width = width;
        this.height = height;
    }

    /**
     * Paints a lane.
     *
     * @param top of it, in pixels
     * @param selected has a ring around it, where it is in this lane
     */
    void paint(Lane lane, int top, @Nullable TimelineEntry selected) {
        double middle = top + height / 2.0;
        Bar open = null;
        for (int i = 0; i < lane.entries().size(); i++) {
            TimelineEntry entry = lane.entries().get(i);
            TimeSeries traffic = entry.traffic();
            if (traffic != null) {
                columns(entry, traffic, top);
            } else if (lane.end(i) > lane.begin(i)) {
                open = bar(lane.begin(i), lane.end(i), entry.signal(), open, middle);
            }
        }
        paint(open, middle);
        for (Cluster cluster : Cluster.of(lane, scale, width)) {
            if (cluster.first().traffic() == null) {
                stamps.paint(g, cluster.signal(), cluster.count() > 1, cluster.x(), middle);
            }
        }
        if (selected != null && lane.indexOf(selected) >= 0) {
            ring(selected, middle);
        }
    }

    /** From one pixel to another, in the worst of its signals. */
    private record Bar(double begin, double end, Signal signal) {}

    /** Bars that touch each other are one: a hundred thousand of them have no more room than there are pixels. */
    private @Nullable Bar bar(long from, long to, Signal signal, @Nullable Bar open, double middle) {
        double begin = Math.max(0, scale.x(from, width));
        double end = Math.min(width, scale.x(to, width));
        if (end - begin < 1) {
            return open;
        }
        if (open != null && begin <= open.end) {
            return new Bar(open.begin, Math.max(open.end, end), Signals.worse(open.signal, signal));
        }
        paint(open, middle);
        return new Bar(begin, end, signal);
    }

    private void paint(@Nullable Bar bar, double middle) {
        if (bar != null) {
            g.setColor(Palette.fill(Signals.tone(bar.signal)));
            g.fill(new Rectangle2D.Double(bar.begin, middle - BAR / 2.0, Math.max(1, bar.end - bar.begin), BAR));
        }
    }

    private void ring(TimelineEntry selected, double middle) {
        double x = scale.x(selected.time().toEpochMilli(), width);
        double cell = Math.floor(Math.max(0, x) / Cluster.WIDTH) * Cluster.WIDTH + Cluster.WIDTH / 2.0;
        g.setColor(Palette.foreground());
        g.setStroke(new BasicStroke(1.6f));
        double radius = RADIUS + GAP;
        g.draw(new RoundRectangle2D.Double(cell - radius, middle - radius, 2 * radius, 2 * radius, 4, 4));
    }

    private void columns(TimelineEntry entry, TimeSeries traffic, int top) {
        long highest = highest(traffic);
        Duration shift = Duration.between(entry.stated(), entry.time());
        double room = height - 4.0;
        for (int bin = 0; bin < traffic.bins() && highest > 0; bin++) {
            long begin = traffic.startOf(bin).plus(shift).toEpochMilli();
            double left = scale.x(begin, width);
            double right = scale.x(begin + Math.max(1, traffic.width().toMillis()), width);
            double base = top + height - 2.0;
            if (right < 0 || left > width) {
                continue;
            }
            for (Protection protection : Protection.values()) {
                long[] packets = traffic.packets().get(protection);
                if (packets != null && packets[bin] > 0) {
                    double tall = Math.max(1, packets[bin] * room / highest);
                    g.setPaint(Palette.paint(tone(protection)));
                    g.fill(new Rectangle2D.Double(left, base - tall, Math.max(1.5, right - left - 0.5), tall));
                    base -= tall;
                }
            }
        }
    }

    /** Packets of the fullest bin. */
    static long highest(TimeSeries traffic) {
        long highest = 0;
        for (int bin = 0; bin < traffic.bins(); bin++) {
            long sum = 0;
            for (Map.Entry<Protection, long[]> one : traffic.packets().entrySet()) {
                sum += one.getValue()[bin];
            }
            highest = Math.max(highest, sum);
        }
        return highest;
    }

    static Tone tone(Protection protection) {
        return switch (protection) {
            case ENCRYPTED -> Tone.ENCRYPTED;
            case INTEGRITY_ONLY -> Tone.INTEGRITY_ONLY;
            case UNPROVEN -> Tone.PROTECTED_UNKNOWN;
            case CLEAR -> Tone.CLEAR;
            case KEYING -> Tone.KEYING;
            case EXEMPT -> Tone.NOT_COUNTED;
            case OTHER -> Tone.OTHER;
        };
    }
}
