package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureFormatException;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.ScanMonitor;

/**
 * A capture that is read while another program writes it. Says the verdict on standard error each time that it has changed,
 * and on a terminal how many packets there are, until it is interrupted or its time is over.
 */
final class Following implements ScanMonitor {
    private static final int TICK_MILLIS = 500;

    private final PrintWriter err;
    private final long start = System.nanoTime();
    private final long nanos;
    private volatile boolean ended;
    private String said = "";

    /**
     * Begins now.
     *
     * @param seconds when it ends by itself
     */
    Following(PrintWriter err, double seconds) {
        this.err = err;
        nanos = (long) (seconds * 1e9);
    }

    /** Ends it soon. */
    void end() {
        ended = true;
    }

    @Override
    public boolean cancelled() {
        return ended || System.nanoTime() - start > nanos;
    }

    /**
     * Reads until the end.
     *
     * @throws IOException if the file cannot be read, or not be followed
     */
    Coverage follow(Path file) throws IOException {
        try (Capture capture = Capture.openToFollow(file, CaptureLimits.DEFAULT, this)) {
            if (!capture.whyNotFollowed().isEmpty()) {
                throw new CaptureFormatException(file + ": " + capture.whyNotFollowed());
            }
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> capture.follow(this));
            long packets = 0;
            while (!isOver(reading)) {
                if (capture.packets() != packets) {
                    packets = capture.packets();
                    say(capture.coverage());
                }
                status(String.format(Locale.ROOT, "%s: following, %,d packets; Ctrl+C ends it", file, packets));
            }
            status("");
            return capture.coverage();
        }
    }

    private static boolean isOver(CompletableFuture<Void> reading) {
        try {
            reading.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void say(Coverage coverage) {
        String verdict = coverage.verdict().label();
        if (!verdict.equals(said)) {
            said = verdict;
            status("");
            String why = coverage.reasons().isEmpty()
                    ? ""
                    : ". " + coverage.reasons().get(0);
            err.println(String.format(Locale.ROOT, "After %,d packets: %s%s", coverage.packets(), verdict, why));
        }
    }

    /** Puts a line in the place of the one before. */
    private static void status(String line) {
        if (Terminal.isError()) {
            System.err.print("\r\u001b[K" + line);
            System.err.flush();
        }
    }
}
