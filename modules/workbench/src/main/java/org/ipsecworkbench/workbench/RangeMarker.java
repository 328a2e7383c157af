package org.ipsecworkbench.workbench;

import java.awt.BasicStroke;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.util.function.BiConsumer;
import javax.swing.SwingUtilities;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jspecify.annotations.Nullable;

/** Marks a range on the x axis of a chart by dragging; a double click takes the mark away. */
public final class RangeMarker extends MouseAdapter {
    private static final int SLACK = 4;
    private static final float ALPHA = 0.16f;
    private static final float[] DASHES = {5, 4};

    private final ChartView view;
    private final XYPlot plot;
    private final BiConsumer<Double, Double> marked;
    private final Runnable cleared;
    private @Nullable IntervalMarker marker;
    private int pressed = -1;

    /** Tells the range in the axis' numbers when the mouse is let go. */
    public RangeMarker(ChartView view, XYPlot plot, BiConsumer<Double, Double> marked, Runnable cleared) {
        this.view = view;
        this.plot = plot;
        this.marked = marked;
        this.cleared = cleared;
        view.addMouseListener(this);
        view.addMouseMotionListener(this);
    }

    /** Marks a range. */
    public void mark(double from, double to) {
        clear();
        IntervalMarker now = new IntervalMarker(from, to);
        now.setPaint(Palette.foreground());
        now.setAlpha(ALPHA);
        now.setOutlinePaint(Palette.foreground());
        now.setOutlineStroke(new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES, 0));
        marker = now;
        plot.addDomainMarker(now, Layer.FOREGROUND);
    }

    /** Takes the mark away and tells nobody. */
    public void clear() {
        if (marker != null) {
            plot.removeDomainMarker(marker, Layer.FOREGROUND);
            marker = null;
        }
    }

    private Rectangle2D area() {
        return view.getChartRenderingInfo().getPlotInfo().getDataArea();
    }

    private double value(int x) {
        Rectangle2D area = area();
        double inside = Math.max(area.getMinX(), Math.min(area.getMaxX(), x));
        return plot.getDomainAxis().java2DToValue(inside, area, plot.getDomainAxisEdge());
    }

    @Override
    public void mousePressed(MouseEvent e) {
        pressed = SwingUtilities.isLeftMouseButton(e) && area().contains(e.getPoint()) ? e.getX() : -1;
    }

    @Override
    public void mouseDragged(MouseEvent e) {
        if (isDrag(e)) {
            mark(Math.min(value(pressed), value(e.getX())), Math.max(value(pressed), value(e.getX())));
        }
    }

    @Override
    public void mouseReleased(MouseEvent e) {
        if (isDrag(e)) {
            marked.accept(Math.min(value(pressed), value(e.getX())), Math.max(value(pressed), value(e.getX())));
        }
        pressed = -1;
    }

    @Override
    public void mouseClicked(MouseEvent e) {
        if (e.getClickCount() == 2) {
            clear();
            cleared.run();
        }
    }

    private boolean isDrag(MouseEvent e) {
        return pressed >= 0 && Math.abs(e.getX() - pressed) >= SLACK && plot.getDataset() != null;
    }
}
