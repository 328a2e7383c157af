package org.ipsecworkbench.session.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.session.EvidenceKind;

/**
 * Knows a kind of evidence by its content, found by {@code @ServiceProvider}; whoever has the lower position is asked first.
 * Used by several threads.
 */
public interface EvidenceReader {
    /** Bytes of a file's beginning that all readers are shown. */
    int HEAD_BYTES = 1 << 16;

    /**
     * What the file is; empty where it is nothing that this reader knows. The name of the file tells nothing.
     *
     * @param file a regular file
     * @param head its first {@link #HEAD_BYTES}, or all of it
     * @throws IOException where it cannot be read; whatever is in it is no reason
     */
    Optional<EvidenceKind> recognise(Path file, byte[] head) throws IOException;

    /**
     * What is in it, in one line for people, without a full stop; problems are counted. May read the whole file.
     *
     * @param file one that this reader recognised
     * @throws IOException where it cannot be read
     */
    String summary(Path file, ScanMonitor monitor) throws IOException;
}
