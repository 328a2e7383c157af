package org.ipsecworkbench.commandline;

import java.io.Closeable;
import org.ipsecworkbench.capture.ScanMonitor;

/** One line on a terminal's standard error while work takes longer than a second. */
final class ProgressLine implements ScanMonitor, Closeable {
    private static final long PATIENCE = 1_000_000_000L;
    private static final long INTERVAL = 100_000_000L;

    private final String what;
    private final boolean terminal = Terminal.isError();
    private long next = System.nanoTime() + PATIENCE;
    private boolean shown;

    ProgressLine(String what) {
        this.what = what;
    }

    @Override
    public synchronized void progress(long done, long total) {
        long now = System.nanoTime();
        if (terminal && total > 0 && now - next > 0) {
            next = now + INTERVAL;
            shown = true;
            System.err.print("\r" + what + ": " + 100 * done / total + " % of " + (total >> 20) + " MiB");
            System.err.flush();
        }
    }

    @Override
    public synchronized void close() {
        if (shown) {
            System.err.print("\r\u001b[K");
            System.err.flush();
        }
    }
}
