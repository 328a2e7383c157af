package org.ipsecworkbench.workbench;

import java.io.IOException;
import org.ipsecworkbench.session.SessionWorkspace;

/** What a window has collected and a session can keep; in its Lookup, by which <i>Keep in Session</i> finds it. */
public interface Keepable {
    /** What a session of it alone is called. */
    String title();

    /** Adds all that was collected to a session. Reads and writes files; not on the event dispatch thread. */
    void keepIn(SessionWorkspace session) throws IOException;
}
