package org.ipsecworkbench.ikelogbrowser.timeline;

import java.awt.BasicStroke;
import java.awt.Paint;
import java.awt.Polygon;
import java.awt.geom.Ellipse2D;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.ipsecworkbench.ike.Repetitions.Renewal;
import org.ipsecworkbench.ike.Repetitions.Storm;
import org.ipsecworkbench.ikelogbrowser.detail.Ending;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.TimeDisplay;
import org.ipsecworkbench.workbench.Tone;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StackedXYBarRenderer;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultTableXYDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/**
 * What the timeline draws: bars of outcomes, diamonds where SAs were renewed, and marks of storms and of the selected
 * negotiation. Its x axis counts milliseconds since 1970.
 */
@Messages({"LBL_Renewed=IKE SA renewed", "LBL_Inside=new keys inside", "LBL_Storm=retry storm"})
final class OutcomePlot {
    private static final double MILLIS = 1000;
    /** Room above the bars for the words of a storm. */
    private static final double UPPER_MARGIN = 0.4;

    private static final Ellipse2D DOT = new Ellipse2D.Double(-2.5, -2.5, 5, 5);
    private static final Polygon DIAMOND = new Polygon(new int[] {-5, 0, 5, 0}, new int[] {0, -5, 0, 5}, 4);

    private final DefaultTableXYDataset outcomes = new DefaultTableXYDataset();
    private final XYSeriesCollection renewals = new XYSeriesCollection();
    private final DateAxis clock = new DateAxis("", TimeZone.getTimeZone("UTC"), Locale.ENGLISH);
    private final NumberAxis after = new NumberAxis();
    private final StackedXYBarRenderer bars = new StackedXYBarRenderer(0.06);
    private final XYLineAndShapeRenderer marks = new XYLineAndShapeRenderer(false, true);
    private final XYPlot plot;

    OutcomePlot() {
        NumberAxis count = new NumberAxis();
        count.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        count.setUpperMargin(UPPER_MARGIN);
        after.setUpperMargin(UPPER_MARGIN);
        after.setAutoRangeIncludesZero(true);
        bars.setBarPainter(new StandardXYBarPainter());
        bars.setShadowVisible(false);
        bars.setLegendItemLabelGenerator(OutcomePlot::label);
        plot = new XYPlot(outcomes, clock, count, bars);
        // The renderer first: that of the bars takes no other dataset.
        plot.setRenderer(1, marks);
        plot.setRangeAxis(1, after);
        plot.setDataset(1, renewals);
        plot.mapDatasetToRangeAxis(1, 1);
    }

    private static String label(XYDataset dataset, int series) {
        Comparable<?> key = dataset.getSeriesKey(series);
        return key instanceof Ending ending ? ending.label() : String.valueOf(key);
    }

    XYPlot plot() {
        return plot;
    }

    /** Draws nothing. */
    void clear() {
        outcomes.removeAllSeries();
        renewals.removeAllSeries();
        plot.clearDomainMarkers();
    }

    /** Draws bars and renewals instead of what there is. */
    void show(OutcomeBins bins, List<Renewal> renewed) {
        clear();
        Stream.of(Ending.values()).filter(bins.counts()::containsKey).forEach(ending -> {
            XYSeries series = new XYSeries(ending, true, false);
            long[] numbers = Objects.requireNonNull(bins.counts().get(ending));
            for (int bin = 0; bin < numbers.length; bin++) {
                series.add(millis(bins.startOf(bin)) + bins.width().toMillis() / 2.0, numbers[bin], false);
            }
            outcomes.addSeries(series);
        });
        outcomes.setIntervalWidth(bins.width().toMillis());
        clock.setTimeZone(TimeZone.getTimeZone(TimeDisplay.current().zone()));
        clock.setRange(millis(bins.start()), millis(bins.startOf(bins.bins())));
        for (boolean isInside : new boolean[] {false, true}) {
            XYSeries series = new XYSeries(isInside ? Bundle.LBL_Inside() : Bundle.LBL_Renewed(), true, true);
            renewed.stream()
                    .filter(one -> one.isInside() == isInside)
                    .forEach(one -> series.add(millis(one.time()), one.after().toMillis() / MILLIS, false));
            if (!series.isEmpty()) {
                renewals.addSeries(series);
            }
        }
        after.setVisible(!renewed.isEmpty());
        paint();
    }

    /** Marks storms and when the selected negotiation began, instead of what is marked. */
    void mark(OutcomeBins bins, List<Storm> storms, @Nullable Instant selected) {
        plot.clearDomainMarkers();
        storms.forEach(storm -> plot.addDomainMarker(marker(storm, bins.width().toMillis()), Layer.BACKGROUND));
        if (selected != null) {
            plot.addDomainMarker(
                    new ValueMarker(millis(selected), Palette.foreground(), new BasicStroke(1.4f)), Layer.FOREGROUND);
        }
    }

    private static IntervalMarker marker(Storm storm, long width) {
        IntervalMarker marker = new IntervalMarker(
                Math.floor(millis(storm.first()) / width) * width,
                Math.floor(millis(storm.last()) / width + 1) * width);
        marker.setPaint(Palette.tinge(Tone.CLEAR));
        marker.setAlpha(1);
        marker.setLabel(Bundle.LBL_Storm());
        marker.setLabelPaint(Palette.text(Tone.CLEAR));
        marker.setLabelFont(Palette.font().deriveFont(Palette.font().getSize2D() * 0.88f));
        marker.setLabelBackgroundColor(Palette.tinge(Tone.CLEAR));
        marker.setLabelAnchor(RectangleAnchor.TOP_LEFT);
        marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        return marker;
    }

    /** Gives all series the paints of the look and feel of now. */
    void paint() {
        for (int i = 0; i < outcomes.getSeriesCount(); i++) {
            if (outcomes.getSeriesKey(i) instanceof Ending ending) {
                bars.setSeriesPaint(i, paint(ending));
            }
        }
        for (int i = 0; i < renewals.getSeriesCount(); i++) {
            marks.setSeriesPaint(i, Palette.text(Tone.KEYING));
            marks.setSeriesShape(i, renewals.getSeriesKey(i).equals(Bundle.LBL_Inside()) ? DOT : DIAMOND);
        }
    }

    /** What failed and what flowed in clear are of one tone, and told apart by the stripes of the latter. */
    private static Paint paint(Ending ending) {
        Tone tone = ending.mark().tone();
        return ending == Ending.IN_CLEAR ? Palette.striped(tone) : Palette.paint(tone);
    }

    /** A time as the x axis counts it. */
    static double millis(Instant time) {
        return time.getEpochSecond() * MILLIS + time.getNano() / 1e6;
    }

    /** The time of a place on the x axis. */
    static Instant instant(double millis) {
        return Instant.ofEpochMilli(Math.round(millis));
    }
}
