package org.ipsecworkbench.ikelogbrowser.event;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.RowSorter.SortKey;
import javax.swing.SortOrder;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.ikelogbrowser.detail.EventText;
import org.ipsecworkbench.ikelogbrowser.detail.SearchedText;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.HeaderSorter;
import org.ipsecworkbench.workbench.Keys;
import org.ipsecworkbench.workbench.RowsModel;
import org.ipsecworkbench.workbench.TableLook;
import org.ipsecworkbench.workbench.Typing;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** The events of all files of a window: how many tell of failures, what filters them, their table, and what one says. */
@Messages({
    "LBL_Filter=F&ilter:",
    "HINT_Filter=Words that must all occur: a number, a host, an address, a cause. Esc shows all again.",
    "PRO_Filter=event, host, address, cause …",
    "ACN_Which=Which events are listed",
    "# {0} - shown",
    "# {1} - all",
    "LBL_Shown={0} of {1} shown; Esc shows all",
    "# {0} - events",
    "# {1} - failures",
    "LBL_Summary={0} about IPsec, {1} among them",
    "# {0} - the summary",
    "# {1} - events",
    "LBL_Lost={0}; {1} more are not shown, since there are too many",
    "CTL_CopyText=Copy as Te&xt",
    "HINT_CopyText=Copies what the selected event says: its meaning, the next step, all values and its text",
    "ACN_EventText=The selected event",
    "PRO_FindText=in all listed events"
})
public final class EventView extends JPanel {
    private static final long serialVersionUID = 1;
    private static final double TABLE_SHARE = 0.55;

    private final transient RequestProcessor worker = new RequestProcessor("Listing events", 1, false);
    private final transient RequestProcessor.Task task = worker.create(this::arrange, true);
    private final JLabel summary = new JLabel();
    private final JTextField words = new JTextField();
    private final JComboBox<EventFilter.Which> which = new JComboBox<>(EventFilter.Which.values());
    private final JLabel shown = new JLabel();
    private final RowsModel<SeenEvent> model = new RowsModel<>(EventColumn.values());
    private final transient HeaderSorter<SeenEvent> sorter =
            new HeaderSorter<>(model, new SortKey(EventColumn.KIND.ordinal(), SortOrder.ASCENDING), this::changed);
    private final EventTable table = new EventTable(model, sorter);
    private final transient SearchedText<SeenEvent> searched = new SearchedText<>(
            "eventText", Bundle.ACN_EventText(), Bundle.PRO_FindText(), EventView::text, table::select);
    private final JButton copy = new JButton();
    private transient volatile List<SeenEvent> all = List.of();
    private transient volatile EventFilter filter = EventFilter.ALL;
    private transient @Nullable SeenEvent told;
    /** What is to be selected as soon as it is listed. */
    private transient @Nullable SeenEvent wanted;

    private boolean clearing;

    /** Empty. */
    public EventView() {
        super(new BorderLayout());
        add(head(), BorderLayout.NORTH);
        JScrollPane list = new JScrollPane(table);
        list.setBorder(BorderFactory.createEmptyBorder());
        list.setMinimumSize(new Dimension(200, 80));
        list.setPreferredSize(new Dimension(1000, (int) (TABLE_SHARE * 1000)));
        JPanel below = below();
        below.setMinimumSize(new Dimension(200, 80));
        below.setPreferredSize(new Dimension(1000, (int) ((1 - TABLE_SHARE) * 1000)));
        JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, true, list, below);
        split.setBorder(BorderFactory.createEmptyBorder());
        split.setResizeWeight(TABLE_SHARE);
        add(split, BorderLayout.CENTER);
        table.getSelectionModel().addListSelectionListener(e -> {
            SeenEvent now = table.selected();
            if (!e.getValueIsAdjusting() && !Objects.equals(now, told)) {
                told = now;
                searched.show(now);
                copy.setEnabled(now != null);
            }
        });
        TableLook.onChoose(table, searched.text()::requestFocusInWindow);
        TableLook.menu(table);
        Keys.on(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), this::showAll);
        Keys.on(table, WHEN_FOCUSED, KeyStroke.getKeyStroke('/'), words::requestFocusInWindow);
        searched.bar().stepByKeys(this);
    }

    private JPanel head() {
        JPanel head = new JPanel(new BorderLayout(8, 6));
        head.setBorder(BorderFactory.createEmptyBorder(10, 12, 6, 8));
        summary.setName("eventSummary");
        head.add(summary, BorderLayout.NORTH);
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, Bundle.LBL_Filter());
        label.setLabelFor(words);
        head.add(label, BorderLayout.WEST);
        words.setName("eventFilter");
        words.setToolTipText(Bundle.HINT_Filter());
        words.putClientProperty("JTextField.placeholderText", Bundle.PRO_Filter());
        words.putClientProperty("JTextField.showClearButton", true);
        Typing.in(words, this::changed);
        words.addActionListener(e -> table.requestFocusInWindow());
        head.add(words, BorderLayout.CENTER);
        which.setName("whichEvents");
        which.getAccessibleContext().setAccessibleName(Bundle.ACN_Which());
        which.addActionListener(e -> changed());
        head.add(which, BorderLayout.EAST);
        shown.setName("eventsShown");
        shown.setVisible(false);
        head.add(shown, BorderLayout.SOUTH);
        return head;
    }

    private JPanel below() {
        JPanel below = new JPanel(new BorderLayout());
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 4));
        Mnemonics.setLocalizedText(copy, Bundle.CTL_CopyText());
        copy.setName("copyEvent");
        copy.setToolTipText(Bundle.HINT_CopyText());
        copy.setEnabled(false);
        copy.addActionListener(e -> copy());
        buttons.add(copy);
        below.add(buttons, BorderLayout.NORTH);
        JScrollPane text = new JScrollPane(searched.text());
        text.setBorder(BorderFactory.createEmptyBorder());
        below.add(text, BorderLayout.CENTER);
        below.add(searched.bar(), BorderLayout.SOUTH);
        return below;
    }

    private static String text(SeenEvent row) {
        return String.join("\n", EventText.of(row.event())) + "\n";
    }

    /**
     * Shows what was read, as soon as it is arranged.
     *
     * @param events by time
     * @param lost how many more there were
     */
    public void show(List<SeenEvent> events, long lost) {
        all = events;
        long failures = events.stream()
                .filter(row -> EventKind.of(row.event()) == EventKind.FAILURE)
                .count();
        String count = Formats.count(events.size(), "event", "events");
        String told = Bundle.LBL_Summary(count, Formats.count(failures, "failure", "failures"));
        summary.setText(lost == 0 ? told : Bundle.LBL_Lost(told, Formats.count(lost)));
        changed();
    }

    /** Goes to one of the events, whatever is filtered. */
    public void select(SeenEvent one) {
        wanted = one;
        showAll();
    }

    /** The event that is selected; empty where none is. */
    public Optional<SeenEvent> selected() {
        return Optional.ofNullable(table.selected());
    }

    private void showAll() {
        clearing = true;
        words.setText("");
        which.setSelectedIndex(0);
        clearing = false;
        changed();
    }

    /** Another filter or order, or other events: arranged in the background. */
    private void changed() {
        if (!clearing) {
            filter = new EventFilter(
                    words.getText(),
                    which.getItemAt(which.getSelectedIndex()),
                    EventColumn.values()[sorter.key().getColumn()],
                    sorter.key().getSortOrder() == SortOrder.DESCENDING);
            task.schedule(0);
        }
    }

    private void arrange() {
        EventFilter how = filter;
        List<SeenEvent> of = all;
        List<SeenEvent> rows = how.apply(of);
        SwingUtilities.invokeLater(() -> {
            if (how.equals(filter) && of == all) {
                searched.among(rows);
                table.show(rows);
                if (wanted != null) {
                    table.select(wanted);
                    wanted = null;
                }
                shown.setVisible(!how.listsAll());
                shown.setText(Bundle.LBL_Shown(Formats.count(rows.size()), Formats.count(of.size())));
            }
        });
    }

    private void copy() {
        SeenEvent row = table.selected();
        if (row != null) {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text(row)), null);
        }
    }

    /** Moves the focus to the table. */
    public boolean focusFirst() {
        return table.requestFocusInWindow();
    }

    /** Moves the focus to the search of what the events say. */
    public void find() {
        searched.bar().focusField();
    }

    /** Writes the times anew, after another zone was chosen. */
    public void showTimes() {
        table.repaint();
        searched.show(table.selected());
    }

    /** Ends what runs in the background. */
    public void close() {
        worker.shutdown();
    }
}
