package org.ipsecworkbench.diagnosis.timeline;

import org.ipsecworkbench.capture.ScanMonitor;

/** Tells of the reading of one piece of evidence as of a part of all. */
final class ItemMonitor implements ScanMonitor {
    private final ScanMonitor all;
    private final long whole;
    private volatile long before;
    private volatile long size;

    /** For pieces of so many bytes together. */
    ItemMonitor(ScanMonitor all, long whole) {
        this.all = all;
        this.whole = whole;
    }

    /** Begins with the next piece. */
    void next(long bytes) {
        before += size;
        size = Math.max(0, bytes);
        all.progress(before, whole);
    }

    @Override
    public boolean cancelled() {
        return all.cancelled();
    }

    /** Of what a reader counts: a capture that is unpacked has more bytes than its piece, and is read twice. */
    @Override
    public void progress(long done, long total) {
        double share = total <= 0 ? 0 : Math.min(1, done / (double) total);
        all.progress(before + (long) (share * size), whole);
    }
}
