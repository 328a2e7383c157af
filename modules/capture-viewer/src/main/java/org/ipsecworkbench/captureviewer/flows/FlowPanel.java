package org.ipsecworkbench.captureviewer.flows;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.event.ActionEvent;
import java.awt.event.HierarchyEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.RowSorter.SortKey;
import javax.swing.SortOrder;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Flow;
import org.ipsecworkbench.captureviewer.filter.FilterTexts;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.HeaderSorter;
import org.ipsecworkbench.workbench.Keys;
import org.ipsecworkbench.workbench.RowsModel;
import org.ipsecworkbench.workbench.TableLook;
import org.ipsecworkbench.workbench.Typing;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Actions;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** The tab <i>Conversations</i>: every flow, found by words and sorted in the background. */
@Messages({
    "LBL_Find=F&ind:",
    "LBL_FindExample=address, class, SPI or content, such as: 10.0.0.20 encrypted",
    "ACN_Find=Words that a conversation must have",
    "CTL_ShowAllFlows=Show &All",
    "CTL_ShowPacketsOfFlow=&Show Packets",
    "CTL_BothHosts=Only Conversations of These Two Hosts",
    "CTL_EveryFlow=Show All Conversations",
    "# {0} - shown",
    "# {1} - all",
    "LBL_SomeFlows={0} of {1}",
    "LBL_NoFlows=No conversation has all of these words"
})
public final class FlowPanel extends JPanel {
    private static final long serialVersionUID = 1;

    private final transient RequestProcessor worker = new RequestProcessor("Sorting conversations", 1, false);
    private final transient RequestProcessor.Task task = worker.create(this::arrange);
    private final transient Consumer<String> filters;
    private final RowsModel<Flow> model = new RowsModel<>(FlowColumn.values());
    private final transient HeaderSorter<Flow> sorter =
            new HeaderSorter<>(model, new SortKey(FlowColumn.PACKETS.ordinal(), SortOrder.DESCENDING), this::changed);
    private final FlowTable table = new FlowTable(model, sorter);
    private final JTextField find = new JTextField();
    private final JLabel status = new JLabel(" ");
    private transient @Nullable Coverage coverage;
    private transient volatile List<Flow> flows = List.of();
    private transient volatile FlowSorting sorting = new FlowSorting("", FlowColumn.PACKETS, true);
    private boolean stale;

    /** Shows nothing yet; the packets of a flow are shown by someone else, who gets the filter. */
    public FlowPanel(Consumer<String> filters) {
        super(new BorderLayout());
        this.filters = filters;
        Action show = action(Actions.cutAmpersand(Bundle.CTL_ShowPacketsOfFlow()), this::choose);
        TableLook.onChoose(table, this::choose);
        TableLook.menu(
                table,
                show,
                action(Bundle.CTL_BothHosts(), this::findHosts),
                action(Bundle.CTL_EveryFlow(), () -> find.setText("")));
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        status.setName("flowStatus");
        JPanel bar = new JPanel(new BorderLayout());
        bar.setBorder(BorderFactory.createEmptyBorder(3, 10, 3, 8));
        bar.add(status, BorderLayout.CENTER);
        JButton packets = new JButton(show);
        Mnemonics.setLocalizedText(packets, Bundle.CTL_ShowPacketsOfFlow());
        packets.setName("showFlow");
        bar.add(packets, BorderLayout.EAST);
        add(finder(), BorderLayout.NORTH);
        add(scroll, BorderLayout.CENTER);
        add(bar, BorderLayout.SOUTH);
        addHierarchyListener(e -> {
            if ((e.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && isShowing() && stale) {
                changed();
            }
        });
    }

    private JPanel finder() {
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, Bundle.LBL_Find());
        label.setLabelFor(find);
        find.setName("findFlows");
        find.getAccessibleContext().setAccessibleName(Bundle.ACN_Find());
        find.putClientProperty("JTextField.placeholderText", Bundle.LBL_FindExample());
        Typing.in(find, this::changed);
        find.addActionListener(e -> table.requestFocusInWindow());
        Keys.on(find, WHEN_FOCUSED, KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), () -> find.setText(""));
        Keys.on(find, WHEN_FOCUSED, KeyStroke.getKeyStroke(KeyEvent.VK_DOWN, 0), table::requestFocusInWindow);
        int ancestor = WHEN_ANCESTOR_OF_FOCUSED_COMPONENT;
        Keys.on(this, ancestor, KeyStroke.getKeyStroke('/'), find::requestFocusInWindow);
        Keys.on(
                this,
                ancestor,
                KeyStroke.getKeyStroke(KeyEvent.VK_F, InputEvent.CTRL_DOWN_MASK),
                find::requestFocusInWindow);
        JButton clear = new JButton();
        Mnemonics.setLocalizedText(clear, Bundle.CTL_ShowAllFlows());
        clear.addActionListener(e -> find.setText(""));
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 4, 0));
        buttons.add(clear);
        JPanel finder = new JPanel(new BorderLayout(8, 0));
        finder.setBorder(BorderFactory.createEmptyBorder(5, 10, 5, 8));
        finder.add(label, BorderLayout.WEST);
        finder.add(find, BorderLayout.CENTER);
        finder.add(buttons, BorderLayout.EAST);
        return finder;
    }

    private static Action action(String words, Runnable does) {
        return new AbstractAction(words) {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                does.run();
            }
        };
    }

    /** Shows another snapshot of the same capture. While the tab is hidden nothing is sorted. */
    public void show(Coverage found) {
        Coverage before = coverage;
        coverage = found;
        // One that was supposed while a fragment's first was still to come has no packets any more.
        flows = found.flows().stream()
                .filter(flow -> flow.count().packets() > 0)
                .toList();
        stale = true;
        if (isShowing() && (before == null || found.packets() != before.packets() || found.complete())) {
            changed();
        }
    }

    /** Another order, other words, or other flows: arranged in the background. */
    private void changed() {
        stale = false;
        sorting = new FlowSorting(
                find.getText(),
                FlowColumn.values()[sorter.key().getColumn()],
                sorter.key().getSortOrder() == SortOrder.DESCENDING);
        task.schedule(0);
    }

    private void arrange() {
        List<Flow> all = flows;
        FlowSorting how = sorting;
        List<Flow> shown = how.apply(all);
        boolean networks = all.stream().anyMatch(flow -> !flow.network().isEmpty());
        SwingUtilities.invokeLater(() -> {
            if (how.equals(sorting)) {
                display(shown, all.size(), networks);
            }
        });
    }

    private void display(List<Flow> shown, int all, boolean networks) {
        int row = table.getSelectedRow();
        int selected =
                row < 0 || row >= model.getRowCount() ? -1 : model.row(row).id();
        table.about(coverage == null ? null : coverage.start(), networks);
        model.show(shown);
        int now = selected < 0 ? -1 : rowOf(selected);
        if (now >= 0) {
            table.setRowSelectionInterval(now, now);
        } else if (!shown.isEmpty()) {
            table.setRowSelectionInterval(0, 0);
        }
        String total = Formats.count(all, "conversation", "conversations");
        status.setText(
                shown.isEmpty() && all > 0
                        ? Bundle.LBL_NoFlows()
                        : shown.size() == all ? total : Bundle.LBL_SomeFlows(Formats.count(shown.size()), total));
    }

    /** The row of a flow, or -1. */
    private int rowOf(int id) {
        for (int i = 0; i < model.getRowCount(); i++) {
            if (model.row(i).id() == id) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Flow selected() {
        int row = table.getSelectedRow();
        return row < 0 || row >= model.getRowCount() ? null : model.row(row);
    }

    private void choose() {
        Flow flow = selected();
        if (flow != null) {
            filters.accept(FilterTexts.flow(flow));
        }
    }

    private void findHosts() {
        Flow flow = selected();
        if (flow != null) {
            find.setText((flow.source() + " " + flow.destination()).trim());
        }
    }

    /** Gives the focus to the table. */
    public boolean focusFirst() {
        return table.requestFocusInWindow();
    }

    /** Ends what runs in the background. */
    public void close() {
        worker.shutdown();
    }
}
