package org.ipsecworkbench.commandline;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureFormatException;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.EventLimits;
import org.ipsecworkbench.ike.IkeCaptures;
import org.ipsecworkbench.ike.IkeEvents;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.IkeWfp;
import org.ipsecworkbench.ike.OakleyLimits;
import org.ipsecworkbench.ike.OakleyLogs;
import org.ipsecworkbench.ike.OakleyReport;
import org.ipsecworkbench.ike.SeenMessage;
import org.ipsecworkbench.ike.Source;
import org.jspecify.annotations.Nullable;

/** A file whose negotiations are asked for: what it is, told by its content, and what it says. */
final class IkeInput implements Closeable {
    /**
     * What a file says.
     *
     * @param name as it was given
     * @param report null where it could not be read
     * @param log what only a log has; null where it is none
     * @param error why it could not be read; else empty
     */
    record Result(
            String name,
            @Nullable IkeReport report,
            @Nullable OakleyReport log,
            String error) {
        static Result failed(String name, String error) {
            return new Result(name, null, null, error);
        }

        /** The same with some negotiations moved. */
        Result with(IkeReport merged) {
            return new Result(name, merged, log, error);
        }
    }

    /**
     * How the stamps of a log are to be read.
     *
     * @param zone of the host that wrote it
     * @param year of its last line; 0 is that of the file's time
     */
    record LogTime(ZoneId zone, int year) {}

    private final String name;
    private final @Nullable InputFile file;
    private final String error;
    private final Source source;

    private IkeInput(String name, @Nullable InputFile file, String error, Source.Kind kind) {
        this.name = name;
        this.file = file;
        this.error = error;
        source = new Source(name, kind);
    }

    static IkeInput open(String name) {
        try {
            InputFile file = InputFile.of(name);
            return new IkeInput(name, file, "", kind(file));
        } catch (IOException e) {
            return new IkeInput(name, null, Messages.of(e), Source.Kind.CAPTURE);
        }
    }

    private static Source.Kind kind(InputFile file) {
        // A pipe would lose what is read here.
        if (!Files.isRegularFile(file.path())) {
            return Source.Kind.CAPTURE;
        }
        try (InputStream in = Files.newInputStream(file.path())) {
            if (OakleyLogs.isOakley(in.readNBytes(OakleyLogs.HEAD))) {
                return Source.Kind.OAKLEY;
            }
            if (IkeEvents.recognises(file.path())) {
                return Source.Kind.EVENTS;
            }
            return IkeWfp.recognises(file.path()) ? Source.Kind.WFP : Source.Kind.CAPTURE;
        } catch (IOException e) {
            // Reading it as a capture says what is wrong with it.
            return Source.Kind.CAPTURE;
        }
    }

    String name() {
        return name;
    }

    /** Whether it is what a host wrote of its negotiations, and no capture. */
    boolean isLog() {
        return source.kind() != Source.Kind.CAPTURE;
    }

    /** Reads it; messages of a capture are handed out in their order. */
    Result read(LogTime time, DecryptionKeys keys, Consumer<SeenMessage> messages) {
        if (file == null) {
            return Result.failed(name, error);
        }
        try (ProgressLine progress = new ProgressLine(name)) {
            return switch (source.kind()) {
                case OAKLEY -> log(file, time, progress);
                case EVENTS ->
                    events(IkeEvents.read(file.path(), source, EventLimits.DEFAULT, IkeLimits.DEFAULT, event -> {}));
                case WFP ->
                    events(IkeWfp.read(file.path(), source, EventLimits.DEFAULT, IkeLimits.DEFAULT, event -> {}));
                default -> capture(file, keys, messages, progress);
            };
        } catch (CaptureFormatException e) {
            return Result.failed(
                    name,
                    file.named(Messages.of(e)) + " Nor is it an Oakley.log, a file of events, or one of netsh wfp.");
        } catch (IOException e) {
            return Result.failed(name, file.named(Messages.of(e)));
        }
    }

    private Result capture(InputFile input, DecryptionKeys keys, Consumer<SeenMessage> messages, ProgressLine progress)
            throws IOException {
        try (Capture capture = Capture.open(input.path(), CaptureLimits.DEFAULT, progress)) {
            capture.scan(progress);
            IkeReport report = IkeCaptures.read(capture, source, keys, IkeLimits.DEFAULT, progress, messages);
            return new Result(name, report, null, "");
        }
    }

    private Result events(IkeReport report) {
        return new Result(name, report, null, "");
    }

    private Result log(InputFile input, LogTime time, ProgressLine progress) throws IOException {
        LocalDate notAfter = time.year == 0
                ? LocalDate.ofInstant(Files.getLastModifiedTime(input.path()).toInstant(), time.zone)
                : LocalDate.of(time.year, 12, 31);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(input.path()))) {
            OakleyReport log = OakleyLogs.read(
                    in,
                    Files.size(input.path()),
                    source,
                    notAfter,
                    time.zone,
                    OakleyLimits.DEFAULT,
                    IkeLimits.DEFAULT,
                    progress);
            return new Result(name, log.report(), log, "");
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
