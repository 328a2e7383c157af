package org.ipsecworkbench.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.hostconnection.TranscriptFile;

/** The content of an item, as it was taken. Nothing is read before it is asked for. May be used by several threads. */
public interface Evidence {
    /** What it is the content of. */
    EvidenceItem item();

    /**
     * The bytes from the first on; the caller closes. Once the end is reached, a size or hash that is not that of the item is a
     * problem of the session.
     *
     * @throws IOException where it is missing, refused by a limit, or cannot be read, with a message for people
     */
    InputStream open() throws IOException;

    /**
     * The bytes as a file, which nobody is to change and which is there until the session is closed. What lies in a saved session
     * is unpacked to a temporary file the first time, which takes as long as writing it does.
     *
     * @throws IOException as {@link #open} does
     */
    Path file() throws IOException;

    /**
     * The command that was run and what it printed, of an item whose kind {@link EvidenceKind#isTranscript}.
     *
     * @throws IOException as {@link #open} does, and where the bytes are no transcript
     */
    default Transcript transcript() throws IOException {
        try (InputStream in = open()) {
            return TranscriptFile.read(in, item().name());
        }
    }
}
