package org.ipsecworkbench.workbench;

import org.ipsecworkbench.session.SessionContents;

/**
 * A view of whole sessions that can go to a place which is in no single piece of evidence, such as a finding. Registered with {@code
 * @ServiceProvider}. On the event dispatch thread.
 */
public interface SessionViewer {
    /**
     * Opens the view and goes to the place, as soon as it is there.
     *
     * @param place as a bookmark has it
     * @return whether it knows such places; nothing is opened else
     */
    boolean show(SessionContents session, String place);
}
