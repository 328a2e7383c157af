package org.ipsecworkbench.captureviewer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureFormatException;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Problem;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.captureviewer.Snapshot.State;
import org.ipsecworkbench.workbench.Formats;
import org.ipsecworkbench.workbench.ReadFailure;
import org.jspecify.annotations.Nullable;
import org.netbeans.api.progress.ProgressHandle;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/**
 * Reads one capture in the background and tells on the event dispatch thread how far it is, some times a second.
 *
 * <p>When everything is read, the capture can be followed, and that can end and begin again.
 *
 * <p>Snapshots that the event thread has no time for are left out, the last one never.
 */
@Messages({
    "# {0} - file name",
    "LBL_Loading=Reading {0}",
    "# {0} - bytes read",
    "# {1} - bytes in all",
    "LBL_Amount={0} of {1}"
})
final class CaptureLoad implements ScanMonitor {
    private static final Logger LOG = Logger.getLogger(CaptureLoad.class.getName());
    private static final int TICK_MILLIS = 250;
    private static final int FIRST_TICK_MILLIS = 50;
    private static final int UNITS = 1000;

    /** A file that was written so recently is probably being written. */
    private static final Duration RECENT = Duration.ofSeconds(10);

    private final Path file;
    private final Consumer<Snapshot> listener;
    private final RequestProcessor worker = new RequestProcessor("Reading a capture", 2, false);
    private final RequestProcessor.Task ticker = worker.create(this::tick);
    private final AtomicReference<@Nullable Snapshot> pending = new AtomicReference<>();

    private volatile @Nullable Capture capture;
    private volatile State stage = State.OPENING;
    private volatile boolean cancelled;
    private volatile boolean follow;
    /** Until the file has a beginning. */
    private volatile boolean awaiting;

    private volatile boolean closed;
    private volatile long done;
    private volatile long total;
    private volatile @Nullable ProgressHandle bar;
    private long grew = System.nanoTime();
    private @Nullable Snapshot told;
    private boolean active;
    private boolean ended;

    CaptureLoad(Path file, Consumer<Snapshot> listener) {
        this.file = file;
        this.listener = listener;
    }

    /** Begins; to be called once. */
    void start() {
        begin();
    }

    private synchronized void begin() {
        // Not a task that is scheduled again, which would hold a second thread of the processor until the first run
        // ends.
        if (!active) {
            active = true;
            worker.post(this::read);
        }
    }

    /** Ends the reading; what was read so far stays. */
    void cancel() {
        cancelled = true;
        follow = false;
    }

    /** Reads what is appended, too, from when everything is read; or no longer. */
    void follow(boolean on) {
        follow = on;
        if (on) {
            cancelled = false;
            begin();
        }
    }

    /** Ends the reading and lets go of the file. Tells no more. */
    void close() {
        closed = true;
        cancelled = true;
        worker.post(() -> {
            Capture open = capture;
            if (open != null) {
                open.close();
            }
        });
    }

    @Override
    public boolean cancelled() {
        return cancelled || (stage == State.FOLLOWING || awaiting) && !follow;
    }

    @Override
    public void progress(long bytesDone, long bytesTotal) {
        done = bytesDone;
        total = bytesTotal;
    }

    private void read() {
        boolean more = true;
        while (more) {
            readOnce();
            more = goesOn();
        }
    }

    private synchronized boolean goesOn() {
        Capture open = capture;
        active = open != null && follow && !closed && open.whyNotFollowed().isEmpty();
        return active;
    }

    private void readOnce() {
        try {
            if (capture == null) {
                begin(State.OPENING);
                scan();
            }
            Capture open = capture;
            if (open != null && follow && !closed && open.whyNotFollowed().isEmpty()) {
                begin(State.FOLLOWING);
                open.follow(this);
                if (!open.whyNotFollowed().isEmpty()) {
                    follow = false;
                }
                end(snapshot(open.coverage().complete() ? State.COMPLETE : State.CANCELLED));
            }
        } catch (CaptureFormatException e) {
            end(failed(String.valueOf(e.getMessage())));
        } catch (IOException | OutOfMemoryError | RuntimeException | LinkageError e) {
            end(failed(ReadFailure.words(file, e)));
        }
    }

    private void scan() throws IOException {
        ProgressHandle handle = ProgressHandle.createHandle(Bundle.LBL_Loading(file.getFileName()), () -> {
            cancel();
            return true;
        });
        handle.start(UNITS);
        bar = handle;
        try (ProgressHandle ends = handle) {
            awaiting = follow;
            Capture opened = awaiting
                    ? Capture.openToFollow(file, CaptureLimits.DEFAULT, this)
                    : Capture.open(file, CaptureLimits.DEFAULT, this);
            awaiting = false;
            capture = opened;
            if (closed) {
                opened.close();
                return;
            }
            stage = State.READING;
            opened.scan(this);
            if (!follow) {
                end(snapshot(cancelled ? State.CANCELLED : State.COMPLETE));
            }
        } finally {
            bar = null;
        }
    }

    private void begin(State now) {
        synchronized (this) {
            ended = false;
            grew = System.nanoTime();
        }
        stage = now;
        ticker.schedule(now == State.OPENING ? FIRST_TICK_MILLIS : 0);
    }

    /** Snapshots while it runs; a costly one makes the next wait longer. */
    private void tick() {
        long began = System.nanoTime();
        if (closed || isEnded()) {
            return;
        }
        ProgressHandle handle = bar;
        if (total > 0 && handle != null) {
            handle.progress(Bundle.LBL_Amount(Formats.bytes(done), Formats.bytes(total)), (int)
                    (done * (double) UNITS / total));
        }
        boolean empty = true;
        try {
            Snapshot now = snapshot(stage);
            empty = now.packets() == 0;
            publish(now, false);
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "No partial result of " + file, e);
        }
        long cost = (System.nanoTime() - began) / 1_000_000;
        ticker.schedule((int) Math.max(empty ? FIRST_TICK_MILLIS : TICK_MILLIS, 5 * cost));
    }

    /**
     * Of now. While nothing comes, the coverage is that of before, which costs nothing to show again; not the first one with
     * the last packets, which may have been made while they were being counted.
     */
    private synchronized Snapshot snapshot(State state) {
        Capture open = capture;
        Snapshot before = told;
        // Asked first: packets that come in between are in the coverage but not promised.
        long packets = open == null ? 0 : open.packets();
        if (before == null || before.packets() != packets) {
            grew = System.nanoTime();
        }
        Coverage coverage = before == null ? null : before.coverage();
        boolean same = before != null
                && before.state() == state
                && before.packets() == packets
                && before.growth().quiet().toMillis() >= TICK_MILLIS / 2;
        if (!same) {
            coverage = open == null ? null : open.coverage();
        }
        Snapshot now = new Snapshot(state, file, open, coverage, packets, done, total, growth(open, state), null);
        told = now;
        return now;
    }

    private Snapshot.Growth growth(@Nullable Capture open, State state) {
        if (open == null) {
            return Snapshot.Growth.UNKNOWN;
        }
        Problem unfinished = open.unfinishedEnd();
        boolean writing = state == State.COMPLETE
                && open.whyNotFollowed().isEmpty()
                && (hasGrown(open) || unfinished != null && isRecent());
        return new Snapshot.Growth(
                open.whyNotFollowed(), unfinished, writing, Duration.ofNanos(System.nanoTime() - grew));
    }

    private static boolean hasGrown(Capture open) {
        try {
            return open.hasGrown();
        } catch (IOException e) {
            LOG.log(Level.FINE, "no size of " + open.file(), e);
            return false;
        }
    }

    private boolean isRecent() {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isAfter(Instant.now().minus(RECENT));
        } catch (IOException e) {
            LOG.log(Level.FINE, "no time of " + file, e);
            return false;
        }
    }

    private Snapshot failed(String words) {
        State state = cancelled ? State.CANCELLED : State.FAILED;
        String failure = state == State.FAILED ? words : null;
        return new Snapshot(state, file, null, null, 0, done, total, Snapshot.Growth.UNKNOWN, failure);
    }

    private void end(Snapshot last) {
        publish(last, true);
    }

    private synchronized boolean isEnded() {
        return ended;
    }

    private synchronized void publish(Snapshot snapshot, boolean last) {
        if (ended || closed) {
            return;
        }
        ended = last;
        if (pending.getAndSet(snapshot) == null) {
            SwingUtilities.invokeLater(this::deliver);
        }
    }

    private void deliver() {
        Snapshot snapshot = pending.getAndSet(null);
        if (snapshot != null && !closed) {
            listener.accept(snapshot);
        }
    }
}
