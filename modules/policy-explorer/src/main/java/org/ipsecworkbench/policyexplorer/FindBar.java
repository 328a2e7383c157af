package org.ipsecworkbench.policyexplorer;

import java.awt.FlowLayout;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.function.BiFunction;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.ipsecworkbench.workbench.Keys;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** Finds a text in the tree: Enter and F3 the next line that has it, with Shift the one before. */
@Messages({
    "LBL_Find=Fi&nd:",
    "HINT_Find=name, address, algorithm",
    "# {0} - number",
    "# {1} - how many",
    "LBL_Hit={0} of {1}",
    "LBL_NoHit=Not found"
})
final class FindBar extends JPanel {
    private static final long serialVersionUID = 1;

    private final JTextField text = new JTextField(18);
    private final JLabel result = new JLabel();
    private final transient BiFunction<String, Boolean, EntryTree.Found> finder;

    /** Asks the finder for the next line with a text, or the one before. */
    FindBar(BiFunction<String, Boolean, EntryTree.Found> finder) {
        super(new FlowLayout(FlowLayout.LEADING, 8, 0));
        this.finder = finder;
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, Bundle.LBL_Find());
        label.setLabelFor(text);
        text.setName("find");
        text.putClientProperty("JTextField.placeholderText", Bundle.HINT_Find());
        text.addActionListener(e -> find(false));
        text.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent e) {
                result.setText("");
            }

            @Override
            public void removeUpdate(DocumentEvent e) {
                result.setText("");
            }

            @Override
            public void changedUpdate(DocumentEvent e) {}
        });
        KeyStroke back = KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, InputEvent.SHIFT_DOWN_MASK);
        Keys.on(text, WHEN_FOCUSED, back, () -> find(true));
        result.setName("found");
        add(label);
        add(text);
        add(result);
    }

    /** Finds the next line, or the one before. */
    void find(boolean isBack) {
        EntryTree.Found found = finder.apply(text.getText(), isBack);
        String words = found.of() == 0 ? Bundle.LBL_NoHit() : Bundle.LBL_Hit(found.number(), found.of());
        result.setText(text.getText().isBlank() ? "" : words);
        text.getAccessibleContext().setAccessibleDescription(result.getText());
    }

    @Override
    public boolean requestFocusInWindow() {
        text.selectAll();
        return text.requestFocusInWindow();
    }
}
