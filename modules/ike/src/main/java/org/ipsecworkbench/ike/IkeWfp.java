package org.ipsecworkbench.ike;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.wfp.WfpFiles;

/** Reads what the Windows Filtering Platform lists and logs of negotiations and SAs. */
public final class IkeWfp {
    private IkeWfp() {}

    /** Whether a file looks like one of {@code netsh wfp}, or a cabinet, in which {@code wfpdiag.xml} is looked for. */
    public static boolean recognises(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return WfpFiles.recognises(in.readNBytes(WfpFiles.HEAD));
        }
    }

    /** Whether text that begins like this looks like XML of {@code netsh wfp}, or bytes like a cabinet; 64 kB are enough. */
    public static boolean recognises(byte[] head) {
        return WfpFiles.recognises(head);
    }

    /**
     * Reads a file of any size; memory does not grow with it. A cabinet is unpacked to a temporary file. Not for the event
     * thread.
     *
     * @param source what to call it; its kind is {@link Source.Kind#WFP}
     * @param monitor may cancel; then the report is about what was read until then, and its end may count as damage
     * @param events gets every entry that tells of negotiations, SAs or dropped packets, in the order of the file, on the
     *     caller's thread; those without a number of their own have the event ID 0
     * @return the negotiations; its messages are those entries
     * @throws IOException if the file cannot be read; what is damaged in it is a problem of the report
     */
    public static IkeReport read(
            Path file,
            Source source,
            EventLimits limits,
            IkeLimits ikeLimits,
            ScanMonitor monitor,
            Consumer<ExplainedEvent> events)
            throws IOException {
        return WfpFiles.read(file, source, limits, ikeLimits, monitor, events);
    }

    /**
     * Reads XML from elsewhere than a file, such as what a host answered; no cabinet.
     *
     * @param in is not closed
     * @param source what to call it; its kind is {@link Source.Kind#WFP}
     * @param events gets every entry in the order of the input, on the caller's thread
     * @throws IOException if the input cannot be read; what is damaged in it is a problem of the report
     */
    public static IkeReport read(
            InputStream in, Source source, EventLimits limits, IkeLimits ikeLimits, Consumer<ExplainedEvent> events)
            throws IOException {
        return WfpFiles.read(in, source, limits, ikeLimits, events);
    }
}
