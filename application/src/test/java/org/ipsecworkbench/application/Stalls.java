package org.ipsecworkbench.application;

import javax.swing.SwingUtilities;

/** Asks the event thread for a sign of life all the time, and notes how long the longest one took. */
final class Stalls {
    private final Measured measured;
    private final Thread asking = new Thread(this::ask, "stalls");
    private volatile boolean ended;
    private volatile double longest;

    /** Begins to ask. */
    Stalls(Measured measured) {
        this.measured = measured;
        asking.setDaemon(true);
        asking.start();
    }

    private void ask() {
        while (!ended) {
            long began = System.nanoTime();
            try {
                SwingUtilities.invokeAndWait(() -> {});
                longest = Math.max(longest, Measured.millis(began));
                Thread.sleep(2);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Writes the longest since the last line. */
    void line(String what) {
        measured.line(what, longest);
        longest = 0;
    }

    void end() throws InterruptedException {
        ended = true;
        asking.join();
    }
}
