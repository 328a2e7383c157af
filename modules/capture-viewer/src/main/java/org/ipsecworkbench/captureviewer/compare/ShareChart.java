package org.ipsecworkbench.captureviewer.compare;

import java.awt.BasicStroke;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.ButtonGroup;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.captureviewer.Looks;
import org.ipsecworkbench.captureviewer.compare.ShareDataset.Unit;
import org.ipsecworkbench.workbench.ChartView;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.Palette;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.labels.StandardCategoryToolTipGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.CategoryDataset;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** Two stacked bars on one scale: what was protected and how, before on the left and after on the right. */
@Messages({
    "TIT_Shares=All packets by protection",
    "CTL_Share=Sha&re",
    "CTL_PacketRate=Pac&kets/s",
    "CTL_ByteRate=&Bytes/s",
    "LBL_ShareAxis=share of all packets",
    "LBL_PacketAxis=packets/s",
    "LBL_ByteAxis=bytes/s",
    "ACN_Shares=Chart of protection before and after"
})
final class ShareChart extends JPanel {
    private static final long serialVersionUID = 1;

    private final transient ShareDataset dataset = new ShareDataset();
    private final transient StackedBarRenderer bars = new StackedBarRenderer();
    private final transient NumberAxis amount = new NumberAxis();
    private final JLabel title = new JLabel(Bundle.TIT_Shares());
    private final ChartView view;
    private transient Runnable refresh = () -> {};
    private Unit unit = Unit.SHARE;

    ShareChart() {
        super(new BorderLayout());
        CategoryAxis names = new CategoryAxis();
        names.setCategoryMargin(0.35);
        names.setLowerMargin(0.12);
        names.setUpperMargin(0.12);
        names.setTickMarksVisible(false);
        names.setMaximumCategoryLabelLines(2);
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setMaximumBarWidth(0.28);
        bars.setDrawBarOutline(true);
        bars.setDefaultOutlineStroke(new BasicStroke(1f));
        bars.setDefaultToolTipGenerator(new Tooltips());
        bars.setLegendItemLabelGenerator(
                (data, row) -> data.getRowKey(row) instanceof Protection protection ? protection.label() : "");
        CategoryPlot plot = new CategoryPlot(dataset, names, amount, bars);
        view = new ChartView(new JFreeChart(plot), Bundle.ACN_Shares());
        view.setName("shares");
        view.setPaints(this::paints);
        add(header(), BorderLayout.NORTH);
        add(view, BorderLayout.CENTER);
        updateUI();
    }

    private JPanel header() {
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 4, 4));
        buttons.setOpaque(false);
        ButtonGroup group = new ButtonGroup();
        button(group, buttons, Bundle.CTL_Share(), Unit.SHARE);
        button(group, buttons, Bundle.CTL_PacketRate(), Unit.PACKETS);
        button(group, buttons, Bundle.CTL_ByteRate(), Unit.BYTES);
        JPanel header = new JPanel(new BorderLayout());
        header.setOpaque(false);
        header.setBorder(BorderFactory.createEmptyBorder(0, 10, 0, 6));
        header.add(title, BorderLayout.WEST);
        header.add(buttons, BorderLayout.EAST);
        return header;
    }

    private void button(ButtonGroup group, JPanel into, String words, Unit shows) {
        JToggleButton button = new JToggleButton();
        Mnemonics.setLocalizedText(button, words);
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.setSelected(shows == unit);
        button.addActionListener(e -> {
            unit = shows;
            refresh.run();
        });
        group.add(button);
        into.add(button);
    }

    void show(String beforeName, Coverage before, String afterName, Coverage after) {
        refresh = () -> {
            dataset.show(beforeName, before, afterName, after, unit);
            amount.setLabel(
                    switch (unit) {
                        case SHARE -> Bundle.LBL_ShareAxis();
                        case PACKETS -> Bundle.LBL_PacketAxis();
                        case BYTES -> Bundle.LBL_ByteAxis();
                    });
            amount.setNumberFormatOverride(new DecimalFormat(
                    unit == Unit.SHARE ? "0 %" : "#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)));
            if (unit == Unit.SHARE) {
                amount.setRange(0, 1);
                amount.setTickUnit(new NumberTickUnit(0.25));
            } else {
                amount.setAutoRange(true);
                amount.setAutoTickUnitSelection(true);
            }
            paints();
        };
        refresh.run();
    }

    private void paints() {
        for (int row = 0; row < dataset.getRowCount(); row++) {
            if (dataset.getRowKey(row) instanceof Protection protection) {
                bars.setSeriesPaint(row, Palette.paint(Looks.of(protection)));
            }
        }
        bars.setDefaultOutlinePaint(Palette.content());
        bars.setDefaultLegendTextPaint(Palette.foreground());
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setBackground(Palette.content());
        if (title != null) {
            title.setFont(Palette.font().deriveFont(Font.BOLD));
        }
    }

    private final class Tooltips extends StandardCategoryToolTipGenerator {
        private static final long serialVersionUID = 1;

        @Override
        public String generateToolTip(CategoryDataset data, int row, int column) {
            double value = data.getValue(row, column).doubleValue();
            String name = data.getRowKey(row) instanceof Protection protection ? protection.label() : "";
            return name + ": "
                    + switch (unit) {
                        case SHARE -> Formats.share(value);
                        case PACKETS -> Formats.brief(value) + " packets/s";
                        case BYTES -> Formats.bytes(value) + "/s";
                    };
        }
    }
}
