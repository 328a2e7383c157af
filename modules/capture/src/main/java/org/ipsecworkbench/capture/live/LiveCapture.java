package org.ipsecworkbench.capture.live;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ipsecworkbench.capture.live.LiveObstacle.Reason;
import org.jspecify.annotations.Nullable;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapStat;

/**
 * A capture that runs.
 *
 * <pre>{@code
 * try (LiveCapture live = LiveCapture.start(LiveOptions.of("eth0").withFilter("esp or udp port 500"), file)) {
 *     live.await(Duration.ofMinutes(1));
 * }
 * }</pre>
 *
 * <p>A thread of its own takes packets and writes them; every method may be called from any thread. Whatever ends the
 * capture, its files are whole.
 */
public final class LiveCapture implements Closeable {
    /** Packets are in the file at the latest so many milliseconds after they passed. */
    public static final int DELAY_MILLIS = 200;

    private static final Logger LOG = Logger.getLogger(LiveCapture.class.getName());

    /** While nothing comes. The buffer of the system holds what comes meanwhile. */
    private static final int IDLE_MILLIS = 10;

    /** Packets that passed before the stop are still on their way for so long. */
    private static final long DRAIN_NANOS = 2_000_000L * Libpcap.READ_TIMEOUT_MILLIS;

    private static final long STATISTICS_NANOS = 100_000_000L;

    private final LiveOptions options;
    private final PcapHandle handle;
    private final CaptureFiles files;
    private final long start = System.nanoTime();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile LiveStatistics statistics = new LiveStatistics(0, 0, 0, 0, Duration.ZERO);
    private volatile boolean stopping;
    private volatile @Nullable LiveCaptureException failure;

    private long packets;
    private long dropped;
    private long droppedByInterface;
    private boolean complete;
    private @Nullable IOException unwritten;

    private LiveCapture(LiveOptions options, PcapHandle handle, CaptureFiles files) {
        this.options = options;
        this.handle = handle;
        this.files = files;
    }

    /**
     * Opens the interface, creates the file and begins. Takes some 50 ms, or as long as a name server takes where the
     * filter names a host; not for the event thread.
     *
     * @param output the file, overwritten if it is there. Those of a ring are named after it, with a number and the local
     *     time before the suffix: {@code office_00001_20261125143015.pcapng}
     * @throws LiveCaptureException if it cannot begin
     */
    public static LiveCapture start(LiveOptions options, Path output) throws LiveCaptureException {
        PcapHandle handle = Libpcap.open(options);
        LiveCapture capture;
        try {
            CaptureFiles.Source source = new CaptureFiles.Source(
                    Libpcap.linkType(handle), options.interfaceName(), options.snapLength(), options.filter());
            capture = new LiveCapture(options, handle, new CaptureFiles(output, options.ring(), source));
        } catch (IOException e) {
            handle.close();
            throw notWritten(output, e);
        }
        Thread thread = new Thread(capture::run, "live capture on " + options.interfaceName());
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
        return capture;
    }

    /** What it was started with. */
    public LiveOptions options() {
        return options;
    }

    /** What became of the packets, some 100 ms ago; final once {@link #isRunning} says no. */
    public LiveStatistics statistics() {
        return statistics;
    }

    /** The files that are there, the oldest first; the last one grows. */
    public List<Path> files() {
        return files.files();
    }

    /** Whether it still captures. */
    public boolean isRunning() {
        return ended.getCount() > 0;
    }

    /** Why it ended; null while it runs, and where it ended as it was told to. */
    public @Nullable LiveCaptureException failure() {
        return failure;
    }

    /** Asks it to end and returns at once. Packets that have passed by now are still written. */
    public void stop() {
        stopping = true;
    }

    /**
     * Waits for the end.
     *
     * @return whether it ended, rather than the time
     */
    public boolean await(Duration time) throws InterruptedException {
        return ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Stops, and waits until the files are whole. */
    @Override
    public void close() {
        stop();
        boolean interrupted = false;
        while (isRunning()) {
            try {
                ended.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            capture();
        } catch (LiveCaptureException e) {
            failure = e;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "live capture", e);
            failure = Libpcap.refused(Reason.OTHER, "The capture failed: " + e + ".", "", e);
        }
        try {
            count();
            files.end(now(), statistics);
        } catch (IOException e) {
            failure = failure == null ? notWritten(last(), e) : failure;
        } finally {
            close(files);
            handle.close();
            ended.countDown();
        }
    }

    private void capture() throws LiveCaptureException {
        long deadline = options.stop().duration().isZero()
                ? Long.MAX_VALUE
                : options.stop().duration().toNanos();
        long counted = start;
        long drainedAt = 0;
        while (!complete) {
            int taken = take();
            long now = System.nanoTime();
            if (now - counted > STATISTICS_NANOS) {
                counted = now;
                count();
            }
            if (drainedAt == 0 && (stopping || now - start >= deadline)) {
                drainedAt = now + DRAIN_NANOS;
            } else if (drainedAt != 0 && now - drainedAt >= 0) {
                return;
            }
            if (taken == 0) {
                idle();
            }
        }
    }

    /** Takes what the system has, and hands it to the file. */
    private int take() throws LiveCaptureException {
        int taken = 0;
        try {
            taken = handle.dispatch(most(), this::packet);
        } catch (PcapNativeException e) {
            throw Libpcap.ended(options.interfaceName(), e);
        } catch (InterruptedException e) {
            // That is how pcap4j tells that packet() broke the loop.
            complete = true;
        } catch (NotOpenException e) {
            throw new IllegalStateException(e);
        }
        try {
            IOException failed = unwritten;
            if (failed != null) {
                throw failed;
            }
            files.flush();
        } catch (IOException e) {
            throw notWritten(last(), e);
        }
        return taken;
    }

    /** Everything, or what is left of the packets that are wanted. */
    private int most() {
        long wanted = options.stop().packets();
        return wanted == 0 ? -1 : (int) Math.min(wanted - packets, Integer.MAX_VALUE);
    }

    /** Called by pcap4j, which would swallow an exception. */
    private void packet(byte[] bytes) {
        if (complete) {
            return;
        }
        try {
            Timestamp time = handle.getTimestamp();
            if (files.isFull(bytes.length)) {
                count();
                files.turn(now(), statistics);
            }
            files.packet(
                    TimeUnit.MILLISECONDS.toSeconds(time.getTime()) * 1_000_000_000L + time.getNanos(),
                    bytes,
                    handle.getOriginalLength());
            packets++;
            complete = packets == options.stop().packets()
                    || (options.stop().bytes() > 0
                            && files.bytes() >= options.stop().bytes());
        } catch (IOException e) {
            unwritten = e;
            complete = true;
        }
        if (complete) {
            breakLoop();
        }
    }

    private void breakLoop() {
        try {
            handle.breakLoop();
        } catch (NotOpenException e) {
            throw new IllegalStateException(e);
        }
    }

    private void count() {
        try {
            PcapStat now = handle.getStats();
            // 32 bits that start again at 0
            dropped += now.getNumPacketsDropped() - dropped & 0xffff_ffffL;
            droppedByInterface += now.getNumPacketsDroppedByIf() - droppedByInterface & 0xffff_ffffL;
        } catch (PcapNativeException | NotOpenException e) {
            // An interface that is gone counts no more; what was counted stays.
            LOG.log(Level.FINE, "statistics", e);
        }
        statistics = new LiveStatistics(
                packets, files.bytes(), dropped, droppedByInterface, Duration.ofNanos(System.nanoTime() - start));
    }

    private static void idle() {
        try {
            Thread.sleep(IDLE_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody has this thread.", e);
        }
    }

    private static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    private Path last() {
        List<Path> all = files.files();
        return all.get(all.size() - 1);
    }

    private static void close(CaptureFiles files) {
        try {
            files.close();
        } catch (IOException e) {
            LOG.log(Level.FINE, "told before, as the reason of the end", e);
        }
    }

    private static LiveCaptureException notWritten(Path file, IOException e) {
        String why = e instanceof NoSuchFileException
                ? "there is no such folder"
                : e instanceof FileSystemException known && known.getReason() != null
                        ? known.getReason()
                        : Objects.requireNonNullElse(
                                e.getMessage(), e.getClass().getSimpleName());
        return Libpcap.refused(Reason.OUTPUT, file + " cannot be written: " + why + ".", "", e);
    }
}
