package org.ipsecworkbench.ikelogbrowser;

import org.ipsecworkbench.ike.IkeReport;

/** How far the reading of a file is, and what it gave. */
sealed interface Reading {
    /**
     * It goes on.
     *
     * @param scanning whether packets are still being looked for; else their messages are read
     * @param done bytes dealt with
     * @param total bytes of the file; 0 while that is not known
     */
    record Running(boolean scanning, long done, long total) implements Reading {}

    /**
     * It ended.
     *
     * @param packets of the capture, as far as it was read
     * @param cancelled whether it was ended early, so that the report is about a part
     */
    record Ended(IkeReport report, long packets, boolean cancelled) implements Reading {}

    /**
     * It gave nothing.
     *
     * @param why a sentence; empty where it was cancelled
     */
    record Failed(String why) implements Reading {}
}
