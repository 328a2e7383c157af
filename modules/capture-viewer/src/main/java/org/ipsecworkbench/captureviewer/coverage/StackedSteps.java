package org.ipsecworkbench.captureviewer.coverage;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.captureviewer.Looks;
import org.ipsecworkbench.workbench.Palette;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.Range;
import org.jfree.data.general.DatasetUtils;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;

/**
 * Draws a {@link TimeDataset} as stacked areas that keep to their bins: a bin is a step as wide as the time that it
 * counts, so that an area never shows traffic where there was none.
 */
final class StackedSteps extends AbstractXYItemRenderer {
    private static final long serialVersionUID = 1;
    private static final Shape LEGEND = new RoundRectangle2D.Double(-5.5, -5.5, 11, 11, 4, 4);

    @Override
    public XYItemRendererState initialise(
            Graphics2D g, Rectangle2D area, XYPlot plot, XYDataset dataset, PlotRenderingInfo info) {
        XYItemRendererState state = new XYItemRendererState(info);
        state.setProcessVisibleItemsOnly(false);
        return state;
    }

    @Override
    public void drawItem(
            Graphics2D g,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis domain,
            ValueAxis range,
            XYDataset dataset,
            int series,
            int item,
            @Nullable CrosshairState crosshair,
            int pass) {
        if (item != 0 || !(dataset instanceof TimeDataset times)) {
            return; // a series is drawn as a whole
        }
        Path2D steps = new Path2D.Double();
        int bins = times.getItemCount();
        for (int bin = 0; bin < bins; bin++) {
            append(steps, bin, stacked(times, series, bin), times, plot, area, domain, range, false);
        }
        for (int bin = bins - 1; bin >= 0; bin--) {
            append(steps, bin, stacked(times, series - 1, bin), times, plot, area, domain, range, true);
        }
        steps.closePath();
        g.setPaint(Palette.paint(Looks.of(times.protection(series))));
        g.fill(steps);
        part(g, times, series, plot, area, domain, range);
    }

    /** A line in the background's colour parts an area from those below, without relying on their colours. */
    private static void part(
            Graphics2D g,
            TimeDataset times,
            int series,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis domain,
            ValueAxis range) {
        Path2D line = new Path2D.Double();
        for (int bin = 0; bin < times.getItemCount(); bin++) {
            double below = stacked(times, series - 1, bin);
            if (below > 0 && times.amount(series, bin) > 0) {
                Path2D step = new Path2D.Double();
                append(step, bin, below, times, plot, area, domain, range, false);
                line.append(step, false);
            }
        }
        g.setPaint(Palette.content());
        g.setStroke(new BasicStroke(1f));
        g.draw(line);
    }

    private static void append(
            Path2D path,
            int bin,
            double y,
            TimeDataset times,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis domain,
            ValueAxis range,
            boolean backwards) {
        double from = times.origin() + bin * times.width();
        double left = domain.valueToJava2D(from, area, plot.getDomainAxisEdge());
        double right = domain.valueToJava2D(from + times.width(), area, plot.getDomainAxisEdge());
        double height = range.valueToJava2D(y, area, plot.getRangeAxisEdge());
        if (path.getCurrentPoint() == null) {
            path.moveTo(left, height);
        } else {
            path.lineTo(backwards ? right : left, height);
        }
        path.lineTo(backwards ? left : right, height);
    }

    private static double stacked(TimeDataset times, int upTo, int bin) {
        double sum = 0;
        for (int series = 0; series <= upTo; series++) {
            sum += times.getYValue(series, bin);
        }
        return sum;
    }

    @Override
    public @Nullable Range findRangeBounds(@Nullable XYDataset dataset) {
        return dataset instanceof TimeDataset times ? DatasetUtils.findStackedRangeBounds(times, 0) : null;
    }

    @Override
    public @Nullable LegendItem getLegendItem(int datasetIndex, int series) {
        if (!(getPlot().getDataset(datasetIndex) instanceof TimeDataset times)) {
            return null;
        }
        Protection protection = times.protection(series);
        Paint paint = Palette.paint(Looks.of(protection));
        LegendItem item = new LegendItem(protection.label(), null, null, null, LEGEND, paint);
        item.setLabelPaint(Palette.foreground());
        return item;
    }
}
