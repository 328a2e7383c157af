package org.ipsecworkbench.workbench;

import java.nio.file.Path;

/**
 * The view that shows the packets of captures. It registers itself with {@code @ServiceProvider}, and other views find it in
 * {@code Lookup.getDefault()}, so that views need not know one another.
 */
public interface PacketViewer {
    /**
     * Brings the window of a capture to the front, or opens one, and selects a packet in it, as soon as it is read. On the
     * event dispatch thread.
     *
     * @param capture an absolute file
     * @param packet its number, from 1
     */
    void show(Path capture, long packet);
}
