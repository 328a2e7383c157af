package org.ipsecworkbench.capture.live;

import java.time.Duration;

/**
 * What became of the packets so far.
 *
 * @param packets packets that were written
 * @param bytes bytes that were written, over all files of a ring, with their headers
 * @param dropped packets that passed the filter and were lost because the buffer was full. Linux counts a packet on the
 *     loopback interface twice, since it leaves and arrives there
 * @param droppedByInterface packets that the interface or its driver lost; 0 where the system does not tell
 * @param elapsed time since the start
 */
public record LiveStatistics(long packets, long bytes, long dropped, long droppedByInterface, Duration elapsed) {
    /** Packets that are missing from the files, wherever they were lost. */
    public long lost() {
        return dropped + droppedByInterface;
    }
}
