package org.ipsecworkbench.captureviewer.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.captureviewer.Snapshot;

/** Where the capture to compare with comes from. */
public interface OtherCaptures {
    /** A capture that is open in another window. */
    record Open(Path file, Coverage coverage) {
        /** What a list of captures shows. */
        @Override
        public String toString() {
            return String.valueOf(file.getFileName());
        }
    }

    /** Those that are open now, this one left out. */
    List<Open> open();

    /**
     * Reads a file in the background.
     *
     * @param listener gets how far it is, on the event thread
     * @return ends the reading
     */
    Runnable read(Path file, Consumer<Snapshot> listener);
}
