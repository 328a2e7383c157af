package org.ipsecworkbench.capture.spi;

import java.io.IOException;
import java.io.OutputStream;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.capture.ScanMonitor;

/**
 * A capture format whose files may hold packets otherwise than they were on the wire: in pieces, or compressed.
 *
 * <p>Such a file is written anew once, to a temporary file that {@link #open} reads in place. It is registered like any
 * other format, with {@code @ServiceProvider(service = CaptureFormat.class)}.
 */
public interface PackedCaptureFormat extends CaptureFormat {
    /** Whether a file that {@link #recognises} accepted has to be unpacked before {@link #open}. */
    boolean isPacked(CaptureSource source);

    /**
     * Writes what {@link #open} can read in place. Ends early and keeps what was written where the monitor says that the
     * user cancelled.
     *
     * @param source the packed file
     * @param out buffered; throws when {@link CaptureLimits#maxDecompressedBytes} were written, which the caller reports
     * @param problems where damage is reported
     * @return how many records were left out because they are further copies of packets that were written
     * @throws IOException if writing fails; damage is a problem, not an exception
     */
    long unpack(CaptureSource source, OutputStream out, CaptureLimits limits, ProblemLog problems, ScanMonitor monitor)
            throws IOException;
}
