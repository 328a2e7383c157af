package org.ipsecworkbench.ike;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.oakley.LogInput;
import org.ipsecworkbench.ike.oakley.OakleyReader;
import org.ipsecworkbench.ike.oakley.Recognition;

/**
 * Reads the negotiations of Oakley.log, which IKE of Windows 2000, XP and 2003 writes.
 *
 * <p>No specification of it was ever published, and no real log was at hand: the lines are known from descriptions. So what
 * is not recognised is kept where it stands, and nothing of it is an error.
 */
public final class OakleyLogs {
    /** Bytes at the beginning of a file that {@link #isOakley} wants to see. */
    public static final int HEAD = 16_384;

    private OakleyLogs() {}

    /** Whether a file that begins with these bytes is an Oakley.log; tells by the stamps of its lines. */
    public static boolean isOakley(byte[] head) {
        try {
            return Recognition.isOakley(LogInput.open(new ByteArrayInputStream(head)));
        } catch (IOException e) {
            throw new IllegalStateException("memory was read", e);
        }
    }

    /**
     * Reads a log from its beginning to its end, also one that is still being written. Some 200 MB per second; not for the
     * event thread.
     *
     * @param in ANSI or UTF-8, or UTF-16 with its mark; is not closed
     * @param size bytes to come, for the monitor alone
     * @param source what to call it
     * @param notAfter a day before which, or on which, the last line was written, such as that of the file's time: the lines
     *     have no year
     * @param zone of the host that wrote it: the lines have local time
     * @param monitor may cancel; then the report is about what was read until then
     * @throws IOException if the input cannot be read
     */
    public static OakleyReport read(
            InputStream in,
            long size,
            Source source,
            LocalDate notAfter,
            ZoneId zone,
            OakleyLimits limits,
            IkeLimits ikeLimits,
            ScanMonitor monitor)
            throws IOException {
        OakleyReader reader = new OakleyReader(LogInput.open(in), source, limits, ikeLimits);
        reader.read(size, monitor);
        return reader.report(notAfter, zone);
    }
}
