package org.ipsecworkbench.ike;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ScanMonitor;

/** Reads every kind of file that tells of key negotiations. What a file is says its content, never its name. */
public final class IkeFiles {
    private IkeFiles() {}

    /** Gets what a file says one by one, while it is read, on the reader's thread. */
    public interface Listener {
        /** Does nothing. */
        Listener NONE = new Listener() {};

        /** The packets of a capture are counted; its messages come next. */
        default void scanned() {}

        /** The next message of a capture. */
        default void message(SeenMessage message) {}

        /** The next event of Windows, also of those that are not about IPsec. */
        default void event(ExplainedEvent event) {}
    }

    /**
     * What a file is. What is none of the others counts as a capture: reading it as one says what is wrong with it. A pipe
     * counts as one, too, since it would lose what is read here.
     *
     * @throws IOException if the file cannot be read
     */
    public static Source.Kind kind(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Source.Kind.CAPTURE;
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (OakleyLogs.isOakley(in.readNBytes(OakleyLogs.HEAD))) {
                return Source.Kind.OAKLEY;
            }
        }
        if (IkeEvents.recognises(file)) {
            return Source.Kind.EVENTS;
        }
        return IkeWfp.recognises(file) ? Source.Kind.WFP : Source.Kind.CAPTURE;
    }

    /**
     * Reads a file from its beginning to its end, with the default limits. Not for the event thread.
     *
     * @param source what to call it; its kind says how it is read
     * @param time of the stamps of a log
     * @param keys to read the encrypted messages of a capture with
     * @param monitor may cancel; then the report is about what was read until then
     * @throws org.ipsecworkbench.capture.CaptureFormatException if it is to be read as a capture and is none
     * @throws IOException if the file cannot be read; what is damaged in it is a problem of the report
     */
    public static IkeContents read(
            Path file, Source source, LogTime time, DecryptionKeys keys, ScanMonitor monitor, Listener listener)
            throws IOException {
        return switch (source.kind()) {
            case CAPTURE -> capture(file, source, keys, monitor, listener);
            case OAKLEY -> oakley(file, source, time, monitor);
            case EVENTS ->
                events(IkeEvents.read(file, source, EventLimits.DEFAULT, IkeLimits.DEFAULT, monitor, listener::event));
            case WFP ->
                events(IkeWfp.read(file, source, EventLimits.DEFAULT, IkeLimits.DEFAULT, monitor, listener::event));
        };
    }

    private static IkeContents capture(
            Path file, Source source, DecryptionKeys keys, ScanMonitor monitor, Listener listener) throws IOException {
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, monitor)) {
            capture.scan(monitor);
            listener.scanned();
            // A monitor that was cancelled would end the second pass at once, and with it what the first one found.
            ScanMonitor second = monitor.cancelled() ? ScanMonitor.NONE : monitor;
            IkeReport report = IkeCaptures.read(capture, source, keys, IkeLimits.DEFAULT, second, listener::message);
            return new IkeContents(report, null, capture.packets());
        }
    }

    private static IkeContents oakley(Path file, Source source, LogTime time, ScanMonitor monitor) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            OakleyReport log = OakleyLogs.read(
                    in,
                    Files.size(file),
                    source,
                    time.notAfter(file),
                    time.zone(),
                    OakleyLimits.DEFAULT,
                    IkeLimits.DEFAULT,
                    monitor);
            return new IkeContents(log.report(), log, 0);
        }
    }

    private static IkeContents events(IkeReport report) {
        return new IkeContents(report, null, 0);
    }
}
