package org.ipsecworkbench.certificateinspector;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.capture.ScanMonitor;

/** How far some work is, told to the event thread at most ten times a second, and whether it is still wanted. */
final class Loading implements ScanMonitor {
    private static final long PAUSE_NANOS = 100_000_000;

    private final AtomicBoolean isCancelled = new AtomicBoolean();
    private final BiConsumer<Long, Long> told;
    private volatile long last = System.nanoTime();

    /** Tells how much is done of how much. */
    Loading(BiConsumer<Long, Long> told) {
        this.told = told;
    }

    /** Ends it at the next opportunity. */
    void cancel() {
        isCancelled.set(true);
    }

    @Override
    public boolean cancelled() {
        return isCancelled.get();
    }

    @Override
    public void progress(long done, long total) {
        long now = System.nanoTime();
        if (now - last > PAUSE_NANOS) {
            last = now;
            SwingUtilities.invokeLater(() -> told.accept(done, total));
        }
    }

    /** The same for a part of the work: what of it is done counts from there. */
    ScanMonitor from(long before, long all) {
        return new ScanMonitor() {
            @Override
            public boolean cancelled() {
                return Loading.this.cancelled();
            }

            @Override
            public void progress(long done, long total) {
                Loading.this.progress(before + done, all);
            }
        };
    }
}
