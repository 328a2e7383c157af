package org.ipsecworkbench.captureviewer.packets;

import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Flow;
import org.ipsecworkbench.captureviewer.PairKey;

/** The packets of one host pair, found by their flows. Goes on where it stopped when the capture grows. */
final class PairFilter {
    private static final int CHECK_EVERY = 1 << 20;

    private final PairKey pair;
    private final PacketList matches = new PacketList();
    private volatile long examined;
    private volatile boolean cancelled;

    PairFilter(PairKey pair) {
        this.pair = pair;
    }

    PairKey pair() {
        return pair;
    }

    /** The packets found so far. */
    PacketList matches() {
        return matches;
    }

    /** How many packets it has looked at. */
    long examined() {
        return examined;
    }

    /** Stops at the next opportunity. */
    void cancel() {
        cancelled = true;
    }

    /**
     * Looks at the packets that it has not seen yet. Not for the event thread; by one thread at a time.
     *
     * @param coverage knows the flows of all these packets
     * @param packets up to which packet
     */
    void extend(PacketSource source, Coverage coverage, long packets) {
        boolean[] wanted = wanted(coverage);
        long end = Math.min(packets, Integer.MAX_VALUE - 1);
        for (long next = examined; next < end && !cancelled; ) {
            long stop = Math.min(end, next + CHECK_EVERY);
            for (; next < stop; next++) {
                int flow = source.flowOf(next);
                if (flow >= 0 && flow < wanted.length && wanted[flow]) {
                    matches.add((int) next);
                }
            }
            examined = next;
        }
    }

    private boolean[] wanted(Coverage coverage) {
        int index = pair.in(coverage.pairs());
        boolean[] wanted = new boolean[coverage.flows().size()];
        for (Flow flow : coverage.flows()) {
            if (index >= 0 && flow.pair() == index && flow.id() < wanted.length) {
                wanted[flow.id()] = true;
            }
        }
        return wanted;
    }
}
