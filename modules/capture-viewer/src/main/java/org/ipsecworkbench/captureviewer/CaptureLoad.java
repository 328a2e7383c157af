package org.ipsecworkbench.captureviewer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureFormatException;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.captureviewer.Snapshot.State;
import org.ipsecworkbench.workbench.Formats;
import org.jspecify.annotations.Nullable;
import org.netbeans.api.progress.ProgressHandle;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/**
 * Reads one capture in the background and tells on the event dispatch thread how far it is, some times a second.
 *
 * <p>Snapshots that the event thread has no time for are left out, the last one never.
 */
@Messages({
    "# {0} - file name",
    "LBL_Loading=Reading {0}",
    "# {0} - bytes read",
    "# {1} - bytes in all",
    "LBL_Amount={0} of {1}",
    "MSG_Memory=There is not enough memory to read it. Start the workbench with a larger -J-Xmx.",
    "# {0} - what went wrong",
    "MSG_Bug=The reader failed: {0}. The details are in the log (View › Log)."
})
final class CaptureLoad implements ScanMonitor {
    private static final Logger LOG = Logger.getLogger(CaptureLoad.class.getName());
    private static final int TICK_MILLIS = 250;
    private static final int FIRST_TICK_MILLIS = 50;
    private static final int UNITS = 1000;

    private final Path file;
    private final Consumer<Snapshot> listener;
    private final RequestProcessor worker = new RequestProcessor("Reading a capture", 2, false);
    private final RequestProcessor.Task ticker = worker.create(this::tick);
    private final AtomicReference<@Nullable Snapshot> pending = new AtomicReference<>();
    private final ProgressHandle handle;

    private volatile @Nullable Capture capture;
    private volatile boolean cancelled;
    private volatile boolean closed;
    private volatile long done;
    private volatile long total;
    private boolean ended;

    CaptureLoad(Path file, Consumer<Snapshot> listener) {
        this.file = file;
        this.listener = listener;
        handle = ProgressHandle.createHandle(Bundle.LBL_Loading(file.getFileName()), () -> {
            cancel();
            return true;
        });
    }

    void start() {
        worker.post(this::read);
    }

    /** Ends the reading; what was read so far stays. */
    void cancel() {
        cancelled = true;
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
        return cancelled;
    }

    @Override
    public void progress(long bytesDone, long bytesTotal) {
        done = bytesDone;
        total = bytesTotal;
    }

    private void read() {
        handle.start(UNITS);
        ticker.schedule(FIRST_TICK_MILLIS);
        try (ProgressHandle ends = handle) {
            Capture opened = Capture.open(file, CaptureLimits.DEFAULT, this);
            capture = opened;
            if (closed) {
                opened.close();
                return;
            }
            opened.scan(this);
            end(snapshot(cancelled ? State.CANCELLED : State.COMPLETE));
        } catch (CaptureFormatException e) {
            end(failed(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            end(failed(e.getClass().getSimpleName() + ": " + e.getMessage()));
        } catch (OutOfMemoryError e) {
            end(failed(Bundle.MSG_Memory()));
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "Cannot read " + file, e);
            end(failed(Bundle.MSG_Bug(e)));
        }
    }

    /** Snapshots while it runs; a costly one makes the next wait longer. */
    private void tick() {
        long began = System.nanoTime();
        if (closed || isEnded()) {
            return;
        }
        if (total > 0) {
            handle.progress(Bundle.LBL_Amount(Formats.bytes(done), Formats.bytes(total)), (int)
                    (done * (double) UNITS / total));
        }
        try {
            publish(snapshot(capture == null ? State.OPENING : State.READING), false);
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "No partial result of " + file, e);
        }
        long cost = (System.nanoTime() - began) / 1_000_000;
        ticker.schedule((int) Math.max(TICK_MILLIS, 5 * cost));
    }

    private Snapshot snapshot(State state) {
        Capture open = capture;
        // Asked first: packets that come in between are in the coverage but not promised.
        long packets = open == null ? 0 : open.packets();
        Coverage coverage = open == null ? null : open.coverage();
        return new Snapshot(state, file, open, coverage, packets, done, total, null);
    }

    private Snapshot failed(String words) {
        State state = cancelled ? State.CANCELLED : State.FAILED;
        return new Snapshot(state, file, null, null, 0, done, total, state == State.FAILED ? words : null);
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
