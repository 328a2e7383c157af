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
import org.ipsecworkbench.ike.IkeCaptures;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeReport;
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
    private final boolean isLog;

    private IkeInput(String name, @Nullable InputFile file, String error, boolean isLog) {
        this.name = name;
        this.file = file;
        this.error = error;
        this.isLog = isLog;
    }

    static IkeInput open(String name) {
        try {
            InputFile file = InputFile.of(name);
            return new IkeInput(name, file, "", isLog(file));
        } catch (IOException e) {
            return new IkeInput(name, null, Messages.of(e), false);
        }
    }

    private static boolean isLog(InputFile file) {
        // A pipe would lose what is read here.
        if (!Files.isRegularFile(file.path())) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file.path())) {
            return OakleyLogs.isOakley(in.readNBytes(OakleyLogs.HEAD));
        } catch (IOException e) {
            // Reading it as a capture says what is wrong with it.
            return false;
        }
    }

    String name() {
        return name;
    }

    boolean isLog() {
        return isLog;
    }

    /** Reads it; messages of a capture are handed out in their order. */
    Result read(LogTime time, Consumer<SeenMessage> messages) {
        if (file == null) {
            return Result.failed(name, error);
        }
        try (ProgressLine progress = new ProgressLine(name)) {
            return isLog ? log(file, time, progress) : capture(file, messages, progress);
        } catch (CaptureFormatException e) {
            return Result.failed(name, file.named(Messages.of(e)) + " It is no Oakley.log either.");
        } catch (IOException e) {
            return Result.failed(name, file.named(Messages.of(e)));
        }
    }

    private Result capture(InputFile input, Consumer<SeenMessage> messages, ProgressLine progress) throws IOException {
        try (Capture capture = Capture.open(input.path(), CaptureLimits.DEFAULT, progress)) {
            capture.scan(progress);
            Source source = new Source(name, Source.Kind.CAPTURE);
            IkeReport report = IkeCaptures.read(capture, source, IkeLimits.DEFAULT, progress, messages);
            return new Result(name, report, null, "");
        }
    }

    private Result log(InputFile input, LogTime time, ProgressLine progress) throws IOException {
        LocalDate notAfter = time.year == 0
                ? LocalDate.ofInstant(Files.getLastModifiedTime(input.path()).toInstant(), time.zone)
                : LocalDate.of(time.year, 12, 31);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(input.path()))) {
            OakleyReport log = OakleyLogs.read(
                    in,
                    Files.size(input.path()),
                    new Source(name, Source.Kind.OAKLEY),
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
