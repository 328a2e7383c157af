package org.ipsecworkbench.ikelogbrowser.list;

import java.awt.BorderLayout;
import java.awt.GridLayout;
import java.awt.event.KeyEvent;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.RowSorter.SortKey;
import javax.swing.SortOrder;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.ike.FailureClass;
import org.ipsecworkbench.ike.FailureKey;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ikelogbrowser.detail.Ending;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.HeaderSorter;
import org.ipsecworkbench.workbench.Keys;
import org.ipsecworkbench.workbench.RowsModel;
import org.ipsecworkbench.workbench.TableLook;
import org.ipsecworkbench.workbench.Typing;
import org.ipsecworkbench.workbench.WrappedText;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/** The negotiations of a report: how many ended how, what filters them, and their table. */
@Messages({
    "LBL_Filter=F&ilter:",
    "HINT_Filter=Words that must all occur: a peer, an outcome, a cause, a mode, a cookie. Esc shows all again.",
    "PRO_Filter=peer, cause, cookie …",
    "ACN_Outcome=Outcome of the negotiations that are listed",
    "ACN_Cause=Cause of the failures that are listed",
    "LBL_AnyOutcome=Any outcome",
    "LBL_AnyCause=Any cause",
    "# {0} - start",
    "# {1} - end",
    "LBL_Between=Begun from {0} to {1}",
    "# {0} - shown",
    "# {1} - all",
    "LBL_Shown={0} of {1} shown; Esc shows all"
})
public final class NegotiationList extends JPanel {
    private static final long serialVersionUID = 1;

    private final transient RequestProcessor worker = new RequestProcessor("Listing negotiations", 1, false);
    private final transient RequestProcessor.Task task = worker.create(this::arrange, true);
    private final JLabel summary = new JLabel();
    private final JTextField words = new JTextField();
    private final JComboBox<Choice<Ending>> outcome = new JComboBox<>();
    private final JComboBox<Choice<FailureClass>> cause = new JComboBox<>();
    private final JLabel shown = new JLabel();
    private final WrappedText between = new WrappedText(false);
    private final RowsModel<Row> model = new RowsModel<>(ListColumn.values());
    private final transient HeaderSorter<Row> sorter =
            new HeaderSorter<>(model, new SortKey(ListColumn.OUTCOME.ordinal(), SortOrder.ASCENDING), this::changed);
    private final NegotiationTable table = new NegotiationTable(model, sorter, this::toggle);
    private final transient Runnable unpicked;
    private final transient Set<FailureKey> open = new HashSet<>();
    private transient volatile List<Negotiation> all = List.of();
    private transient volatile Arrangement arrangement =
            new Arrangement(NegotiationFilter.ALL, ListColumn.OUTCOME, false, Set.of());
    private transient @Nullable Instant from;
    private transient @Nullable Instant to;
    /** What is selected as far as was told. */
    private transient @Nullable Negotiation told;

    /** What runs when the rows are there. */
    private transient @Nullable Runnable next;

    /** What is selected then; null keeps what is. */
    private transient @Nullable Negotiation wanted;

    private boolean clearing;

    /** Something to choose, and its name; null chooses all. */
    private record Choice<T>(@Nullable T value, String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Empty.
     *
     * @param selected gets the negotiation that is selected, or null
     * @param chosen runs when one is chosen by Enter or a double click
     * @param unpicked runs when the range of times that was picked elsewhere is given up here
     */
    public NegotiationList(Consumer<@Nullable Negotiation> selected, Runnable chosen, Runnable unpicked) {
        super(new BorderLayout());
        this.unpicked = unpicked;
        add(head(), BorderLayout.NORTH);
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(scroll, BorderLayout.CENTER);
        table.getSelectionModel().addListSelectionListener(e -> {
            Negotiation now = table.selected();
            if (!e.getValueIsAdjusting() && !Objects.equals(now, told)) {
                told = now;
                selected.accept(now);
            }
        });
        TableLook.onChoose(table, chosen);
        TableLook.menu(table);
        Keys.on(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), this::showAll);
        Keys.on(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, KeyStroke.getKeyStroke('/'), words::requestFocusInWindow);
    }

    private JPanel head() {
        JPanel head = new JPanel(new BorderLayout(8, 6));
        head.setBorder(BorderFactory.createEmptyBorder(10, 12, 6, 8));
        summary.setName("negotiationSummary");
        head.add(summary, BorderLayout.NORTH);
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, Bundle.LBL_Filter());
        label.setLabelFor(words);
        head.add(label, BorderLayout.WEST);
        words.setName("negotiationFilter");
        words.setToolTipText(Bundle.HINT_Filter());
        words.putClientProperty("JTextField.placeholderText", Bundle.PRO_Filter());
        words.putClientProperty("JTextField.showClearButton", true);
        Typing.in(words, this::changed);
        words.addActionListener(e -> table.requestFocusInWindow());
        outcome.setName("outcomeFilter");
        outcome.getAccessibleContext().setAccessibleName(Bundle.ACN_Outcome());
        outcome.addItem(new Choice<>(null, Bundle.LBL_AnyOutcome()));
        Stream.of(Ending.values()).forEach(one -> outcome.addItem(new Choice<>(one, one.label())));
        outcome.addActionListener(e -> changed());
        cause.setName("causeFilter");
        cause.getAccessibleContext().setAccessibleName(Bundle.ACN_Cause());
        cause.addItem(new Choice<>(null, Bundle.LBL_AnyCause()));
        Stream.of(FailureClass.values()).forEach(one -> cause.addItem(new Choice<>(one, one.label())));
        cause.addActionListener(e -> changed());
        JPanel fields = new JPanel(new GridLayout(1, 3, 6, 0));
        fields.add(words);
        fields.add(outcome);
        fields.add(cause);
        head.add(fields, BorderLayout.CENTER);
        shown.setName("negotiationsShown");
        shown.setVisible(false);
        between.setName("timesShown");
        between.setVisible(false);
        JPanel below = new JPanel(new BorderLayout());
        below.add(shown, BorderLayout.NORTH);
        // Two times with their dates are wider than the list may be.
        below.add(between, BorderLayout.CENTER);
        head.add(below, BorderLayout.SOUTH);
        return head;
    }

    /**
     * Shows what was read, as soon as it is arranged.
     *
     * @param words of all of them
     * @param whenShown runs then, on the event dispatch thread; not where other negotiations came before
     */
    public void show(List<Negotiation> negotiations, String words, Runnable whenShown) {
        all = negotiations;
        summary.setText(words);
        next = whenShown;
        changed();
    }

    /** Lists only those that began in a range of times; two nulls for all times. */
    public void pick(@Nullable Instant newFrom, @Nullable Instant newTo) {
        from = newFrom;
        to = newTo;
        changed();
    }

    /**
     * Selects a negotiation that is among those shown, whatever is filtered or folded.
     *
     * @param then runs when it is selected
     */
    public void choose(Negotiation one, Runnable then) {
        FailureKey group = FailureKey.of(one);
        if (group != null) {
            open.add(group);
        }
        wanted = one;
        next = then;
        showAll();
    }

    private void showAll() {
        clearing = true;
        words.setText("");
        outcome.setSelectedIndex(0);
        cause.setSelectedIndex(0);
        clearing = false;
        if (from != null || to != null) {
            from = null;
            to = null;
            unpicked.run();
        }
        changed();
    }

    /** Moves the focus to the table. */
    public boolean focusFirst() {
        return table.requestFocusInWindow();
    }

    /** Moves the focus to the filter. */
    public void focusFilter() {
        words.requestFocusInWindow();
    }

    /** Writes the times anew, after another zone was chosen. */
    public void showTimes() {
        table.repaint();
        tellShown(table.negotiations());
    }

    /** Ends what runs in the background. */
    public void close() {
        worker.shutdown();
    }

    private void toggle(FailureKey group) {
        if (!open.remove(group)) {
            open.add(group);
        }
        changed();
    }

    /** Another filter, order, group or other negotiations: arranged in the background. */
    private void changed() {
        if (clearing) {
            return;
        }
        NegotiationFilter filter = new NegotiationFilter(words.getText(), chosen(outcome), chosen(cause), from, to);
        arrangement = new Arrangement(
                filter,
                ListColumn.values()[sorter.key().getColumn()],
                sorter.key().getSortOrder() == SortOrder.DESCENDING,
                open);
        task.schedule(0);
    }

    private static <T> @Nullable T chosen(JComboBox<Choice<T>> from) {
        Choice<T> choice = from.getItemAt(from.getSelectedIndex());
        return choice == null ? null : choice.value();
    }

    private void arrange() {
        Arrangement how = arrangement;
        Arrangement.Arranged arranged = how.apply(all);
        SwingUtilities.invokeLater(() -> {
            if (how.equals(arrangement)) {
                table.show(arranged.rows());
                tellShown(arranged.negotiations());
                if (wanted != null) {
                    table.choose(wanted);
                    wanted = null;
                }
                Runnable now = next;
                next = null;
                if (now != null) {
                    now.run();
                }
            }
        });
    }

    private void tellShown(int listed) {
        shown.setVisible(!arrangement.filter().isAll());
        Instant first = from;
        Instant last = to;
        shown.setText(Bundle.LBL_Shown(Formats.count(listed), Formats.count(all.size())));
        between.setVisible(first != null && last != null);
        between.setText(
                first == null || last == null ? "" : Bundle.LBL_Between(Formats.time(first), Formats.time(last)));
    }
}
