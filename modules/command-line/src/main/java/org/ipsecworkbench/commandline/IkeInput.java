package org.ipsecworkbench.commandline;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;
import org.ipsecworkbench.capture.CaptureFormatException;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.IkeContents;
import org.ipsecworkbench.ike.IkeFiles;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.LogTime;
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
        static Result of(String name, IkeContents contents) {
            return new Result(name, contents.report(), contents.log(), "");
        }

        static Result failed(String name, String error) {
            return new Result(name, null, null, error);
        }

        /** The same with some negotiations moved. */
        Result with(IkeReport merged) {
            return new Result(name, merged, log, error);
        }
    }

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
        try {
            return IkeFiles.kind(file.path());
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

    /**
     * Reads it; messages of a capture are handed out in their order.
     *
     * @param following reads on while it is written; null where it is read as it is
     */
    Result read(LogTime time, DecryptionKeys keys, Consumer<SeenMessage> messages, @Nullable IkeFollowing following) {
        if (file == null) {
            return Result.failed(name, error);
        }
        try {
            IkeContents contents = following == null
                    ? whole(file, time, keys, messages)
                    : following.follow(file.path(), source, time, keys, messages);
            return Result.of(name, contents);
        } catch (CaptureFormatException e) {
            String neither =
                    following == null ? " Nor is it an Oakley.log, a file of events, or one of netsh wfp." : "";
            return Result.failed(name, file.named(Messages.of(e)) + neither);
        } catch (IOException e) {
            return Result.failed(name, file.named(Messages.of(e)));
        }
    }

    private IkeContents whole(InputFile file, LogTime time, DecryptionKeys keys, Consumer<SeenMessage> messages)
            throws IOException {
        try (ProgressLine progress = new ProgressLine(name)) {
            IkeFiles.Listener listener = new IkeFiles.Listener() {
                @Override
                public void message(SeenMessage message) {
                    messages.accept(message);
                }
            };
            return IkeFiles.read(file.path(), source, time, keys, progress, listener);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
