package org.ipsecworkbench.commandline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureFormatException;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ScanMonitor;

/** A capture that is read while another program writes it; a terminal shows how many packets there are. */
final class CaptureFollowing {
    private static final int TICK_MILLIS = 500;

    private CaptureFollowing() {}

    /** What is done with the capture; on the caller's thread. */
    interface Use<T> {
        /** Packets have come. */
        void grown(Capture capture) throws IOException;

        /** No more will come. */
        T result(Capture capture) throws IOException;
    }

    /**
     * Reads until the end.
     *
     * @throws IOException if the file cannot be read, or not be followed
     */
    static <T> T follow(Path file, ScanMonitor end, Use<T> use) throws IOException {
        try (Capture capture = Capture.openToFollow(file, CaptureLimits.DEFAULT, end)) {
            if (!capture.whyNotFollowed().isEmpty()) {
                throw new CaptureFormatException(file + ": " + capture.whyNotFollowed());
            }
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> capture.follow(end));
            long packets = 0;
            long took = 0;
            // What is costly to tell is told more rarely.
            while (!isOver(reading, Math.max(TICK_MILLIS, 4 * took))) {
                if (capture.packets() != packets) {
                    packets = capture.packets();
                    long began = System.nanoTime();
                    use.grown(capture);
                    took = (System.nanoTime() - began) / 1_000_000;
                }
                Terminal.status(
                        String.format(Locale.ROOT, "%s: following, %,d packets; Ctrl+C ends it", file, packets));
            }
            Terminal.status("");
            return use.result(capture);
        }
    }

    private static boolean isOver(CompletableFuture<Void> reading, long millis) {
        try {
            reading.get(millis, TimeUnit.MILLISECONDS);
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
}
