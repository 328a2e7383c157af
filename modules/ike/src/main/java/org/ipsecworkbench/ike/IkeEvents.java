package org.ipsecworkbench.ike;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.events.EventFiles;
import org.ipsecworkbench.ike.events.EventForm;

/** Reads events of Windows from files, says what they mean for IPsec, and what they add up to. */
public final class IkeEvents {
    private IkeEvents() {}

    /** Whether a file looks like one of events: XML, a binary log, a table, a copy from Event Viewer, or Snare lines. */
    public static boolean recognises(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return EventForm.of(in.readNBytes(EventForm.HEAD)) != EventForm.NONE;
        }
    }

    /** Whether text or bytes that begin like this look like events, as {@link #recognises(Path)} does; 64 kB are enough. */
    public static boolean recognises(byte[] head) {
        return EventForm.of(head) != EventForm.NONE;
    }

    /**
     * Reads a file of any size; memory does not grow with it. Not for the event thread.
     *
     * @param source what to call it; its kind is {@link Source.Kind#EVENTS}
     * @param monitor may cancel; then the report is about what was read until then, and its end may count as damage
     * @param events gets every event in the order of the file, on the caller's thread, also those that are not of IPsec
     * @return the negotiations; its messages are the events
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
        return EventFiles.read(file, source, limits, ikeLimits, monitor, events);
    }

    /**
     * Reads events from elsewhere than a file, such as what a host answered.
     *
     * @param in in any of the forms; is not closed
     * @param source what to call it; its kind is {@link Source.Kind#EVENTS}
     * @param events gets every event in the order of the input, on the caller's thread
     * @throws IOException if the input cannot be read; what is damaged in it is a problem of the report
     */
    public static IkeReport read(
            InputStream in, Source source, EventLimits limits, IkeLimits ikeLimits, Consumer<ExplainedEvent> events)
            throws IOException {
        return EventFiles.read(in, source, limits, ikeLimits, events);
    }
}
