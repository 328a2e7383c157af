package org.ipsecworkbench.certificateinspector;

import java.awt.BasicStroke;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.ipsecworkbench.certificate.Circumstances;
import org.ipsecworkbench.workbench.ChartView;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.Tone;
import org.ipsecworkbench.workbench.WidthPanel;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.openide.util.NbBundle.Messages;

/**
 * What ends when, over time, a line for each host. Of many hosts those are shown at which something ends first; of what ends on one
 * day at one host, one sign.
 */
@Messages({
    "LBL_EndAxis=ends on (UTC)",
    "LBL_Now=now",
    "LBL_Soon=next 30 days",
    "LBL_NothingEnds=Nothing ends in these times.",
    "ACN_ExpiryChart=Chart of what ends when, by host. The table below has the same."
})
final class ExpiryChart extends JPanel {
    private static final long serialVersionUID = 1;

    /** Lines of hosts; more would take minutes to look through. */
    static final int MAX_HOSTS = 200;

    private static final Color CLEAR = new Color(0, true);
    private static final int LINE = 26;
    private static final int AXES = 96;
    private static final int MAX_NAME = 28;

    private final transient XYSeriesCollection data = new XYSeriesCollection();
    private final DateAxis times = new DateAxis(Bundle.LBL_EndAxis(), TimeZone.getTimeZone("UTC"), Locale.ROOT);
    private final transient XYLineAndShapeRenderer signs = new XYLineAndShapeRenderer(false, true);
    private final transient XYPlot plot = new XYPlot(data, times, new SymbolAxis(null, new String[] {""}), signs);
    private final ChartView view;
    private transient ValueMarker today = new ValueMarker(0);
    private transient IntervalMarker soon = new IntervalMarker(0, 0);

    ExpiryChart() {
        super(new BorderLayout());
        times.setUpperMargin(0);
        times.setLowerMargin(0);
        signs.setUseFillPaint(true);
        signs.setDrawOutlines(true);
        signs.setUseOutlinePaint(true);
        plot.setNoDataMessage(Bundle.LBL_NothingEnds());
        JFreeChart chart = new JFreeChart(null, null, plot, true);
        view = new ChartView(chart, Bundle.ACN_ExpiryChart());
        view.setName("expiryChart");
        view.setPaints(this::paints);
        JPanel filling = new Filling();
        filling.add(view, BorderLayout.CENTER);
        JScrollPane scroll = new JScrollPane(filling);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(scroll, BorderLayout.CENTER);
    }

    /**
     * Shows what ends.
     *
     * @param rows the earliest first
     */
    void show(List<ExpiryRow> rows, Instant now, ExpirySpan.Range range) {
        List<String> hosts = Stream.concat(rows.stream().filter(row -> range.has(row.end())), rows.stream())
                .map(row -> row.expiry().host())
                .distinct()
                .limit(MAX_HOSTS)
                .toList();
        data.removeAllSeries();
        Set<String> drawn = new HashSet<>();
        for (Sign sign : Sign.values()) {
            XYSeries series = new XYSeries(sign.label(), false, true);
            for (ExpiryRow row : rows) {
                int line = row.sign() == sign && range.has(row.end())
                        ? hosts.indexOf(row.expiry().host())
                        : -1;
                if (line >= 0 && drawn.add(sign + Formats.date(row.end()) + line)) {
                    series.add(row.end().toEpochMilli(), hosts.size() - 1.0 - line);
                }
            }
            data.addSeries(series);
        }
        times.setRange(Date.from(range.from()), Date.from(range.to()));
        plot.setRangeAxis(axis(hosts));
        plot.clearDomainMarkers();
        today = new ValueMarker(now.toEpochMilli());
        today.setLabel(Bundle.LBL_Now());
        today.setLabelAnchor(RectangleAnchor.TOP_LEFT);
        today.setLabelTextAnchor(TextAnchor.TOP_RIGHT);
        today.setLabelBackgroundColor(CLEAR);
        today.setLabelOffset(new RectangleInsets(3, 4, 0, 4));
        soon = new IntervalMarker(
                now.toEpochMilli(), now.plus(Circumstances.WINDOW).toEpochMilli());
        soon.setLabel(Bundle.LBL_Soon());
        soon.setLabelAnchor(RectangleAnchor.BOTTOM_LEFT);
        soon.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
        soon.setLabelBackgroundColor(CLEAR);
        soon.setLabelOffset(new RectangleInsets(0, 4, 3, 4));
        plot.addDomainMarker(soon, Layer.BACKGROUND);
        plot.addDomainMarker(today, Layer.FOREGROUND);
        view.setPreferredSize(new Dimension(0, AXES + LINE * Math.max(1, hosts.size())));
        view.updateUI();
        view.revalidate();
    }

    private static SymbolAxis axis(List<String> hosts) {
        String[] symbols = new String[Math.max(1, hosts.size())];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = hosts.isEmpty() ? "" : Formats.abbreviate(hosts.get(hosts.size() - 1 - i), MAX_NAME);
        }
        SymbolAxis axis = new SymbolAxis(null, symbols);
        axis.setGridBandsVisible(false);
        axis.setRange(-0.6, symbols.length - 0.4);
        return axis;
    }

    private void paints() {
        for (Sign sign : Sign.values()) {
            int series = sign.ordinal();
            signs.setSeriesShape(series, sign.shape());
            signs.setSeriesPaint(series, sign.line());
            signs.setSeriesFillPaint(series, sign.fill());
            signs.setSeriesOutlinePaint(series, sign.line());
            signs.setSeriesOutlineStroke(series, new BasicStroke(1.4f));
        }
        today.setPaint(Palette.foreground());
        today.setStroke(new BasicStroke(1.4f));
        today.setLabelPaint(Palette.foreground());
        today.setLabelFont(Palette.font().deriveFont(Palette.font().getSize2D() * 0.88f));
        soon.setLabelPaint(Palette.muted());
        soon.setLabelFont(today.getLabelFont());
        soon.setPaint(Palette.tinge(Tone.UNDECIDABLE));
        soon.setAlpha(1);
    }

    /** As wide as the scroll pane, and as high at least. */
    private static final class Filling extends WidthPanel {
        private static final long serialVersionUID = 1;

        Filling() {
            super(new BorderLayout());
        }

        @Override
        public boolean getScrollableTracksViewportHeight() {
            return getParent() != null
                    && getPreferredSize().height < getParent().getHeight();
        }
    }
}
