package org.ipsecworkbench.hostconnection;

import org.jspecify.annotations.Nullable;

/** Lets another thread end a command that runs. Used for one run. Safe for several threads. */
public final class Cancellation {
    private boolean isCancelled;
    private @Nullable Runnable action;

    /** Asks the host to end the command; returns when it was asked, which takes the time of a connection at most. */
    public void cancel() {
        Runnable toRun;
        synchronized (this) {
            isCancelled = true;
            toRun = action;
            action = null;
        }
        if (toRun != null) {
            toRun.run();
        }
    }

    /** Whether it was asked for. */
    public synchronized boolean isCancelled() {
        return isCancelled;
    }

    /** Says what ends the command, for transports; run at once where it was cancelled before; null for nothing any more. */
    public void onCancel(@Nullable Runnable ending) {
        synchronized (this) {
            if (!isCancelled) {
                action = ending;
                return;
            }
        }
        if (ending != null) {
            ending.run();
        }
    }
}
