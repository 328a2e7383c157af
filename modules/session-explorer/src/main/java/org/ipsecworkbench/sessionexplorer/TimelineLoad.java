package org.ipsecworkbench.sessionexplorer;

import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.capture.ScanMonitor;
import org.ipsecworkbench.diagnosis.Timeline;
import org.ipsecworkbench.diagnosis.TimelineLimits;
import org.netbeans.api.progress.ProgressHandle;
import org.openide.util.NbBundle.Messages;
import org.openide.util.RequestProcessor;

/**
 * Reads a timeline in the background, beside what else is done with the session; made and told of on the event dispatch thread.
 */
@Messages({"# {0} - session", "LBL_ReadingTimeline=Reading the timeline of {0}"})
final class TimelineLoad implements ScanMonitor {
    private static final RequestProcessor WORK = new RequestProcessor("Reading timelines", 2);
    private static final int UNITS = 1000;
    private static final long PAUSE_NANOS = 100_000_000;

    /** Who is told. */
    interface Listener {
        void progress(long done, long total);
    }

    private final Listener listener;
    private final ProgressHandle handle;
    private volatile boolean isCancelled;
    private volatile long told;

    /** Begins to read. */
    TimelineLoad(OpenedSession session, Listener listener, Consumer<Timeline> done) {
        this.listener = listener;
        handle = ProgressHandle.createHandle(Bundle.LBL_ReadingTimeline(session.name()), () -> {
            isCancelled = true;
            return true;
        });
        handle.start(UNITS);
        WORK.post(() -> {
            try {
                Timeline timeline = Timeline.read(session.workspace(), TimelineLimits.DEFAULT, this);
                SwingUtilities.invokeLater(() -> done.accept(timeline));
            } finally {
                handle.finish();
            }
        });
    }

    void cancel() {
        isCancelled = true;
    }

    @Override
    public boolean cancelled() {
        return isCancelled;
    }

    /** Told ten times a second: whoever reads tells it far more often. */
    @Override
    public void progress(long done, long total) {
        long now = System.nanoTime();
        if (now - told > PAUSE_NANOS) {
            told = now;
            handle.progress(total <= 0 ? 0 : (int) Math.min(UNITS, done * (double) UNITS / total));
            SwingUtilities.invokeLater(() -> listener.progress(done, total));
        }
    }
}
