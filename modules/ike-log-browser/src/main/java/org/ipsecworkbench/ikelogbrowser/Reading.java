package org.ipsecworkbench.ikelogbrowser;

import java.time.Duration;

/** How far the reading of a file is, and what it gave. */
sealed interface Reading {
    /**
     * It goes on.
     *
     * @param scanning whether packets are still being looked for; else their messages, lines or events are read
     * @param done bytes dealt with
     * @param total bytes of the file; 0 while that is not known
     */
    record Running(boolean scanning, long done, long total) implements Reading {}

    /**
     * It ended.
     *
     * @param said by the file, as far as it was read
     * @param cancelled whether it was ended early, so that it is about a part
     * @param notice why following ended by itself, as a sentence; else empty
     */
    record Ended(FileContents said, boolean cancelled, String notice) implements Reading {}

    /**
     * Everything was read, and what is appended will be.
     *
     * @param said by the file so far; the same object while nothing comes
     * @param lines that it has
     * @param quiet since the last one
     */
    record Following(FileContents said, long lines, Duration quiet) implements Reading {}

    /**
     * It gave nothing.
     *
     * @param why a sentence; empty where it was cancelled
     */
    record Failed(String why) implements Reading {}
}
