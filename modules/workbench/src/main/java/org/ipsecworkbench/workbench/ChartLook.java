package org.ipsecworkbench.workbench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Gives a chart the colours and fonts of the look and feel, which JFreeChart knows nothing of. */
public final class ChartLook {
    private static final BasicStroke HAIRLINE = new BasicStroke(1f);

    private ChartLook() {}

    /** Dresses a chart; again after each change of the look and feel. Series keep their own paints. */
    public static void apply(JFreeChart chart) {
        Color background = Palette.content();
        chart.setBackgroundPaint(background);
        chart.setBorderVisible(false);
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(true);
        chart.setPadding(new RectangleInsets(6, 6, 6, 18));
        LegendTitle legend = chart.getLegend();
        if (legend != null) {
            legend.setPosition(RectangleEdge.BOTTOM);
            legend.setItemFont(font(0.92f));
            legend.setItemPaint(Palette.foreground());
            legend.setBackgroundPaint(background);
            legend.setFrame(org.jfree.chart.block.BlockBorder.NONE);
        }
        Plot plot = chart.getPlot();
        plot.setBackgroundPaint(background);
        plot.setOutlineVisible(false);
        plot.setNoDataMessageFont(font(1f));
        plot.setNoDataMessagePaint(Palette.muted());
        if (plot instanceof XYPlot xy) {
            dress(xy);
        } else if (plot instanceof CategoryPlot categories) {
            dress(categories);
        }
    }

    private static void dress(XYPlot plot) {
        plot.setRangeGridlinePaint(Palette.line());
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setDomainGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        dress(plot.getDomainAxis());
        for (int i = 0; i < plot.getRangeAxisCount(); i++) {
            if (plot.getRangeAxis(i) != null) {
                dress(plot.getRangeAxis(i));
            }
        }
    }

    private static void dress(CategoryPlot plot) {
        plot.setRangeGridlinePaint(Palette.line());
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        dress(plot.getDomainAxis());
        dress(plot.getRangeAxis());
        plot.getDomainAxis()
                .setTickLabelFont(Palette.monospaced().deriveFont(Palette.font().getSize2D() * 0.92f));
        plot.getDomainAxis().setTickLabelPaint(Palette.foreground());
    }

    private static void dress(Axis axis) {
        Paint muted = Palette.muted();
        axis.setLabelFont(font(0.92f));
        axis.setLabelPaint(muted);
        axis.setTickLabelFont(font(0.88f));
        axis.setTickLabelPaint(muted);
        axis.setAxisLinePaint(Palette.line());
        axis.setTickMarkPaint(Palette.line());
    }

    private static Font font(float factor) {
        Font font = Palette.font();
        return font.deriveFont(Font.PLAIN, font.getSize2D() * factor);
    }
}
