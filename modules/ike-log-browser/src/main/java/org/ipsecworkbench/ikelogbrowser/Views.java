package org.ipsecworkbench.ikelogbrowser;

import java.awt.BorderLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.ikelogbrowser.event.EventView;
import org.ipsecworkbench.ikelogbrowser.event.SeenEvent;
import org.ipsecworkbench.workbench.Formats;
import org.jspecify.annotations.Nullable;
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
    private final JTabbedPane tabs = new JTabbedPane();
    /** Made when there are events: most files have none, and a view costs a moment. */
    private @Nullable EventView events;

    /**
     * With neither yet.
     *
     * @param chosen runs when another tab was chosen
     */
    Views(JComponent negotiations, Runnable chosen) {
        super(new BorderLayout());
        this.negotiations = negotiations;
        tabs.setName("views");
        // Later, since the tab moves the focus, too.
        tabs.addChangeListener(e -> SwingUtilities.invokeLater(chosen));
    }

    /** Shows that of which there are some; false where there are neither negotiations nor events. */
    boolean show(Gathered all) {
        int negotiationCount = all.report().negotiations().size();
        int eventCount = all.events().size();
        if (eventCount == 0) {
            showOnly(negotiations);
            return negotiationCount > 0;
        }
        EventView view = events == null ? new EventView() : events;
        events = view;
        view.show(all.events(), all.lostEvents());
        if (negotiationCount == 0) {
            showOnly(view);
            return true;
        }
        if (tabs.getTabCount() == 0) {
            tabs.addTab("", null, negotiations, Bundle.HINT_Negotiations());
            tabs.addTab("", null, view, Bundle.HINT_Events());
            // None is that of a menu: F, E, V, T, W and H.
            tabs.setMnemonicAt(0, 'O');
            tabs.setMnemonicAt(1, 'S');
            replace(tabs);
        }
        tabs.setTitleAt(0, Bundle.TAB_Negotiations(Formats.count(negotiationCount)));
        tabs.setTitleAt(1, Bundle.TAB_Events(Formats.count(eventCount)));
        return true;
    }

    private void showOnly(JComponent one) {
        if (one.getParent() != this) {
            tabs.removeAll();
            replace(one);
        }
    }

    private void replace(JComponent by) {
        removeAll();
        add(by, BorderLayout.CENTER);
        // A tab that was not chosen is invisible.
        by.setVisible(true);
        revalidate();
        repaint();
    }

    /** The events, where they are to be seen and not the negotiations; else null. */
    @Nullable
    EventView events() {
        boolean areEvents = events != null
                && (tabs.getTabCount() == 0 ? events.getParent() == this : tabs.getSelectedComponent() == events);
        return areEvents ? events : null;
    }

    /** Goes to the negotiations, where there are events, too. */
    void showNegotiations() {
        if (tabs.getTabCount() > 0) {
            tabs.setSelectedComponent(negotiations);
        }
    }

    /** Goes to one of the events that are shown. */
    void select(SeenEvent one) {
        if (events != null) {
            if (tabs.getTabCount() > 0) {
                tabs.setSelectedComponent(events);
            }
            events.select(one);
        }
    }

    /** Writes the times of events anew, after another zone was chosen. */
    void showTimes() {
        if (events != null) {
            events.showTimes();
        }
    }

    /** Ends what runs in the background. */
    void close() {
        if (events != null) {
            events.close();
        }
    }
}
