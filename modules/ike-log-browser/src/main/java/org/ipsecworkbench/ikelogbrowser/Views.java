package org.ipsecworkbench.ikelogbrowser;

import java.awt.BorderLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.workbench.Formats;
import org.openide.util.NbBundle.Messages;

/** The negotiations and the events of a window: in tabs where there are both, else that of which there are some. */
@Messages({
    "# {0} - how many",
    "TAB_Negotiations=Negotiations ({0})",
    "# {0} - how many",
    "TAB_Events=Events ({0})",
    "HINT_Events=What the events of Windows say of IPsec, also those that belong to no negotiation (Alt+S)",
    "HINT_Negotiations=What was negotiated, how it ended and why (Alt+O)"
})
final class Views extends JPanel {
    private static final long serialVersionUID = 1;

    private final JComponent negotiations;
    private final JComponent events;
    private final JTabbedPane tabs = new JTabbedPane();

    /**
     * With neither yet.
     *
     * @param chosen runs when another tab was chosen
     */
    Views(JComponent negotiations, JComponent events, Runnable chosen) {
        super(new BorderLayout());
        this.negotiations = negotiations;
        this.events = events;
        tabs.setName("views");
        // Later, since the tab moves the focus, too.
        tabs.addChangeListener(e -> SwingUtilities.invokeLater(chosen));
    }

    /** Shows that of which there are some; at least one number is not 0. */
    void show(int negotiationCount, int eventCount) {
        if (negotiationCount == 0 || eventCount == 0) {
            JComponent only = eventCount == 0 ? negotiations : events;
            if (only.getParent() != this) {
                tabs.removeAll();
                replace(only);
            }
            return;
        }
        if (tabs.getTabCount() == 0) {
            tabs.addTab("", null, negotiations, Bundle.HINT_Negotiations());
            tabs.addTab("", null, events, Bundle.HINT_Events());
            // None is that of a menu: F, E, V, T, W and H.
            tabs.setMnemonicAt(0, 'O');
            tabs.setMnemonicAt(1, 'S');
            replace(tabs);
        }
        tabs.setTitleAt(0, Bundle.TAB_Negotiations(Formats.count(negotiationCount)));
        tabs.setTitleAt(1, Bundle.TAB_Events(Formats.count(eventCount)));
    }

    private void replace(JComponent by) {
        removeAll();
        add(by, BorderLayout.CENTER);
        by.setVisible(true);
        revalidate();
        repaint();
    }

    /** Whether it is the events that are to be seen. */
    boolean areEvents() {
        return tabs.getTabCount() == 0 ? events.getParent() == this : tabs.getSelectedComponent() == events;
    }
}
