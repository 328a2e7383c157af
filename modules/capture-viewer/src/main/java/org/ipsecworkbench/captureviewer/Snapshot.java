package org.ipsecworkbench.captureviewer;

import java.nio.file.Path;
import java.time.Duration;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Problem;
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
 * @param growth whether more is to come
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
        Growth growth,
        @Nullable String failure) {
    /** The stages of reading. */
    public enum State {
        /** The format is being recognised, a compressed file unpacked. */
        OPENING,
        /** Packets are being read. */
        READING,
        /** Everything was read, and what is appended will be. */
        FOLLOWING,
        /** Everything was read. */
        COMPLETE,
        /** The user ended it; what was read is shown. */
        CANCELLED,
        /** It could not be read. */
        FAILED;

        /** Whether more is to come. */
        public boolean running() {
            return this == OPENING || this == READING || this == FOLLOWING;
        }
    }

    /**
     * What is known of the file's growth.
     *
     * @param whyNot why it cannot be followed, as a sentence; empty where it can
     * @param unfinished what is no damage where the file is still being written, as it seems to be; null where it does not
     *     end in the middle of something
     * @param writing whether the file seems to be still being written, so that following it is worth a hint
     * @param quiet how long no packet has come, while it is followed
     */
    public record Growth(String whyNot, @Nullable Problem unfinished, boolean writing, Duration quiet) {
        /** Nothing is known yet. */
        static final Growth UNKNOWN = new Growth("", null, false, Duration.ZERO);
    }
}
