package org.ipsecworkbench.captureviewer.coverage;

import java.awt.BasicStroke;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import javax.swing.Scrollable;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.captureviewer.Looks;
import org.ipsecworkbench.captureviewer.PairKey;
import org.ipsecworkbench.workbench.ChartView;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Palette;
import org.jfree.chart.ChartMouseEvent;
import org.jfree.chart.ChartMouseListener;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPosition;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.CategoryLabelWidthType;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.entity.CategoryItemEntity;
import org.jfree.chart.entity.CategoryLabelEntity;
import org.jfree.chart.labels.StandardCategoryToolTipGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.text.TextBlockAnchor;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** One bar per host pair, those that need attention first: which share of its packets is protected, and how. */
@Messages({
    "TIT_Pairs=By host pair",
    "# {0} - how many",
    "LBL_MorePairs=and {0} more pairs in the table",
    "LBL_OneMorePair=and 1 more pair in the table",
    "ACN_PairChart=Chart of protection by host pair"
})
final class PairChart extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int BAR = 26;
    private static final int AXIS = 34;
    private static final float LABELS = 0.62f;
    private static final int PADDING = 44;

    private final transient PairDataset dataset = new PairDataset();
    private final transient StackedBarRenderer bars = new StackedBarRenderer(true);
    private final transient CategoryAxis names = new CategoryAxis();
    private final transient NumberAxis share = new NumberAxis();
    private final ChartView view;
    private final JLabel title = new JLabel(Bundle.TIT_Pairs());
    private final JLabel more = new JLabel();
    private transient List<HostPair> pairs = List.of();
    private transient @Nullable PairKey selected;

    PairChart(Consumer<PairKey> selected, Consumer<PairKey> chosen) {
        super(new BorderLayout());
        CategoryPlot plot = new CategoryPlot(dataset, names, share, bars);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.TOP_OR_LEFT);
        names.setCategoryLabelPositions(CategoryLabelPositions.replaceLeftPosition(
                CategoryLabelPositions.STANDARD,
                new CategoryLabelPosition(
                        RectangleAnchor.RIGHT, TextBlockAnchor.CENTER_RIGHT, CategoryLabelWidthType.RANGE, LABELS)));
        names.setLowerMargin(0);
        names.setUpperMargin(0);
        names.setCategoryMargin(0.35);
        names.setTickMarksVisible(false);
        share.setRange(0, 1);
        share.setTickUnit(
                new NumberTickUnit(0.25, new DecimalFormat("0 %", DecimalFormatSymbols.getInstance(Locale.ROOT))));
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setMaximumBarWidth(1);
        bars.setDrawBarOutline(true);
        bars.setDefaultOutlineStroke(new BasicStroke(1f));
        bars.setDefaultToolTipGenerator(new Tooltips());
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        view = new ChartView(chart, Bundle.ACN_PairChart());
        view.setName("pairChart");
        view.setPaints(this::paints);
        view.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                show(pairs);
            }
        });
        view.addChartMouseListener(new Clicks(selected, chosen));
        add(header(), BorderLayout.NORTH);
        JScrollPane scroll = new JScrollPane(
                new Pinned(view),
                ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
                ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getVerticalScrollBar().setUnitIncrement(BAR);
        add(scroll, BorderLayout.CENTER);
        updateUI();
    }

    private JPanel header() {
        JPanel header = new JPanel(new BorderLayout(12, 0));
        header.setOpaque(false);
        header.setBorder(BorderFactory.createEmptyBorder(9, 10, 9, 10));
        header.add(title, BorderLayout.WEST);
        header.add(more, BorderLayout.EAST);
        return header;
    }

    void show(List<HostPair> newPairs) {
        pairs = newPairs;
        int room = (int) (LABELS * (view.getWidth() - PADDING))
                / getFontMetrics(names.getTickLabelFont()).charWidth('0');
        dataset.setRoom(room);
        dataset.show(pairs);
        int rest = pairs.size() - dataset.getColumnCount();
        more.setText(rest == 0 ? "" : rest == 1 ? Bundle.LBL_OneMorePair() : Bundle.LBL_MorePairs(Formats.count(rest)));
        view.setPreferredSize(new Dimension(0, AXIS + BAR * dataset.getColumnCount()));
        view.revalidate();
        select(selected);
    }

    /** Sets a pair off from the others. */
    void select(@Nullable PairKey key) {
        selected = key;
        for (int i = 0; i < dataset.getColumnCount(); i++) {
            PairDataset.Bar bar = dataset.getColumnKey(i);
            boolean chosen = bar.key().equals(key);
            names.setTickLabelPaint(bar, chosen ? Palette.foreground() : Palette.muted());
            names.setTickLabelFont(bar, names.getTickLabelFont().deriveFont(chosen ? Font.BOLD : Font.PLAIN));
        }
    }

    private void paints() {
        for (int row = 0; row < PairDataset.PARTS.size(); row++) {
            bars.setSeriesPaint(row, Palette.paint(Looks.of(PairDataset.PARTS.get(row))));
        }
        bars.setDefaultOutlinePaint(Palette.content());
        select(selected);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setBackground(Palette.content());
        if (more != null) {
            title.setFont(Palette.font().deriveFont(Font.BOLD));
            more.setForeground(Palette.muted());
        }
    }

    /** Keeps the chart at the top of a pane that is higher. */
    private static final class Pinned extends JPanel implements Scrollable {
        private static final long serialVersionUID = 1;

        Pinned(ChartView view) {
            super(new BorderLayout());
            add(view, BorderLayout.NORTH);
            updateUI();
        }

        @Override
        public void updateUI() {
            super.updateUI();
            setBackground(Palette.content());
        }

        @Override
        public Dimension getPreferredScrollableViewportSize() {
            return getPreferredSize();
        }

        @Override
        public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
            return BAR;
        }

        @Override
        public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
            return visible.height - BAR;
        }

        @Override
        public boolean getScrollableTracksViewportWidth() {
            return true;
        }

        @Override
        public boolean getScrollableTracksViewportHeight() {
            return getPreferredSize().height < getParent().getHeight();
        }
    }

    /** What a part of a bar counts. */
    private static final class Tooltips extends StandardCategoryToolTipGenerator {
        private static final long serialVersionUID = 1;

        @Override
        public @Nullable String generateToolTip(CategoryDataset data, int row, int column) {
            if (!(data instanceof PairDataset pairs)) {
                return null;
            }
            PairDataset.Bar bar = pairs.getColumnKey(column);
            return "<html><b>" + Formats.html(bar.key().label()) + "</b><br>"
                    + PairDataset.PARTS.get(row).label() + ": "
                    + Formats.count(pairs.packets(row, column), "packet", "packets") + ", "
                    + Formats.share(pairs.share(row, column));
        }
    }

    /** One click selects a pair, two choose it. */
    private record Clicks(Consumer<PairKey> selected, Consumer<PairKey> chosen) implements ChartMouseListener {
        @Override
        public void chartMouseClicked(ChartMouseEvent event) {
            Comparable<?> key = null;
            if (event.getEntity() instanceof CategoryItemEntity item) {
                key = item.getColumnKey();
            } else if (event.getEntity() instanceof CategoryLabelEntity label) {
                key = label.getKey();
            }
            if (key instanceof PairDataset.Bar bar) {
                if (event.getTrigger().getClickCount() == 2) {
                    chosen.accept(bar.key());
                } else {
                    selected.accept(bar.key());
                }
            }
        }

        @Override
        public void chartMouseMoved(ChartMouseEvent event) {}
    }
}
