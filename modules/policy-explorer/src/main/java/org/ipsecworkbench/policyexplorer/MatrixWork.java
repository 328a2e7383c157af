package org.ipsecworkbench.policyexplorer;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.policy.PredictionMatrix;
import org.ipsecworkbench.policy.PredictionMatrix.Host;
import org.ipsecworkbench.policy.PredictionMatrix.Service;
import org.netbeans.api.progress.ProgressHandle;

/** Predicts all pairs of hosts, off the event dispatch thread, with progress in the status line that ends it early. */
final class MatrixWork implements Runnable {
    private static final int PERCENT = 100;

    /** Between two looks at what is known, so that showing it costs little of the time. */
    private static final long PAUSE_NANOS = 500_000_000L;

    /** Is told on the event dispatch thread. */
    interface Listener {
        /** What is known now. */
        void known(MatrixWork work, PredictionMatrix matrix, int done);
    }

    private final List<Host> hosts;
    private final Service service;
    private final String title;
    private final Listener listener;
    private final AtomicBoolean isCancelled = new AtomicBoolean();
    private long shown;
    private int known;

    MatrixWork(List<Host> hosts, Service service, String title, Listener listener) {
        this.hosts = hosts;
        this.service = service;
        this.title = title;
        this.listener = listener;
    }

    /** Ends it; what is known stays. */
    void cancel() {
        isCancelled.set(true);
    }

    @Override
    public void run() {
        if (isCancelled.get()) {
            return;
        }
        ProgressHandle handle = ProgressHandle.createHandle(title, () -> {
            cancel();
            return true;
        });
        handle.start(PERCENT);
        try {
            shown = System.nanoTime();
            tell(PredictionMatrix.of(hosts, service, (done, all, soFar) -> goesOn(handle, done, all, soFar)));
        } finally {
            handle.finish();
        }
    }

    private boolean goesOn(ProgressHandle handle, int done, int all, Supplier<PredictionMatrix> soFar) {
        known = done;
        handle.progress((int) ((long) done * PERCENT / all));
        if (System.nanoTime() - shown > PAUSE_NANOS && done < all) {
            tell(soFar.get());
            shown = System.nanoTime();
        }
        return !isCancelled.get();
    }

    private void tell(PredictionMatrix matrix) {
        int done = known;
        SwingUtilities.invokeLater(() -> listener.known(this, matrix, done));
    }
}
