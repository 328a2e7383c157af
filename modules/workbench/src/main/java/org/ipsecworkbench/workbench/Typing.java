package org.ipsecworkbench.workbench;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;

/** Runs something whenever the text of a field is another one, by typing or otherwise. */
public final class Typing implements DocumentListener {
    private final Runnable changed;

    private Typing(Runnable changed) {
        this.changed = changed;
    }

    /** Begins to listen to a field. */
    public static void in(JTextComponent field, Runnable changed) {
        field.getDocument().addDocumentListener(new Typing(changed));
    }

    @Override
    public void insertUpdate(DocumentEvent e) {
        changed.run();
    }

    @Override
    public void removeUpdate(DocumentEvent e) {
        changed.run();
    }

    @Override
    public void changedUpdate(DocumentEvent e) {
        // Only attributes of the text, which a plain field has none of.
    }
}
