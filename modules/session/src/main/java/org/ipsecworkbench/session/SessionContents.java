package org.ipsecworkbench.session;

import java.io.Closeable;
import java.util.List;
import org.ipsecworkbench.capture.Problem;

/** A session whose evidence can be read. May be used by several threads. */
public interface SessionContents extends Closeable {
    /** What the session says there is. */
    Session session();

    /** What is wrong with the session, as far as it is known by now: hashes are compared when evidence is read. */
    List<Problem> problems();

    /** The evidence of an item, of which nothing is read yet. */
    Evidence evidence(EvidenceItem item);
}
