package org.ipsecworkbench.workbench;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Gives components keys. */
public final class Keys {
    private Keys() {}

    /**
     * Runs something when a key is pressed.
     *
     * @param condition when it counts, one of the {@code WHEN_} constants of {@link JComponent}
     */
    public static void on(JComponent component, int condition, KeyStroke key, Runnable does) {
        component.getInputMap(condition).put(key, key);
        component.getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                does.run();
            }
        });
    }
}
