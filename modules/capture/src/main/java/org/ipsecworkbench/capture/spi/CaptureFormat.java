package org.ipsecworkbench.capture.spi;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ProblemLog;

/**
 * One capture file format. Register an implementation with {@code @ServiceProvider(service = CaptureFormat.class)}.
 *
 * <p>A format knows records: where each packet's bytes lie, when it was captured and what its link layer is. What is
 * inside a packet is none of its business. Implementations are stateless; the state of reading a file is in the {@link
 * RecordReader}.
 */
public interface CaptureFormat {
    /** How many bytes of the beginning {@link #recognises} may see. */
    int HEAD_BYTES = 4096;

    /** The name in reports and JSON, such as {@code pcapng}; lower case, never changes. */
    String key();

    /** The name for people, such as {@code Wireshark pcapng}. */
    String label();

    /**
     * Whether a file is of this format, by its content alone.
     *
     * @param head the file's first bytes, at most {@link #HEAD_BYTES}, big endian; read by absolute index
     */
    boolean recognises(ByteBuffer head);

    /**
     * Starts to read a file that {@link #recognises} accepted.
     *
     * @param source the file's bytes
     * @param limits what may be believed
     * @param problems where damage is reported
     * @throws IOException if reading fails; damage is a problem, not an exception
     */
    RecordReader open(CaptureSource source, CaptureLimits limits, ProblemLog problems) throws IOException;
}
