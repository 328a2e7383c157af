package org.ipsecworkbench.captureviewer.coverage;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import javax.swing.BorderFactory;
import javax.swing.ButtonGroup;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import org.ipsecworkbench.capture.TimeSeries;
import org.ipsecworkbench.captureviewer.Looks;
import org.ipsecworkbench.workbench.ChartLook;
import org.ipsecworkbench.workbench.ChartView;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.RangeMarker;
import org.ipsecworkbench.workbench.TimeDisplay;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** Protection over time: stacked areas of packets or bytes per second. */
@Messages({
    "TIT_Time=Over time",
    "CTL_Packets=Pac&kets/s",
    "CTL_Bytes=&Bytes/s",
    "LBL_PacketsPerSecond=packets/s",
    "LBL_BytesPerSecond=bytes/s",
    "HINT_Drag=drag to pick a time range, double-click for all",
    "# {0} - day",
    "# {1} - time zone",
    "LBL_ClockAxis=time of day on {0}, {1}",
    "# {0} - start",
    "LBL_ShortAxis=milliseconds from {0}",
    "MSG_NoTimes=No packets yet",
    "ACN_TimeChart=Chart of protection over time"
})
final class TimeChart extends JPanel {
    private static final long serialVersionUID = 1;
    /** Below this a clock with milliseconds has too few ticks. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    private static final double NANOS_PER_MILLI = 1e6;
    private static final int MIN_BINS = 32;
    private static final int PACKETS_PER_BIN = 4;
    private static final int PIXELS_PER_BIN = 3;
    private static final int MARGINS = 90;

    private final transient TimeDataset dataset = new TimeDataset();
    private final transient DateAxis clock = new DateAxis("", TimeZone.getTimeZone("UTC"), Locale.ENGLISH);
    private final transient NumberAxis millis = new NumberAxis();
    private final transient NumberAxis rate = new NumberAxis();
    private final transient XYPlot plot = new XYPlot(dataset, clock, rate, new StackedSteps());
    private final JToggleButton inBytes = new JToggleButton();
    private final ChartView view;
    private final JLabel title = new JLabel(Bundle.TIT_Time());
    private final JLabel hint = new JLabel(Bundle.HINT_Drag());
    private final transient RangeMarker marker;
    private transient @Nullable TimeSeries series;
    private transient @Nullable Instant start;
    private transient @Nullable Instant end;

    /** Tells which time range was picked by dragging; two nulls for all times. */
    TimeChart(BiConsumer<@Nullable Instant, @Nullable Instant> picked) {
        super(new BorderLayout());
        plot.setNoDataMessage(Bundle.MSG_NoTimes());
        rate.setNumberFormatOverride(new Brief());
        rate.setLowerMargin(0);
        rate.setUpperMargin(0.06);
        rate.setAutoRangeMinimumSize(1);
        millis.setAutoRangeIncludesZero(false);
        JFreeChart chart = new JFreeChart(plot);
        view = new ChartView(chart, Bundle.ACN_TimeChart());
        view.setName("timeChart");
        view.setTooltip(this::tooltip);
        marker = new RangeMarker(
                view, plot, (from, to) -> picked.accept(instant(from), instant(to)), () -> picked.accept(null, null));
        view.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                refresh();
            }
        });
        add(header(), BorderLayout.NORTH);
        add(view, BorderLayout.CENTER);
        updateUI();
    }

    private JPanel header() {
        JToggleButton inPackets = new JToggleButton();
        Mnemonics.setLocalizedText(inPackets, Bundle.CTL_Packets());
        Mnemonics.setLocalizedText(inBytes, Bundle.CTL_Bytes());
        inPackets.setSelected(true);
        ButtonGroup group = new ButtonGroup();
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 4, 4));
        buttons.setOpaque(false);
        for (JToggleButton button : new JToggleButton[] {inPackets, inBytes}) {
            group.add(button);
            button.addActionListener(e -> refresh());
            button.putClientProperty("JButton.buttonType", "toolBarButton");
            buttons.add(button);
        }
        JPanel header = new JPanel(new BorderLayout());
        header.setOpaque(false);
        header.setBorder(BorderFactory.createEmptyBorder(0, 10, 0, 6));
        header.add(title, BorderLayout.WEST);
        hint.setBorder(BorderFactory.createEmptyBorder(0, 12, 0, 0));
        hint.setMinimumSize(new Dimension(0, 0));
        header.add(hint, BorderLayout.CENTER);
        header.add(buttons, BorderLayout.EAST);
        return header;
    }

    void show(TimeSeries newSeries, @Nullable Instant first, @Nullable Instant last) {
        series = newSeries;
        start = first;
        end = last;
        refresh();
    }

    /** A place on the axis as a time. */
    private @Nullable Instant instant(double x) {
        TimeSeries shown = series;
        long nanos = Math.round((x - dataset.origin()) * NANOS_PER_MILLI);
        return shown == null ? null : shown.start().plusNanos(nanos);
    }

    /** Takes the mark of the picked range away. */
    void unpick() {
        marker.clear();
    }

    /** Shows what there is, in the time zone that was chosen. */
    void refresh() {
        TimeSeries shown = series;
        Instant first = start;
        Instant last = end;
        if (shown == null || first == null || last == null || shown.bins() == 0) {
            return;
        }
        Duration span = Duration.between(shown.start(), shown.startOf(shown.bins()));
        boolean relative = span.compareTo(SHORT) < 0;
        dataset.show(shown, inBytes.isSelected(), relative, bins(shown));
        clock.setTimeZone(TimeZone.getTimeZone(TimeDisplay.current().zone()));
        ValueAxis axis = relative ? millis : clock;
        if (relative != plot.getDomainAxis() instanceof NumberAxis) {
            plot.setDomainAxis(axis);
            ChartLook.apply(view.getChart());
        }
        axis.setLabel(
                relative
                        ? Bundle.LBL_ShortAxis(Formats.time(shown.start()))
                        : Bundle.LBL_ClockAxis(days(), TimeDisplay.current().zoneName()));
        double from = dataset.origin();
        axis.setRange(from, from + dataset.width() * dataset.getItemCount());
        rate.setLabel(inBytes.isSelected() ? Bundle.LBL_BytesPerSecond() : Bundle.LBL_PacketsPerSecond());
        view.getAccessibleContext()
                .setAccessibleDescription(Formats.time(first) + " – " + Formats.time(last) + ", "
                        + Formats.duration(Duration.between(first, last)));
    }

    /** As many steps as there is room and packets for. */
    private int bins(TimeSeries shown) {
        long packets = 0;
        for (long[] counts : shown.packets().values()) {
            packets += LongStream.of(counts).sum();
        }
        long room = Math.max(MIN_BINS, (view.getWidth() - MARGINS) / PIXELS_PER_BIN);
        return (int) Math.min(room, Math.max(MIN_BINS, packets / PACKETS_PER_BIN));
    }

    private String days() {
        String from = start == null ? "" : Formats.date(start);
        String to = end == null ? "" : Formats.date(end);
        return from.equals(to) ? from : from + " to " + to;
    }

    private @Nullable String tooltip(MouseEvent e) {
        TimeSeries shown = series;
        Rectangle2D area = view.getChartRenderingInfo().getPlotInfo().getDataArea();
        if (shown == null || !area.contains(e.getPoint())) {
            return null;
        }
        double x = plot.getDomainAxis().java2DToValue(e.getX(), area, plot.getDomainAxisEdge());
        int bin = dataset.bin(x);
        if (bin < 0) {
            return null;
        }
        StringBuilder html = new StringBuilder("<html><b>")
                .append(Formats.clock(dataset.startOf(bin)))
                .append(" ")
                .append(TimeDisplay.current().zoneName())
                .append("</b> + ")
                .append(Formats.duration(dataset.length()))
                .append("<table cellpadding=1 cellspacing=0>");
        String unit = inBytes.isSelected() ? " B/s" : " packets/s";
        for (int row = dataset.getSeriesCount() - 1; row >= 0; row--) {
            if (dataset.amount(row, bin) > 0) {
                var protection = dataset.protection(row);
                html.append(String.format(
                        "<tr><td><font color='#%06x'>■</font> %s&nbsp;&nbsp;</td><td align=right>%s%s</td></tr>",
                        Palette.fill(Looks.of(protection)).getRGB() & 0xFFFFFF,
                        protection.label(),
                        Formats.brief(dataset.getYValue(row, bin)),
                        unit));
            }
        }
        return html.append("</table>").toString();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setBackground(Palette.content());
        if (title != null) {
            title.setFont(Palette.font().deriveFont(Font.BOLD));
            hint.setForeground(Palette.muted());
        }
    }

    /** Writes 1500 as 1.5 k. */
    private static final class Brief extends NumberFormat {
        private static final long serialVersionUID = 1;

        @Override
        public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
            return to.append(Formats.tick(number));
        }

        @Override
        public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
            return format((double) number, to, position);
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            throw new UnsupportedOperationException();
        }
    }
}
