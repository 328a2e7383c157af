package org.ipsecworkbench.captureviewer.details;

import java.util.List;
import org.ipsecworkbench.capture.Detail;

/** Where the details of packets come from. Called off the event thread. */
public interface DetailSource {
    /** The tree of a packet. */
    List<Detail> details(long packet);

    /** Its captured bytes; a copy. */
    byte[] bytes(long packet);
}
