package org.ipsecworkbench.sessionexplorer;

import java.util.function.Consumer;
import javax.swing.JTextArea;
import javax.swing.Timer;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Text that is written down a moment after the last key, so that nothing is lost and not every key is a change. */
final class NoteField extends JTextArea {
    private static final long serialVersionUID = 1;
    private static final int PAUSE_MILLIS = 400;
    private static final int ROWS = 4;

    private final transient Timer timer = new Timer(PAUSE_MILLIS, e -> flush());
    private transient Consumer<String> writes = text -> {};
    private String written = "";
    private boolean isShowing;

    /**
     * Empty.
     *
     * @param name of the component
     * @param accessibleName what a screen reader calls it
     */
    NoteField(String name, String accessibleName) {
        setName(name);
        getAccessibleContext().setAccessibleName(accessibleName);
        setRows(ROWS);
        setLineWrap(true);
        setWrapStyleWord(true);
        setFocusTraversalKeys(0, null);
        setFocusTraversalKeys(1, null);
        timer.setRepeats(false);
        getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent e) {
                changed();
            }

            @Override
            public void removeUpdate(DocumentEvent e) {
                changed();
            }

            @Override
            public void changedUpdate(DocumentEvent e) {
                // A plain document has no attributes.
            }
        });
    }

    private void changed() {
        if (!isShowing) {
            timer.restart();
        }
    }

    /** Shows the text of something else, after what was typed for the former was written down. */
    void show(String text, Consumer<String> writer) {
        flush();
        writes = writer;
        written = text;
        if (!text.equals(getText())) {
            isShowing = true;
            setText(text);
            setCaretPosition(0);
            isShowing = false;
        }
    }

    /** Writes down what was typed. */
    void flush() {
        timer.stop();
        String now = getText();
        if (!now.equals(written)) {
            written = now;
            writes.accept(now);
        }
    }
}
