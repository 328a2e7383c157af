package org.ipsecworkbench.sessionexplorer;

import java.util.List;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JToolBar;
import org.openide.awt.Mnemonics;
import org.openide.util.ContextAwareAction;
import org.openide.util.Lookup;
import org.openide.util.Utilities;

/** What can be done with a session: the actions that modules have registered for it, as buttons. */
final class SessionBar extends JToolBar {
    static final String ACTIONS = "Session/Actions";

    private static final long serialVersionUID = 1;

    /** For the session in the Lookup of its window. */
    SessionBar(Lookup window) {
        setFloatable(false);
        setBorder(BorderFactory.createEmptyBorder(3, 10, 3, 10));
        List<? extends Action> actions = Utilities.actionsForPath(ACTIONS);
        for (Action action : actions) {
            if (action == null) {
                addSeparator();
                continue;
            }
            Action own = action instanceof ContextAwareAction aware ? aware.createContextAwareInstance(window) : action;
            JButton button = new JButton(own);
            String words = String.valueOf(own.getValue(Action.NAME));
            Mnemonics.setLocalizedText(button, words);
            button.setName(words.replace("&", "").replace("…", ""));
            button.setFocusable(true);
            add(button);
        }
    }
}
