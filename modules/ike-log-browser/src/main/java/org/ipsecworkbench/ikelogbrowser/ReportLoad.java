package org.ipsecworkbench.ikelogbrowser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.capture.CaptureFormatException;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.ExplainedEvent;
import org.ipsecworkbench.ike.IkeContents;
import org.ipsecworkbench.ike.IkeFiles;
import org.ipsecworkbench.ike.LogTime;
import org.ipsecworkbench.ike.OakleyFollower;
import org.ipsecworkbench.ike.OakleyReport;
import org.ipsecworkbench.ike.Source;
import org.ipsecworkbench.ikelogbrowser.detail.EventBook;
import org.ipsecworkbench.workbench.ReadFailure;
import org.jspecify.annotations.Nullable;
import org.netbeans.api.progress.ProgressHandle;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/**
 * Reads the negotiations of one file in the background and tells on the event dispatch thread how far it is, some times a
 * second, and what came out. An Oakley.log can be followed after that; every other file is closed when it is read.
 */
@Messages({
    "# {0} - file name",
    "LBL_Loading=Reading negotiations of {0}",
    "# {0} - what is wrong",
    "MSG_NoKind={0} Nor is it an Oakley.log, a file of events, or one of netsh wfp."
})
final class ReportLoad implements ScanMonitor {
    private static final Logger LOG = Logger.getLogger(ReportLoad.class.getName());
    private static final int TICK_MILLIS = 200;

    private final Path file;
    private final String name;
    private final LogTime time;
    private final DecryptionKeys keys;
    private final Consumer<Reading> listener;
    private final RequestProcessor worker = new RequestProcessor("Reading negotiations", 2, false);
    private final RequestProcessor.Task ticker = worker.create(this::tick);
    private volatile boolean scanning = true;
    private volatile boolean cancelled;
    private volatile boolean closed;
    private volatile boolean ended;
    private volatile boolean follow;
    private volatile long done;
    private volatile long total;
    private @Nullable OakleyFollower log;
    private boolean active;

    /**
     * Of one file.
     *
     * @param name what to call it
     * @param time of the stamps of a log
     * @param keys to read encrypted messages with
     */
    ReportLoad(Path file, String name, LogTime time, DecryptionKeys keys, Consumer<Reading> listener) {
        this.file = file;
        this.name = name;
        this.time = time;
        this.keys = keys;
        this.listener = listener;
    }

    /** Begins; to be called once. */
    void start() {
        begin();
        ticker.schedule(TICK_MILLIS);
    }

    private synchronized void begin() {
        if (!active) {
            active = true;
            worker.post(this::read);
        }
    }

    /** Ends the reading; what was read so far is told. */
    void cancel() {
        cancelled = true;
        follow = false;
    }

    /** Reads what is appended to an Oakley.log, too, from when everything is read; or no longer. */
    void follow(boolean on) {
        follow = on;
        if (on) {
            cancelled = false;
            begin();
        }
    }

    /** Ends the reading, lets go of the file and tells no more. */
    void close() {
        closed = true;
        cancelled = true;
        follow = false;
        begin();
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

    private void tick() {
        if (!ended && !closed) {
            tell(new Reading.Running(scanning, done, total));
            ticker.schedule(TICK_MILLIS);
        }
    }

    private void read() {
        boolean more = true;
        while (more) {
            if (!closed) {
                Reading last = readOnce();
                ended = true;
                tell(last);
            }
            more = goesOn();
        }
    }

    private synchronized boolean goesOn() {
        if (closed) {
            closeLog();
        }
        active = follow && !closed && log != null;
        return active;
    }

    private void closeLog() {
        try {
            if (log != null) {
                log.close();
                log = null;
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "not closed: " + file, e);
        }
    }

    private Reading readOnce() {
        try {
            return log == null ? withHandle() : log(log);
        } catch (CaptureFormatException e) {
            return failed(Bundle.MSG_NoKind(String.valueOf(e.getMessage())));
        } catch (IOException | OutOfMemoryError | RuntimeException | LinkageError e) {
            return failed(ReadFailure.words(file, e));
        }
    }

    private Reading withHandle() throws IOException {
        ProgressHandle handle = ProgressHandle.createHandle(Bundle.LBL_Loading(name), () -> {
            cancel();
            return true;
        });
        handle.start();
        try (ProgressHandle ends = handle) {
            Source source = new Source(name, IkeFiles.kind(file));
            if (source.kind() == Source.Kind.OAKLEY) {
                scanning = false;
                log = OakleyFollower.open(file, source, time);
                log.read(this);
                if (!follow) {
                    return new Reading.Ended(said(log.report()), cancelled, "");
                }
            } else {
                scanning = source.kind() == Source.Kind.CAPTURE;
                EventBook events = new EventBook();
                IkeContents contents = IkeFiles.read(file, source, time, keys, this, new Taking(events));
                return new Reading.Ended(new FileContents(contents, events), cancelled, "");
            }
        }
        return log(log);
    }

    /** Follows a log until that is ended, or cannot go on. */
    private Reading log(OakleyFollower reading) throws IOException {
        FileContents said = said(reading.report());
        long grew = System.nanoTime();
        String why = "";
        while (follow && why.isEmpty()) {
            long began = System.nanoTime();
            why = reading.whyNotFollowed();
            if (why.isEmpty() && reading.read(this)) {
                said = said(reading.report());
                grew = System.nanoTime();
            }
            ended = true;
            OakleyReport report = said.contents().log();
            tell(new Reading.Following(
                    said, report == null ? 0 : report.lines(), Duration.ofNanos(System.nanoTime() - grew)));
            // A costly report makes the next one wait longer.
            pause(Math.max(TICK_MILLIS, 4 * (System.nanoTime() - began) / 1_000_000));
        }
        follow = false;
        return new Reading.Ended(said, false, why);
    }

    private void pause(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (follow && System.nanoTime() < end) {
            try {
                Thread.sleep(Math.min(TICK_MILLIS / 4, millis));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                follow = false;
            }
        }
    }

    private static FileContents said(OakleyReport report) {
        return new FileContents(new IkeContents(report.report(), report, 0), new EventBook());
    }

    /** Takes what the engine hands out. */
    private final class Taking implements IkeFiles.Listener {
        private final EventBook events;

        Taking(EventBook events) {
            this.events = events;
        }

        @Override
        public void scanned() {
            scanning = false;
        }

        @Override
        public void event(ExplainedEvent event) {
            events.accept(event);
        }
    }

    private Reading failed(String why) {
        return new Reading.Failed(cancelled ? "" : why);
    }

    private void tell(Reading reading) {
        SwingUtilities.invokeLater(() -> {
            boolean late = reading instanceof Reading.Running && ended;
            if (!closed && !late) {
                listener.accept(reading);
            }
        });
    }
}
