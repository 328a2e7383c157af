package org.ipsecworkbench.ikelogbrowser.raw;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import org.ipsecworkbench.workbench.Typing;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle.Messages;

/** The field of what is looked for, with the buttons to the one before and the next, and how many there are. */
@Messages({
    "LBL_FindLines=Fi&nd:",
    "HINT_FindLines=Text in any case (Ctrl+F). Enter goes to the next place with it, Shift+Enter to the one before.",
    "CTL_NextLine=Next",
    "CTL_PreviousLine=Previous",
    "HINT_NextLine=Next place with it (F3)",
    "HINT_PreviousLine=Previous place with it (Shift+F3)"
})
public final class FindBar extends JPanel {
    private static final long serialVersionUID = 1;
    /** Time after the last key until the search begins. */
    private static final int PAUSE_MILLIS = 300;

    private final JTextField field = new JTextField();
    private final JLabel told = new JLabel();
    private final JButton next;
    private final JButton previous;
    private final transient Search search;
    private final Timer pause = new Timer(PAUSE_MILLIS, e -> begin());
    private String searched = "";

    /** What the bar asks for. */
    public interface Search {
        /** Looks for words; none where they are empty. */
        void find(String words);

        /** Goes to the next line with them, or to the one before. */
        void go(boolean forward);

        /** Gives the focus back. */
        void leave();
    }

    /**
     * Empty.
     *
     * @param where it searches, for the empty field
     */
    public FindBar(Search search, String where) {
        super(new BorderLayout(8, 0));
        this.search = search;
        setBorder(BorderFactory.createEmptyBorder(4, 8, 4, 8));
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, Bundle.LBL_FindLines());
        label.setLabelFor(field);
        field.setName("findLines");
        field.setToolTipText(Bundle.HINT_FindLines());
        field.putClientProperty("JTextField.placeholderText", where);
        field.putClientProperty("JTextField.showClearButton", true);
        told.setName("foundLines");
        pause.setRepeats(false);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 6, 0));
        buttons.setOpaque(false);
        buttons.add(told);
        previous = button(buttons, "previousLine", Bundle.CTL_PreviousLine(), Bundle.HINT_PreviousLine(), false);
        next = button(buttons, "nextLine", Bundle.CTL_NextLine(), Bundle.HINT_NextLine(), true);
        add(label, BorderLayout.WEST);
        add(field, BorderLayout.CENTER);
        add(buttons, BorderLayout.EAST);
        Typing.in(field, pause::restart);
        key(field, KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), () -> step(true));
        key(field, KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, InputEvent.SHIFT_DOWN_MASK), () -> step(false));
        key(field, KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), search::leave);
        found("", false);
    }

    private JButton button(JPanel into, String name, String text, String hint, boolean forward) {
        JButton button = new JButton(text);
        button.setName(name);
        button.setToolTipText(hint);
        button.addActionListener(e -> step(forward));
        into.add(button);
        return button;
    }

    /** Lets a key do something where the focus is in a component or inside it. */
    private static void key(JComponent component, KeyStroke key, Runnable does) {
        component.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(key, key);
        component.getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                does.run();
            }
        });
    }

    /** Lets F3 and Shift+F3 go on where the focus is in a component or inside it. */
    public void stepByKeys(JComponent component) {
        key(component, KeyStroke.getKeyStroke(KeyEvent.VK_F3, 0), () -> step(true));
        key(component, KeyStroke.getKeyStroke(KeyEvent.VK_F3, InputEvent.SHIFT_DOWN_MASK), () -> step(false));
    }

    /** Moves the focus to the field. */
    public void focusField() {
        field.requestFocusInWindow();
        field.selectAll();
    }

    /** Goes on, or begins where other words were typed. */
    void step(boolean forward) {
        if (!field.getText().equals(searched)) {
            begin();
        } else if (!searched.isEmpty()) {
            search.go(forward);
        }
    }

    private void begin() {
        pause.stop();
        if (!field.getText().equals(searched)) {
            searched = field.getText();
            search.find(searched);
        }
    }

    /** Says what was found. */
    public void found(String words, boolean any) {
        told.setText(words);
        next.setEnabled(any);
        previous.setEnabled(any);
    }
}
