package org.ipsecworkbench.ikelogbrowser.list;

import java.awt.BorderLayout;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.Negotiation;
import org.ipsecworkbench.ikelogbrowser.detail.Words;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.TableLook;
import org.jspecify.annotations.Nullable;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** The negotiations of a report: how many ended how, a field that filters them, and their table. */
@Messages({
    "LBL_Filter=F&ilter:",
    "HINT_Filter=Words that must all occur: a peer, an outcome, a cause, a mode, a cookie",
    "PRO_Filter=peer, outcome, cause …",
    "# {0} - shown",
    "# {1} - all",
    "LBL_Shown={0} of {1} shown"
})
public final class NegotiationList extends JPanel {
    private static final long serialVersionUID = 1;

    private final JLabel summary = new JLabel();
    private final JTextField filter = new JTextField();
    private final JLabel shown = new JLabel();
    private final NegotiationTable table = new NegotiationTable(new NegotiationTableModel());
    private final transient Consumer<@Nullable Negotiation> selected;
    private int all;
    private boolean isChanging;

    /**
     * Empty.
     *
     * @param selected gets the negotiation that is selected, or null
     * @param chosen runs when one is chosen by Enter or a double click
     */
    public NegotiationList(Consumer<@Nullable Negotiation> selected, Runnable chosen) {
        super(new BorderLayout());
        this.selected = selected;
        JPanel head = new JPanel(new BorderLayout(8, 8));
        head.setBorder(BorderFactory.createEmptyBorder(10, 12, 8, 8));
        summary.setName("negotiationSummary");
        head.add(summary, BorderLayout.NORTH);
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, Bundle.LBL_Filter());
        label.setLabelFor(filter);
        head.add(label, BorderLayout.WEST);
        filter.setName("negotiationFilter");
        filter.setToolTipText(Bundle.HINT_Filter());
        filter.putClientProperty("JTextField.placeholderText", Bundle.PRO_Filter());
        filter.putClientProperty("JTextField.showClearButton", true);
        filter.getDocument().addDocumentListener(new Typed());
        filter.addActionListener(e -> table.requestFocusInWindow());
        head.add(filter, BorderLayout.CENTER);
        shown.setName("negotiationsShown");
        head.add(shown, BorderLayout.EAST);
        add(head, BorderLayout.NORTH);
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(scroll, BorderLayout.CENTER);
        table.getSelectionModel().addListSelectionListener(e -> {
            if (!e.getValueIsAdjusting() && !isChanging) {
                selected.accept(table.selected());
            }
        });
        TableLook.onChoose(table, chosen);
    }

    /** Shows what was read. */
    public void show(IkeReport report) {
        all = report.negotiations().size();
        summary.setText(Words.summary(report));
        // The table loses its selection for a moment, which nobody needs to see.
        isChanging = true;
        table.show(report.negotiations());
        isChanging = false;
        selected.accept(table.selected());
        tellShown();
    }

    /** Moves the focus to the table. */
    public boolean focusFirst() {
        return table.requestFocusInWindow();
    }

    /** Moves the focus to the filter. */
    public void focusFilter() {
        filter.requestFocusInWindow();
    }

    /** Writes the times anew, after another zone was chosen. */
    public void showTimes() {
        table.repaint();
    }

    private void tellShown() {
        boolean filtered = !filter.getText().isBlank();
        shown.setVisible(filtered);
        shown.setText(Bundle.LBL_Shown(Formats.count(table.getRowCount()), Formats.count(all)));
    }

    private final class Typed implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent e) {
            table.filter(filter.getText());
            tellShown();
        }

        @Override
        public void removeUpdate(DocumentEvent e) {
            insertUpdate(e);
        }

        @Override
        public void changedUpdate(DocumentEvent e) {
            // Only attributes of the text, which a plain field has none of.
        }
    }
}
