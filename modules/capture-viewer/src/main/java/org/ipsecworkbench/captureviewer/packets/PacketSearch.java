package org.ipsecworkbench.captureviewer.packets;

import org.ipsecworkbench.capture.PacketFilter;
import org.ipsecworkbench.capture.PacketSelection;
import org.ipsecworkbench.capture.ScanMonitor;
import org.jspecify.annotations.Nullable;

/** One filter at work. Searches again when the capture has grown; once cancelled it keeps what it found. */
final class PacketSearch implements ScanMonitor {
    private final PacketFilter filter;
    private volatile @Nullable PacketSelection found;
    private volatile boolean cancelled;
    private volatile double share;

    PacketSearch(PacketFilter filter) {
        this.filter = filter;
    }

    PacketFilter filter() {
        return filter;
    }

    /** Searches all packets that there are now. Not for the event thread; by one thread at a time. */
    void run(PacketSource source) {
        if (!cancelled) {
            share = 0;
            found = source.select(filter, this);
        }
    }

    /** What was found by the last search; null while there was none. */
    @Nullable
    PacketSelection found() {
        return found;
    }

    /** How many packets the last search looked at. */
    long searched() {
        PacketSelection selection = found;
        return selection == null ? 0 : selection.packets();
    }

    /** How far the running search is, 0 to 1. */
    double share() {
        return share;
    }

    /** Stops at the next opportunity. */
    void cancel() {
        cancelled = true;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public void progress(long done, long total) {
        share = total <= 0 ? 0 : Math.min(1, done / (double) total);
    }
}
