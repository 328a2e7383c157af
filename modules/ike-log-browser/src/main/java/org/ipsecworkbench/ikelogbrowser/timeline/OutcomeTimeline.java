package org.ipsecworkbench.ikelogbrowser.timeline;

import java.awt.BasicStroke;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Paint;
import java.awt.Polygon;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Repetitions;
import org.ipsecworkbench.ikelogbrowser.detail.Ending;
import org.ipsecworkbench.ikelogbrowser.detail.Words;
import org.ipsecworkbench.workbench.ChartLook;
import org.ipsecworkbench.workbench.ChartView;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Keys;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.RangeMarker;
import org.ipsecworkbench.workbench.TimeDisplay;
import org.ipsecworkbench.workbench.Tone;
import org.ipsecworkbench.workbench.WrappedText;
import org.jfree.chart.JFreeChart;
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
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/**
 * When negotiations began and how they ended, as stacked bars; behind them storms of the same failure, and above them when
 * SAs were renewed and after how long.
 *
 * <p>A range of times is picked by dragging, or with the arrow keys: left and right go from bar to bar, with Shift they
 * widen what is picked, Escape gives it up.
 */
@Messages({
    "TIT_Timeline=Over time",
    "ACN_Timeline=Chart of the outcomes of negotiations over time",
    "LBL_Renewed=SA renewed",
    "# {0} - day",
    "# {1} - zone",
    "# {2} - width of a bar",
    "LBL_Axes={0}, {1}; left: negotiations begun per {2}",
    "LBL_After=; right: seconds since the last SA",
    "HINT_Pick=; drag or press arrow keys to pick a time",
    "LBL_Storm=retry storm"
})
public final class OutcomeTimeline extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int MIN_BINS = 16;
    private static final int PIXELS_PER_BIN = 9;
    private static final int MARGINS = 100;
    private static final int HEIGHT = 164;
    private static final double MILLIS = 1000;
    private static final Polygon DIAMOND = new Polygon(new int[] {-5, 0, 5, 0}, new int[] {0, -5, 0, 5}, 4);

    private final transient DefaultTableXYDataset outcomes = new DefaultTableXYDataset();
    private final transient XYSeriesCollection renewals = new XYSeriesCollection();
    private final transient DateAxis clock = new DateAxis("", TimeZone.getTimeZone("UTC"), Locale.ENGLISH);
    private final transient NumberAxis count = new NumberAxis();
    private final transient NumberAxis after = new NumberAxis();
    private final transient StackedXYBarRenderer bars = new StackedXYBarRenderer(0.06);
    private final transient XYLineAndShapeRenderer marks = new XYLineAndShapeRenderer(false, true);
    private final transient XYPlot plot = new XYPlot(outcomes, clock, count, bars);
    private final ChartView view;
    private final JLabel title = new JLabel(Bundle.TIT_Timeline());
    private final JLabel hint = new JLabel();
    private final WrappedText repeated = new WrappedText(false);
    private final transient RequestProcessor worker = new RequestProcessor("Looking for repetitions", 1, false);
    private final transient RangeMarker range;
    private final transient BiConsumer<@Nullable Instant, @Nullable Instant> picked;
    private transient List<Negotiation> negotiations = List.of();
    private transient Repetitions repetitions = new Repetitions(List.of(), List.of());
    private transient @Nullable OutcomeBins bins;
    private transient @Nullable Negotiation selected;
    private transient @Nullable Instant from;
    private transient @Nullable Instant to;
    /** The bar where picking by keys began and the one where it is; -1 where none is picked so. */
    private int anchor = -1;

    private int cursor = -1;

    /** Tells which range of times was picked; two nulls for all times. */
    public OutcomeTimeline(BiConsumer<@Nullable Instant, @Nullable Instant> picked) {
        super(new BorderLayout());
        this.picked = picked;
        count.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        count.setUpperMargin(0.4);
        after.setUpperMargin(0.4);
        after.setAutoRangeIncludesZero(true);
        bars.setBarPainter(new StandardXYBarPainter());
        bars.setShadowVisible(false);
        // The renderer first: that of the bars takes no other dataset.
        plot.setRenderer(1, marks);
        plot.setRangeAxis(1, after);
        plot.setDataset(1, renewals);
        plot.mapDatasetToRangeAxis(1, 1);
        JFreeChart chart = new JFreeChart(plot);
        view = new ChartView(chart, Bundle.ACN_Timeline());
        view.setName("outcomeTimeline");
        view.setTooltip(this::tooltip);
        view.setPaints(this::paints);
        range = new RangeMarker(view, plot, (from, to) -> pick(instant(from), instant(to)), this::pickAll);
        view.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                refresh();
            }
        });
        hint.setBorder(BorderFactory.createEmptyBorder(0, 12, 0, 0));
        hint.setMinimumSize(new Dimension(0, 0));
        JPanel header = new JPanel(new BorderLayout());
        header.setOpaque(false);
        header.setBorder(BorderFactory.createEmptyBorder(6, 12, 0, 8));
        header.add(title, BorderLayout.WEST);
        header.add(hint, BorderLayout.CENTER);
        repeated.setName("repetitions");
        repeated.setBorder(BorderFactory.createEmptyBorder(4, 0, 0, 0));
        header.add(repeated, BorderLayout.SOUTH);
        add(header, BorderLayout.NORTH);
        add(view, BorderLayout.CENTER);
        setPreferredSize(new Dimension(400, HEIGHT));
        setMinimumSize(new Dimension(100, 80));
        setName("timeline");
        keys();
        updateUI();
    }

    private void keys() {
        setFocusable(true);
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent e) {
                refreshBorder();
            }

            @Override
            public void focusLost(FocusEvent e) {
                refreshBorder();
            }
        });
        for (int by : new int[] {-1, 1}) {
            int code = by < 0 ? KeyEvent.VK_LEFT : KeyEvent.VK_RIGHT;
            Keys.on(this, WHEN_FOCUSED, KeyStroke.getKeyStroke(code, 0), () -> move(by, false));
            Keys.on(this, WHEN_FOCUSED, KeyStroke.getKeyStroke(code, InputEvent.SHIFT_DOWN_MASK), () -> move(by, true));
        }
        Keys.on(this, WHEN_FOCUSED, KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), this::pickAll);
    }

    private void refreshBorder() {
        setBorder(BorderFactory.createMatteBorder(
                0, 3, 0, 0, isFocusOwner() ? Palette.text(Tone.ENCRYPTED) : Palette.content()));
    }

    /** Shows other negotiations; what repeats among them is found in the background. */
    public void show(List<Negotiation> all) {
        negotiations = all;
        worker.post(() -> {
            Repetitions found = Repetitions.of(all);
            SwingUtilities.invokeLater(() -> {
                if (negotiations == all) {
                    repetitions = found;
                    refresh();
                }
            });
        });
    }

    /** Marks when a negotiation began; null marks nothing. */
    public void select(@Nullable Negotiation one) {
        selected = one;
        mark();
    }

    /** Takes the mark of the picked range away. */
    public void unpick() {
        anchor = -1;
        cursor = -1;
        from = null;
        to = null;
        range.clear();
    }

    private void pick(Instant first, Instant last) {
        anchor = -1;
        cursor = -1;
        from = first;
        to = last;
        picked.accept(first, last);
    }

    /** Marks the storms, the picked range and the selected negotiation. */
    private void mark() {
        plot.clearDomainMarkers();
        OutcomeBins shown = bins;
        if (shown == null) {
            return;
        }
        for (Repetitions.Storm storm : repetitions.storms()) {
            plot.addDomainMarker(marker(storm, shown.width().toMillis()), Layer.BACKGROUND);
        }
        if (from != null && to != null) {
            range.mark(millis(from), millis(to));
        }
        Instant start = selected == null ? null : selected.start();
        if (start != null) {
            plot.addDomainMarker(
                    new ValueMarker(millis(start), Palette.foreground(), new BasicStroke(1.4f)), Layer.FOREGROUND);
        }
    }

    private void pickAll() {
        unpick();
        picked.accept(null, null);
    }

    /** Picks the next bar that is not empty, or widens the range up to it. */
    private void move(int by, boolean widen) {
        OutcomeBins shown = bins;
        if (shown == null) {
            return;
        }
        int next = cursor < 0 ? (by > 0 ? 0 : shown.bins() - 1) : cursor + by;
        while (next >= 0 && next < shown.bins() && total(shown, next) == 0) {
            next += by;
        }
        if (next < 0 || next >= shown.bins()) {
            return;
        }
        cursor = next;
        anchor = widen && anchor >= 0 ? anchor : next;
        from = shown.startOf(Math.min(anchor, cursor));
        to = shown.startOf(Math.max(anchor, cursor) + 1).minusNanos(1);
        mark();
        picked.accept(from, to);
    }

    private static long total(OutcomeBins shown, int bin) {
        return shown.counts().values().stream().mapToLong(one -> one[bin]).sum();
    }

    /** Shows what there is, in the time zone that was chosen. */
    public void refresh() {
        OutcomeBins now =
                OutcomeBins.of(negotiations, Math.max(MIN_BINS, (view.getWidth() - MARGINS) / PIXELS_PER_BIN));
        bins = now;
        outcomes.removeAllSeries();
        renewals.removeAllSeries();
        setVisible(now != null && negotiations.size() >= Repetitions.STORM_FAILURES);
        if (now == null) {
            return;
        }
        // Bars have other places now: the next key begins anew.
        anchor = -1;
        cursor = -1;
        Stream.of(Ending.values()).filter(now.counts()::containsKey).forEach(ending -> {
            XYSeries series = new XYSeries(ending, true, false);
            long[] numbers = Objects.requireNonNull(now.counts().get(ending));
            for (int bin = 0; bin < numbers.length; bin++) {
                series.add(millis(now.startOf(bin)) + now.width().toMillis() / 2.0, numbers[bin], false);
            }
            outcomes.addSeries(series);
        });
        outcomes.setIntervalWidth(now.width().toMillis());
        clock.setTimeZone(TimeZone.getTimeZone(TimeDisplay.current().zone()));
        clock.setRange(millis(now.start()), millis(now.startOf(now.bins())));
        showRenewals();
        mark();
        hint.setText(Bundle.LBL_Axes(days(now), TimeDisplay.current().zoneName(), width(now.width()))
                + (renewals.getSeriesCount() == 0 ? "" : Bundle.LBL_After())
                + Bundle.HINT_Pick());
        String words = Words.repetitions(repetitions);
        repeated.setText(words);
        repeated.setVisible(!words.isEmpty());
        getAccessibleContext().setAccessibleDescription(words);
        getAccessibleContext().setAccessibleName(Bundle.ACN_Timeline());
        paints();
    }

    private void showRenewals() {
        boolean any = !repetitions.renewals().isEmpty();
        if (any) {
            XYSeries series = new XYSeries(Bundle.LBL_Renewed(), true, true);
            repetitions
                    .renewals()
                    .forEach(one -> series.add(millis(one.time()), one.after().toMillis() / MILLIS, false));
            renewals.addSeries(series);
        }
        after.setVisible(any);
        ChartLook.apply(view.getChart());
    }

    private static IntervalMarker marker(Repetitions.Storm storm, long width) {
        IntervalMarker marker = new IntervalMarker(
                Math.floor(millis(storm.first()) / width) * width,
                Math.floor(millis(storm.last()) / width + 1) * width);
        marker.setPaint(Palette.tinge(Tone.CLEAR));
        marker.setAlpha(1);
        marker.setLabel(Bundle.LBL_Storm());
        marker.setLabelPaint(Palette.text(Tone.CLEAR));
        marker.setLabelFont(Palette.font().deriveFont(Palette.font().getSize2D() * 0.88f));
        marker.setLabelAnchor(RectangleAnchor.TOP_LEFT);
        marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        return marker;
    }

    private static double millis(Instant time) {
        return time.getEpochSecond() * MILLIS + time.getNano() / 1e6;
    }

    private static Instant instant(double millis) {
        return Instant.ofEpochMilli(Math.round(millis));
    }

    /** In the one unit that it is a whole number of. */
    private static String width(Duration width) {
        long millis = width.toMillis();
        return millis < 1000
                ? millis + " ms"
                : millis < 60_000
                        ? millis / 1000 + " s"
                        : millis < 3_600_000 ? millis / 60_000 + " min" : millis / 3_600_000 + " h";
    }

    private static String days(OutcomeBins shown) {
        String from = Formats.date(shown.start());
        String to = Formats.date(shown.startOf(shown.bins()).minusMillis(1));
        return from.equals(to) ? from : from + " to " + to;
    }

    private @Nullable String tooltip(MouseEvent e) {
        OutcomeBins shown = bins;
        Rectangle2D area = view.getChartRenderingInfo().getPlotInfo().getDataArea();
        if (shown == null || !area.contains(e.getPoint())) {
            return null;
        }
        double x = clock.java2DToValue(e.getX(), area, plot.getDomainAxisEdge());
        int bin = (int) Math.floor((x - millis(shown.start())) / shown.width().toMillis());
        if (bin < 0 || bin >= shown.bins()) {
            return null;
        }
        StringBuilder words = new StringBuilder(Formats.clock(shown.startOf(bin)))
                .append(" + ")
                .append(Formats.duration(shown.width()))
                .append(':');
        for (Ending ending : Ending.values()) {
            long number = shown.counts().getOrDefault(ending, new long[shown.bins()])[bin];
            if (number > 0) {
                words.append(' ')
                        .append(Formats.count(number))
                        .append(' ')
                        .append(ending.label())
                        .append(';');
            }
        }
        return words.substring(0, words.length() - 1);
    }

    private void paints() {
        for (int i = 0; i < outcomes.getSeriesCount(); i++) {
            if (outcomes.getSeriesKey(i) instanceof Ending ending) {
                bars.setSeriesPaint(i, paint(ending));
            }
        }
        marks.setSeriesPaint(0, Palette.text(Tone.KEYING));
        marks.setSeriesShape(0, DIAMOND);
    }

    /** What failed and what flowed in clear are of one tone, and told apart by the stripes of the latter. */
    private static Paint paint(Ending ending) {
        Tone tone = ending.mark().tone();
        return ending == Ending.IN_CLEAR ? Palette.striped(tone) : Palette.paint(tone);
    }

    /** Ends what runs in the background. */
    public void close() {
        worker.shutdown();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setBackground(Palette.content());
        if (title != null) {
            title.setFont(Palette.font().deriveFont(Font.BOLD));
            hint.setForeground(Palette.muted());
            refreshBorder();
            refresh();
        }
    }
}
