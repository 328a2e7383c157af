package org.ipsecworkbench.commandline;

import java.util.List;
import org.ipsecworkbench.capture.ScanMonitor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of a command that can read on while its file is written, and when that ends. */
final class FollowOptions {
    /** A hundred years, which nanoseconds can count. */
    private static final double FOR_EVER = 100 * 365.25 * 86_400;

    @Option(
            names = "--follow",
            description = "Read on while the file is written, and tell each change of what it shows; Ctrl+C ends it.")
    private boolean follow;

    @Option(names = "--for", paramLabel = "SECONDS", description = "With --follow: end it after so many seconds.")
    private @Nullable Double seconds;

    /** Whether to read on. */
    boolean isOn() {
        return follow;
    }

    /** Rejects what does not go together. */
    void check(CommandSpec spec, List<String> files, String what) {
        if (seconds != null && !follow) {
            throw new ParameterException(spec.commandLine(), "--for goes with --follow.");
        }
        if (follow && (files.size() != 1 || files.contains("-"))) {
            throw new ParameterException(spec.commandLine(), "--follow takes one " + what + ", and no standard input.");
        }
    }

    /** Begins now; it ends after the time that was asked for, or with Ctrl+C. */
    End begin() {
        End end = new End(seconds == null ? FOR_EVER : seconds);
        Interruption.endsOnly(end::soon);
        return end;
    }

    /** Cancels when following is over. */
    static final class End implements ScanMonitor {
        private final long start = System.nanoTime();
        private final long nanos;
        private volatile boolean ended;

        private End(double seconds) {
            nanos = (long) (seconds * 1e9);
        }

        private void soon() {
            ended = true;
        }

        @Override
        public boolean cancelled() {
            return ended || System.nanoTime() - start > nanos;
        }
    }
}
