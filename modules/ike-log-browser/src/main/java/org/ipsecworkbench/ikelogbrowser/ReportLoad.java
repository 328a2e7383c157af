package org.ipsecworkbench.ikelogbrowser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.capture.Capture;
import org.ipsecworkbench.capture.CaptureFormatException;
import org.ipsecworkbench.capture.CaptureLimits;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.ike.DecryptionKeys;
import org.ipsecworkbench.ike.IkeCaptures;
import org.ipsecworkbench.ike.IkeLimits;
import org.ipsecworkbench.ike.IkeReport;
import org.ipsecworkbench.ike.Source;
import org.netbeans.api.progress.ProgressHandle;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/**
 * Reads the negotiations of one capture in the background and tells on the event dispatch thread how far it is, some times
 * a second, and what came out, once. The capture is closed when it has ended.
 */
@Messages({
    "# {0} - file name",
    "LBL_Loading=Reading negotiations of {0}",
    "MSG_Memory=There is not enough memory to read it. Start the workbench with a larger -J-Xmx.",
    "# {0} - what went wrong",
    "MSG_Bug=The reader failed: {0}. The details are in the log (View › Log)."
})
final class ReportLoad implements ScanMonitor {
    private static final Logger LOG = Logger.getLogger(ReportLoad.class.getName());
    private static final int TICK_MILLIS = 200;

    private final Path file;
    private final Consumer<Reading> listener;
    private final RequestProcessor worker = new RequestProcessor("Reading negotiations", 2, false);
    private final RequestProcessor.Task ticker = worker.create(this::tick);
    private volatile boolean scanning = true;
    private volatile boolean cancelled;
    private volatile boolean closed;
    private volatile boolean ended;
    private volatile long done;
    private volatile long total;

    ReportLoad(Path file, Consumer<Reading> listener) {
        this.file = file;
        this.listener = listener;
    }

    /** Begins; to be called once. */
    void start() {
        worker.post(this::read);
        ticker.schedule(TICK_MILLIS);
    }

    /** Ends the reading; what was read so far is told. */
    void cancel() {
        cancelled = true;
    }

    /** Ends the reading and tells no more. */
    void close() {
        closed = true;
        cancelled = true;
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
        ProgressHandle handle = ProgressHandle.createHandle(Bundle.LBL_Loading(file.getFileName()), () -> {
            cancel();
            return true;
        });
        handle.start();
        Reading last;
        try (ProgressHandle ends = handle) {
            last = report();
        } catch (CaptureFormatException e) {
            last = failed(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            last = failed(e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (OutOfMemoryError e) {
            last = failed(Bundle.MSG_Memory());
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "Cannot read the negotiations of " + file, e);
            last = failed(Bundle.MSG_Bug(e));
        }
        ended = true;
        tell(last);
    }

    private Reading report() throws IOException {
        try (Capture capture = Capture.open(file, CaptureLimits.DEFAULT, this)) {
            capture.scan(this);
            scanning = false;
            Source source = new Source(String.valueOf(file.getFileName()), Source.Kind.CAPTURE);
            // A monitor that was cancelled would end the second pass at once, and with it what the first one found.
            ScanMonitor monitor = cancelled ? ScanMonitor.NONE : this;
            IkeReport report =
                    IkeCaptures.read(capture, source, DecryptionKeys.NONE, IkeLimits.DEFAULT, monitor, message -> {});
            return new Reading.Ended(report, capture.packets(), cancelled);
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
