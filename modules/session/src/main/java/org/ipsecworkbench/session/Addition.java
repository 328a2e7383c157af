package org.ipsecworkbench.session;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Evidence that {@link SessionWorkspace#addAll} adds together with other one.
 *
 * @param kind which sort of evidence it is
 * @param host whose it is; empty where it is of no host
 * @param name what it was there
 * @param takenAt null where that is not known
 * @param content is opened when its turn comes, so that not all of it has to be in memory
 */
public record Addition(
        EvidenceKind kind,
        String host,
        String name,
        @Nullable Instant takenAt,
        Content content) {
    /** Bytes that are kept nowhere else. */
    @FunctionalInterface
    public interface Content {
        /** From the first byte on; whoever opens it reads it to its end and closes it. */
        InputStream open() throws IOException;
    }
}
