package org.ipsecworkbench.ikelogbrowser.timeline;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
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
import java.util.function.BiConsumer;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ike.Repetitions;
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
    "# {0} - day",
    "# {1} - zone",
    "# {2} - width of a bar",
    "LBL_Axes={0}, {1}; left: begun per {2}",
    "LBL_After=; right: seconds since the last SA",
    "HINT_Pick=Drag, or press the arrow keys, to list only what began in some of the bars; Esc lists all again."
})
public final class OutcomeTimeline extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int MIN_BINS = 16;
    private static final int PIXELS_PER_BIN = 9;
    private static final int MARGINS = 100;
    private static final int HEIGHT = 164;

    private final transient OutcomePlot plot = new OutcomePlot();
    private final transient BarPicker picker = new BarPicker();
    private final ChartView view;
    private final JLabel title = new JLabel(Bundle.TIT_Timeline());
    private final JLabel hint = new JLabel();
    private final WrappedText repeated = new WrappedText(false);
    private final transient RequestProcessor worker = new RequestProcessor("Counting negotiations", 1, false);
    private final transient RequestProcessor.Task counting = worker.create(this::count, true);
    private final transient RangeMarker range;
    private final transient BiConsumer<@Nullable Instant, @Nullable Instant> picked;
    private transient volatile List<Negotiation> negotiations = List.of();
    private transient volatile int room = MIN_BINS;
    private transient Repetitions repetitions = new Repetitions(List.of(), List.of());
    private transient @Nullable OutcomeBins bins;
    private transient @Nullable Negotiation selected;
    private transient @Nullable Instant from;
    private transient @Nullable Instant to;

    /** Tells which range of times was picked; two nulls for all times. */
    public OutcomeTimeline(BiConsumer<@Nullable Instant, @Nullable Instant> picked) {
        super(new BorderLayout());
        this.picked = picked;
        view = new ChartView(new JFreeChart(plot.plot()), Bundle.ACN_Timeline());
        view.setName("outcomeTimeline");
        view.setTooltip(this::tooltip);
        view.setPaints(plot::paint);
        range = new RangeMarker(view, plot.plot(), this::drag, this::pickAll);
        view.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                refresh();
            }
        });
        add(header(), BorderLayout.NORTH);
        add(view, BorderLayout.CENTER);
        setMinimumSize(new Dimension(100, 80));
        setName("timeline");
        keys();
        updateUI();
    }

    /** The chart keeps its height under the words. */
    @Override
    public Dimension getPreferredSize() {
        return new Dimension(400, HEIGHT + (repeated.isVisible() ? repeated.getPreferredSize().height : 0));
    }

    private JPanel header() {
        JPanel header = new JPanel(new BorderLayout());
        header.setOpaque(false);
        header.setBorder(BorderFactory.createEmptyBorder(6, 12, 0, 8));
        hint.setBorder(BorderFactory.createEmptyBorder(0, 12, 0, 0));
        hint.setMinimumSize(new Dimension(0, 0));
        title.setToolTipText(Bundle.HINT_Pick());
        hint.setToolTipText(Bundle.HINT_Pick());
        header.add(title, BorderLayout.WEST);
        header.add(hint, BorderLayout.CENTER);
        repeated.setName("repetitions");
        repeated.setBorder(BorderFactory.createEmptyBorder(4, 0, 0, 0));
        header.add(repeated, BorderLayout.SOUTH);
        return header;
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

    /** Shows other negotiations; they are counted in the background. */
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

    /** Shows what there is, in the time zone that was chosen. */
    public void refresh() {
        room = Math.max(MIN_BINS, (view.getWidth() - MARGINS) / PIXELS_PER_BIN);
        counting.schedule(0);
    }

    private void count() {
        List<Negotiation> all = negotiations;
        OutcomeBins counted = OutcomeBins.of(all, room);
        SwingUtilities.invokeLater(() -> {
            if (negotiations == all) {
                show(counted);
            }
        });
    }

    /** Marks when a negotiation began; null marks nothing. */
    public void select(@Nullable Negotiation one) {
        selected = one;
        mark();
    }

    /** Takes the mark of the picked range away. */
    public void unpick() {
        picker.reset();
        from = null;
        to = null;
        range.clear();
    }

    private void pickAll() {
        unpick();
        picked.accept(null, null);
    }

    private void drag(double first, double last) {
        picker.reset();
        pick(OutcomePlot.instant(first), OutcomePlot.instant(last));
    }

    private void move(int by, boolean widens) {
        BarPicker.Range next = bins == null ? null : picker.move(bins, by, widens);
        if (next != null) {
            pick(next.from(), next.to());
        }
    }

    private void pick(Instant first, Instant last) {
        from = first;
        to = last;
        mark();
        picked.accept(first, last);
    }

    /** Marks the storms, the picked range and the selected negotiation. */
    private void mark() {
        if (bins == null) {
            return;
        }
        plot.mark(bins, repetitions.storms(), selected == null ? null : selected.start());
        if (from != null && to != null) {
            range.mark(OutcomePlot.millis(from), OutcomePlot.millis(to));
        }
    }

    private void show(@Nullable OutcomeBins now) {
        bins = now;
        setVisible(now != null
                && (negotiations.size() >= Repetitions.STORM_FAILURES
                        || !repetitions.renewals().isEmpty()));
        if (now == null) {
            plot.clear();
            return;
        }
        // Bars have other places now: the next key begins anew.
        picker.reset();
        plot.show(now, repetitions.renewals());
        ChartLook.apply(view.getChart());
        plot.paint();
        mark();
        hint.setText(Bundle.LBL_Axes(days(now), TimeDisplay.current().zoneName(), width(now.width()))
                + (repetitions.renewals().isEmpty() ? "" : Bundle.LBL_After()));
        String words = Words.repetitions(repetitions);
        repeated.setText(words);
        repeated.setVisible(!words.isEmpty());
        revalidate();
        getAccessibleContext().setAccessibleDescription(words);
        getAccessibleContext().setAccessibleName(Bundle.ACN_Timeline());
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
        double x = plot.plot()
                .getDomainAxis()
                .java2DToValue(e.getX(), area, plot.plot().getDomainAxisEdge());
        int bin = (int) Math.floor(
                (x - OutcomePlot.millis(shown.start())) / shown.width().toMillis());
        return bin < 0 || bin >= shown.bins() ? null : shown.words(bin);
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
