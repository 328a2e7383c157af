package org.ipsecworkbench.diagnosis.timeline;

import org.ipsecworkbench.capture.ScanMonitor;

/** Tells of the reading of one piece of evidence as of a part of all. */
final class ItemMonitor implements ScanMonitor {
    private final ScanMonitor all;
    private final long whole;
    private long before;
    private long size;
    private long told;

    /** For pieces of so many bytes together. */
    ItemMonitor(ScanMonitor all, long whole) {
        this.all = all;
        this.whole = whole;
    }

    /** Begins with the next piece. */
    synchronized void next(long bytes) {
        before += size;
        size = Math.max(0, bytes);
        tell(before);
    }

    @Override
    public boolean cancelled() {
        return all.cancelled();
    }

    /** Of what a reader counts, on any of its threads. A capture is read twice, so that it would go back. */
    @Override
    public synchronized void progress(long done, long total) {
        double share = total <= 0 ? 0 : Math.min(1, done / (double) total);
        tell(before + (long) (share * size));
    }

    private void tell(long done) {
        told = Math.max(told, done);
        all.progress(told, whole);
    }
}
