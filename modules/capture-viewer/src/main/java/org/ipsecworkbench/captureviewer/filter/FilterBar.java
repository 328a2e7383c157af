package org.ipsecworkbench.captureviewer.filter;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.text.BadLocationException;
import org.ipsecworkbench.capture.PacketFilter;
import org.ipsecworkbench.capture.PacketFilter.Invalid;
import org.ipsecworkbench.capture.PacketFilter.Valid;
import org.ipsecworkbench.workbench.Mark;
import org.ipsecworkbench.workbench.Palette;
import org.ipsecworkbench.workbench.Tone;
import org.ipsecworkbench.workbench.Typing;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/**
 * The field that the display filter is typed into: Enter applies it, Escape lifts it, Ctrl+Space and typing propose what
 * can stand there, Down lists the filters of before. A mistake is told in words under it.
 */
@Messages({
    "LBL_Filter=F&ilter:",
    "ACN_Filter=Display filter",
    "HINT_Filter=Enter applies, Escape clears, Ctrl+Space proposes, Down lists what was used before",
    "LBL_Example=esp and ip.addr == 10.0.0.0/8",
    "CTL_Apply=Appl&y",
    "CTL_Clear=Show &All",
    "CTL_Recent=&Recent",
    "HINT_Recent=Filters used before (Down)",
    "# {0} - place",
    "# {1} - mistake",
    "MSG_Mistake=At “{0}”: {1}",
    "# {0} - mistake",
    "MSG_MistakeAtEnd=At the end: {0}"
})
public final class FilterBar extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int PATIENCE_MILLIS = 700;

    private final transient Consumer<PacketFilter> applied;
    private final JTextField field = new JTextField();
    private final transient ProposalPopup popup = new ProposalPopup(field, this::take);
    private final JLabel error = new JLabel();
    private final Timer patience = new Timer(PATIENCE_MILLIS, e -> showMistakeUnlessProposing());
    private boolean setting;

    /** Tells of every filter that is applied; {@link PacketFilter#ALL} lifts it. */
    public FilterBar(Consumer<PacketFilter> applied) {
        super(new BorderLayout(8, 0));
        this.applied = applied;
        setBorder(BorderFactory.createEmptyBorder(5, 10, 5, 8));
        patience.setRepeats(false);
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, Bundle.LBL_Filter());
        label.setLabelFor(field);
        field.setName("filter");
        field.getAccessibleContext().setAccessibleName(Bundle.ACN_Filter());
        field.setToolTipText(Bundle.HINT_Filter());
        field.putClientProperty("JTextField.placeholderText", Bundle.LBL_Example());
        Typing.in(field, this::typed);
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                popup.close();
            }
        });
        keys();
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 4, 0));
        button(buttons, "recentFilters", Bundle.CTL_Recent(), this::history).setToolTipText(Bundle.HINT_Recent());
        button(buttons, "applyFilter", Bundle.CTL_Apply(), this::apply);
        button(buttons, "clearFilter", Bundle.CTL_Clear(), this::clear);
        error.setName("filterError");
        error.setIconTextGap(7);
        error.setBorder(BorderFactory.createEmptyBorder(4, 0, 1, 0));
        error.setVisible(false);
        error.setMinimumSize(new Dimension(0, 0));
        add(label, BorderLayout.WEST);
        add(field, BorderLayout.CENTER);
        add(buttons, BorderLayout.EAST);
        add(error, BorderLayout.SOUTH);
        updateUI();
    }

    private static JButton button(JPanel into, String name, String words, Runnable does) {
        JButton button = new JButton();
        Mnemonics.setLocalizedText(button, words);
        button.setName(name);
        button.addActionListener(e -> does.run());
        into.add(button);
        return button;
    }

    private void keys() {
        key(KeyEvent.VK_ENTER, 0, () -> {
            if (popup.isOpen() && popup.hasSelected()) {
                popup.take();
            } else {
                apply();
            }
        });
        key(KeyEvent.VK_ESCAPE, 0, () -> {
            if (popup.isOpen()) {
                popup.close();
                patience.restart();
            } else {
                clear();
            }
        });
        key(KeyEvent.VK_DOWN, 0, () -> {
            if (popup.isOpen()) {
                popup.move(1);
            } else {
                history();
            }
        });
        key(KeyEvent.VK_UP, 0, () -> {
            if (popup.isOpen()) {
                popup.move(-1);
            }
        });
        key(KeyEvent.VK_TAB, 0, () -> {
            if (popup.isOpen()) {
                popup.take();
            } else {
                field.transferFocus();
            }
        });
        key(KeyEvent.VK_TAB, KeyEvent.SHIFT_DOWN_MASK, field::transferFocusBackward);
        key(KeyEvent.VK_SPACE, KeyEvent.CTRL_DOWN_MASK, () -> propose(true));
        field.setFocusTraversalKeysEnabled(false);
    }

    private void key(int code, int modifiers, Runnable does) {
        String name = "filter-" + code + "-" + modifiers;
        field.getInputMap().put(KeyStroke.getKeyStroke(code, modifiers), name);
        field.getActionMap().put(name, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                does.run();
            }
        });
    }

    /** Puts the caret into the field and selects its text. */
    public void focusField() {
        field.requestFocusInWindow();
        field.selectAll();
    }

    /** The field, for the order of the focus. */
    public JTextField field() {
        return field;
    }

    /** Writes a filter into the field and applies it; empty text lifts the filter. */
    public void apply(String text) {
        popup.close();
        setText(text);
        apply();
    }

    private void clear() {
        apply("");
    }

    private void apply() {
        popup.close();
        patience.stop();
        if (PacketFilter.parse(field.getText()) instanceof Valid valid) {
            showMistake();
            FilterHistory.add(field.getText());
            applied.accept(valid.filter());
        } else {
            showMistake();
        }
    }

    private void setText(String text) {
        setting = true;
        field.setText(text);
        setting = false;
        patience.stop();
    }

    private void take(Proposal proposal) {
        String before = field.getText();
        setText(proposal.applyTo(before));
        field.setCaretPosition(Math.min(proposal.caret(before), field.getText().length()));
        patience.restart();
    }

    private void history() {
        field.requestFocusInWindow();
        // Later, since a focus on its way would close it.
        SwingUtilities.invokeLater(() -> popup.show(Proposal.history(field.getText(), FilterHistory.list()), true));
    }

    /** Proposals while typing only where a word is begun, else they would be in the way. */
    private void propose(boolean asked) {
        String text = field.getText();
        int caret = Math.min(field.getCaretPosition(), text.length());
        boolean begun = caret > 0 && text.charAt(caret - 1) != ' ';
        if (asked || begun && field.isFocusOwner()) {
            popup.show(Proposal.completions(text, caret), asked);
        } else {
            popup.close();
        }
    }

    /** Who is still choosing has not made a mistake yet. */
    private void showMistakeUnlessProposing() {
        if (!popup.isOpen()) {
            showMistake();
        }
    }

    private void showMistake() {
        field.getHighlighter().removeAllHighlights();
        String text = field.getText();
        if (!(PacketFilter.parse(text) instanceof Invalid mistake)) {
            field.putClientProperty("JComponent.outline", null);
            error.setVisible(false);
            return;
        }
        field.putClientProperty("JComponent.outline", "error");
        int start = Math.min(mistake.start(), text.length());
        int end = Math.min(Math.max(mistake.end(), start), text.length());
        String place = text.substring(start, end);
        error.setIcon(Mark.INCONCLUSIVE.icon());
        error.setText(
                place.isBlank()
                        ? Bundle.MSG_MistakeAtEnd(mistake.message())
                        : Bundle.MSG_Mistake(place, mistake.message()));
        error.setToolTipText(mistake.message());
        error.setVisible(true);
        try {
            int from = start == text.length() ? Math.max(0, start - 1) : start;
            field.getHighlighter().addHighlight(from, end, new Squiggle());
        } catch (BadLocationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (error != null) {
            error.setForeground(Palette.text(Tone.CLEAR));
            field.setFont(Palette.monospaced().deriveFont(Palette.font().getSize2D()));
        }
    }

    private void typed() {
        field.getHighlighter().removeAllHighlights();
        if (!setting) {
            patience.restart();
            // Later, when the caret is where the text is.
            SwingUtilities.invokeLater(() -> propose(false));
        }
    }
}
