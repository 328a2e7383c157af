package org.ipsecworkbench.captureviewer.coverage;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.event.ActionEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.captureviewer.Looks;
import org.ipsecworkbench.captureviewer.PairKey;
import org.ipsecworkbench.captureviewer.Snapshot;
import org.ipsecworkbench.captureviewer.filter.FilterTexts;
import org.ipsecworkbench.workbench.RowsModel;
import org.ipsecworkbench.workbench.TableLook;
import org.ipsecworkbench.workbench.VerdictBanner;
import org.ipsecworkbench.workbench.WrappedText;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Actions;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** The tab <i>Coverage</i>: the verdict in words, its charts, and the pairs that it comes from. */
@Messages({
    "CTL_ShowPackets=&Show Packets",
    "HINT_ShowPackets=Lists the packets of the selected pair (Enter)",
    "LBL_SelectPair=Select a host pair to read why it is judged so.",
    "ACN_Reasons=Reasons for the verdict of the selected pair",
    "# {0} - verdict",
    "LBL_SoFar=So far: {0}",
    "# {0} - verdict",
    "LBL_InPart=In the part that was read: {0}",
    "LBL_StillFollowing=The capture is being followed; this may change.",
    "LBL_StillReading=The capture is still being read; this may change."
})
public final class CoveragePanel extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int REASONS_IN_BANNER = 4;

    private final VerdictBanner banner = new VerdictBanner();
    private final TimeChart times = new TimeChart(this::pick);
    private final PickedStrip strip = new PickedStrip(this::goToPicked, this::unpick);
    private final PairTable table = new PairTable(new RowsModel<>(PairColumn.values()));
    private final PairChart pairs;
    private final WrappedText reasons = new WrappedText(false);
    private final JButton showPackets = new JButton();
    private final transient Links links;
    private final transient Action show = new AbstractAction(Actions.cutAmpersand(Bundle.CTL_ShowPackets())) {
        private static final long serialVersionUID = 1;

        @Override
        public void actionPerformed(ActionEvent e) {
            choose();
        }
    };
    private transient ChartFilter picked = ChartFilter.NONE;
    private transient @Nullable Instant first;
    private boolean chosen;

    /** What the tab does to the others. */
    public interface Links {
        /** Filters the packet list; empty text lists all. */
        void filter(String filter);

        /** Goes to the packet list. */
        void goToPackets();
    }

    /** Shows nothing yet; packets are shown by someone else. */
    public CoveragePanel(Links links) {
        super(new BorderLayout());
        this.links = links;
        show.putValue(Action.SHORT_DESCRIPTION, Bundle.HINT_ShowPackets());
        pairs = new PairChart(this::pick, this::goTo);
        table.getSelectionModel().addListSelectionListener(e -> {
            if (!table.isUpdating()) {
                chosen = true;
                showSelected();
            }
        });
        TableLook.onChoose(table, this::choose);
        TableLook.menu(table, show);
        JSplitPane charts = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, times, pairs);
        charts.setResizeWeight(0.52);
        charts.setBorder(BorderFactory.createEmptyBorder());
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        JSplitPane lower = new JSplitPane(JSplitPane.VERTICAL_SPLIT, scroll, details());
        lower.setResizeWeight(0.8);
        lower.setBorder(BorderFactory.createEmptyBorder());
        JSplitPane all = new JSplitPane(JSplitPane.VERTICAL_SPLIT, charts, lower);
        all.setResizeWeight(0.5);
        all.setBorder(BorderFactory.createEmptyBorder());
        for (JPanel part : new JPanel[] {times, pairs}) {
            part.setMinimumSize(new Dimension(220, 120));
            part.setPreferredSize(new Dimension(500, 235));
        }
        scroll.setMinimumSize(new Dimension(0, 90));
        scroll.setPreferredSize(new Dimension(0, 140));
        JPanel below = new JPanel(new BorderLayout());
        below.add(strip, BorderLayout.NORTH);
        below.add(all, BorderLayout.CENTER);
        add(banner, BorderLayout.NORTH);
        add(below, BorderLayout.CENTER);
        showSelected();
    }

    private JPanel details() {
        reasons.setName("pairReasons");
        reasons.getAccessibleContext().setAccessibleName(Bundle.ACN_Reasons());
        JScrollPane scroll = new JScrollPane(reasons);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        showPackets.setAction(show);
        Mnemonics.setLocalizedText(showPackets, Bundle.CTL_ShowPackets());
        showPackets.setName("showPackets");
        JPanel button = new JPanel(new BorderLayout());
        button.add(showPackets, BorderLayout.NORTH);
        JPanel details = new JPanel(new BorderLayout(12, 0));
        details.setBorder(BorderFactory.createEmptyBorder(8, 12, 8, 12));
        details.add(scroll, BorderLayout.CENTER);
        details.add(button, BorderLayout.EAST);
        details.setPreferredSize(new Dimension(0, 150));
        details.setMinimumSize(new Dimension(0, 60));
        return details;
    }

    /**
     * Shows another snapshot of the same capture.
     *
     * @param firstPacket the time that relative times count from
     */
    public void show(Coverage coverage, @Nullable Instant firstPacket, Snapshot.State state) {
        first = firstPacket;
        List<String> why = new ArrayList<>(coverage.reasons()
                .subList(0, Math.min(REASONS_IN_BANNER, coverage.reasons().size())));
        String verdict = coverage.verdict().label();
        if (state.running()) {
            verdict = Bundle.LBL_SoFar(verdict);
            why.add(state == Snapshot.State.FOLLOWING ? Bundle.LBL_StillFollowing() : Bundle.LBL_StillReading());
        } else if (state == Snapshot.State.CANCELLED) {
            verdict = Bundle.LBL_InPart(verdict);
        }
        banner.show(Looks.of(coverage.verdict()), verdict, why);
        times.show(coverage.series(), coverage.start(), coverage.end());
        pairs.show(coverage.pairs());
        table.show(coverage.pairs());
        if (!chosen) {
            // The pair that needs attention most explains itself without a click.
            table.selectFirst();
        }
        showSelected();
    }

    private void showSelected() {
        HostPair pair = table.selectedPair();
        String text = pair == null ? Bundle.LBL_SelectPair() : PairReasons.of(pair);
        if (!text.equals(reasons.getText())) {
            reasons.setText(text);
            reasons.setCaretPosition(0);
        }
        show.setEnabled(pair != null);
        pairs.select(table.selected());
    }

    private void choose() {
        PairKey selected = table.selected();
        if (selected != null) {
            goTo(selected);
        }
    }

    private void goTo(PairKey pair) {
        links.filter(FilterTexts.pair(pair));
        links.goToPackets();
    }

    /** A bar was clicked. */
    private void pick(PairKey pair) {
        table.select(pair);
        pick(picked.with(pair));
    }

    /** A time range was dragged, or all times wanted again. */
    private void pick(@Nullable Instant from, @Nullable Instant to) {
        pick(picked.between(from, to));
    }

    private void pick(ChartFilter now) {
        picked = now;
        strip.show(now);
        links.filter(now.text(first));
    }

    private void goToPicked() {
        links.filter(picked.text(first));
        links.goToPackets();
    }

    private void unpick() {
        times.unpick();
        pick(ChartFilter.NONE);
    }

    /** The packet list was filtered from elsewhere: what was picked here does not hold any more. */
    public void filtered(String filter) {
        if (!picked.isNone() && !filter.equals(picked.text(first))) {
            picked = ChartFilter.NONE;
            times.unpick();
            strip.show(picked);
        }
    }

    /** Tells times in the zone that was chosen. */
    public void showTimes() {
        times.refresh();
        strip.show(picked);
    }

    /** Gives the focus to the table of pairs. */
    public boolean focusFirst() {
        return table.requestFocusInWindow();
    }
}
