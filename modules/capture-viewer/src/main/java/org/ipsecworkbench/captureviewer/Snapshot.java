package org.ipsecworkbench.captureviewer;

import java.nio.file.Path;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.Coverage;
import org.jspecify.annotations.Nullable;

/**
 * How far the reading of a capture is.
 *
 * @param state the stage
 * @param file the file that is read
 * @param capture the open capture; null until it is open
 * @param coverage what was found so far; null until there is something
 * @param packets how many packets the coverage is sure to know
 * @param done bytes dealt with
 * @param total bytes of the file; 0 while unknown
 * @param failure what ended it, in words; null unless failed
 */
public record Snapshot(
        State state,
        Path file,
        @Nullable Capture capture,
        @Nullable Coverage coverage,
        long packets,
        long done,
        long total,
        @Nullable String failure) {
    /** The stages of reading. */
    public enum State {
        /** The format is being recognised, a compressed file unpacked. */
        OPENING,
        /** Packets are being read. */
        READING,
        /** Everything was read. */
        COMPLETE,
        /** The user ended it; what was read is shown. */
        CANCELLED,
        /** It could not be read. */
        FAILED;

        /** Whether more is to come. */
        public boolean running() {
            return this == OPENING || this == READING;
        }
    }
}
