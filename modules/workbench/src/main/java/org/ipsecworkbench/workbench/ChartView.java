package org.ipsecworkbench.workbench;

import java.awt.event.MouseEvent;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/** A chart in a window: in the look and feel's colours, at its real size, with a tooltip of its owner's words. */
public final class ChartView extends ChartPanel {
    private static final long serialVersionUID = 1;

    private transient Runnable paints = () -> {};
    private transient @Nullable Words tooltip;

    /** What a tooltip says. Not a {@code Function}: older compilers lose that it may say nothing. */
    @FunctionalInterface
    public interface Words {
        /** The words for a place of the chart, or null for none. */
        @Nullable
        String at(MouseEvent place);
    }

    /** Shows a chart under a name for screen readers. */
    public ChartView(JFreeChart chart, String accessibleName) {
        // No properties dialog: what it sets is lost with the next change of the look and feel.
        super(chart, false, true, true, true, true);
        setMinimumDrawWidth(0);
        setMinimumDrawHeight(0);
        setMaximumDrawWidth(Integer.MAX_VALUE);
        setMaximumDrawHeight(Integer.MAX_VALUE);
        setMouseZoomable(false);
        setFocusable(false);
        getAccessibleContext().setAccessibleName(accessibleName);
        ChartLook.apply(chart);
    }

    /** Sets what gives the series their paints, now and after each change of the look and feel. */
    public void setPaints(Runnable newPaints) {
        paints = newPaints;
        newPaints.run();
    }

    /** Sets what a tooltip says; null says nothing. */
    public void setTooltip(Words words) {
        tooltip = words;
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent e) {
        return tooltip == null ? super.getToolTipText(e) : tooltip.at(e);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (paints != null && getChart() != null) {
            ChartLook.apply(getChart());
            paints.run();
        }
    }
}
