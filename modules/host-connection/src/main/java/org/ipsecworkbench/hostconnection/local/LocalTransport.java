package org.ipsecworkbench.hostconnection.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ipsecworkbench.hostconnection.Cancellation;
import org.ipsecworkbench.hostconnection.ConnectionException;
import org.ipsecworkbench.hostconnection.ConnectionStep;
import org.ipsecworkbench.hostconnection.Ending;
import org.ipsecworkbench.hostconnection.Failure;
import org.ipsecworkbench.hostconnection.FailureCause;
import org.ipsecworkbench.hostconnection.OutputListener;
import org.ipsecworkbench.hostconnection.RemoteCommand;
import org.ipsecworkbench.hostconnection.spi.Transport;

/** Runs each command in a process of its own. Errors and input go through files, so that no thread is needed. */
final class LocalTransport implements Transport {
    /** The environment variable that carries the command line. */
    static final String LINE = "IPSECWB_LINE";

    private static final int PIECE = 8192;

    private final List<String> shell;

    /** Runs lines by a shell that takes them from {@link #LINE}. */
    LocalTransport(List<String> shell) {
        this.shell = shell;
    }

    @Override
    public Optional<Duration> clockOffset() {
        return Optional.of(Duration.ZERO);
    }

    @Override
    public boolean isUtf8() {
        return false;
    }

    @Override
    public Ending run(RemoteCommand command, OutputListener output, Cancellation cancellation)
            throws ConnectionException {
        try {
            Path folder = Files.createTempDirectory("ipsecwb");
            Path input = folder.resolve("input");
            Path errors = folder.resolve("errors");
            try {
                Files.write(input, command.input());
                ProcessBuilder builder =
                        new ProcessBuilder(shell).redirectInput(input.toFile()).redirectError(errors.toFile());
                builder.environment().put(LINE, command.line());
                return attend(builder.start(), command.deadline(), output, cancellation, errors);
            } finally {
                Files.deleteIfExists(input);
                Files.deleteIfExists(errors);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new ConnectionException(
                    failure(FailureCause.NOT_AVAILABLE, "The command could not be started.", "See the system's log."),
                    null,
                    e);
        }
    }

    private static Ending attend(
            Process process, Duration deadline, OutputListener output, Cancellation cancellation, Path errors)
            throws IOException {
        AtomicBoolean isLate = new AtomicBoolean();
        CompletableFuture<Void> done = new CompletableFuture<>();
        CompletableFuture<Void> watch = done.orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(timeout -> {
                    isLate.set(true);
                    end(process);
                    return null;
                });
        cancellation.onCancel(() -> end(process));
        try {
            pass(process.getInputStream(), false, output);
            int exitCode = process.waitFor();
            try (InputStream in = Files.newInputStream(errors)) {
                pass(in, true, output);
            }
            if (cancellation.isCancelled()) {
                return Ending.failed(
                        failure(FailureCause.CANCELLED, "The command was cancelled.", "Run it again if it is needed."));
            }
            return isLate.get() ? Ending.failed(late(deadline)) : Ending.exited(exitCode);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Ending.failed(
                    failure(FailureCause.CANCELLED, "The workbench stopped waiting.", "Run it again if it is needed."));
        } finally {
            cancellation.onCancel(null);
            end(process);
            done.complete(null);
            watch.join();
        }
    }

    private static void pass(InputStream from, boolean isError, OutputListener output) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int n = from.read(piece); n >= 0; n = from.read(piece)) {
            output.take(isError, Arrays.copyOf(piece, n));
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static Failure late(Duration deadline) {
        return failure(
                FailureCause.TIMED_OUT,
                "The command did not end within " + deadline.toSeconds() + " seconds and was ended.",
                "Give it more time, or see what it waits for.");
    }

    private static Failure failure(FailureCause cause, String explanation, String nextStep) {
        return new Failure(ConnectionStep.SHELL, cause, explanation, nextStep);
    }

    @Override
    public void close() {
        // Each command has ended with its run.
    }
}
