package org.ipsecworkbench.sessionexplorer;

import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.util.NbBundle.Messages;

/** Shows what all evidence of the session in the selected window says happened when. */
@ActionID(category = "Session", id = "org.ipsecworkbench.sessionexplorer.ShowTimelineAction")
@ActionRegistration(displayName = "#CTL_ShowTimeline")
@ActionReferences({
    @ActionReference(path = "Menu/Session", position = 440),
    @ActionReference(path = "Session/Actions", position = 56)
})
@Messages("CTL_ShowTimeline=&Timeline")
public final class ShowTimelineAction implements ActionListener {
    private final OpenedSession session;

    /** For the session that is selected. */
    public ShowTimelineAction(OpenedSession session) {
        this.session = session;
    }

    @Override
    public void actionPerformed(ActionEvent e) {
        Sessions.views(session).ifPresent(views -> TimelineWindow.show(session, views));
    }
}
