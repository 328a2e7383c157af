package org.ipsecworkbench.capture.scan;

/**
 * Finds, among packets that follow one another, those that a capture holds twice: copies, as a mirror port or several
 * capture points make them, and clear twins of ESP packets, as a host sees them above its own IPsec.
 *
 * <p>One per thread. It remembers nothing from batch to batch, so that the result does not depend on which thread sees which
 * batch, and it has few places, each of which holds the last packet that fell there: what it misses is not counted, what it
 * counts is right.
 */
final class Repeats {
    /** Copies come within the time that a switch or another component of the host takes. */
    private static final long SOON = 2_000_000L;
    /** What ESP adds: at least header, padding and a short check value; at most all of it, a tunnel's header and UDP. */
    private static final int LEAST_ADDED = 20;

    private static final int MOST_ADDED = 90;

    private static final int PLACES = 1 << 8;
    private static final int MASK = PLACES - 1;
    private static final int STRIDE = 6;
    private static final int ESP = 1;
    private static final int CLEAR = 3;
    private static final int CLEAR_FLOW = 5;
    private static final long NEVER = Long.MIN_VALUE;

    private final long[] packets = new long[2 * PLACES];
    /** Per place: addresses; time and length of the last ESP packet; time, length and flow of the last clear one. */
    private final long[] pairs = new long[STRIDE * PLACES];
    /** Tells the keys of this batch from those before. */
    private long salt;

    /** Forgets what was in the batch before. */
    void begin(long batch) {
        salt = (batch + 1) * 0x9e3779b97f4a7c15L;
    }

    /** What stands for sender and receiver of a packet. */
    static long hosts(long sh, long sl, long dh, long dl) {
        return (sh ^ sl) * 0x9e3779b97f4a7c15L + (dh ^ dl);
    }

    /**
     * Whether this is a copy of a packet shortly before, of the same flow.
     *
     * @param kind the {@link FlowKind}; not the flow's number, which depends on the thread that met the flow first
     */
    boolean isCopy(long hosts, long kind, long identity, long time) {
        long key = (identity * 0x9e3779b97f4a7c15L ^ hosts + kind ^ salt) * 0xc2b2ae3d27d4eb4fL | 1;
        int at = (int) (key >>> 52 & MASK) * 2;
        boolean copy = packets[at] == key && Math.abs(time - packets[at + 1]) <= SOON;
        packets[at] = key;
        packets[at + 1] = time;
        return copy;
    }

    /**
     * The clear flow of which this packet and another shortly before are the ESP and the clear form of one and the same;
     * -1 where they are not.
     */
    int twinOf(long hosts, boolean esp, int flow, long time, long length) {
        int at = place(hosts);
        int own = at + (esp ? ESP : CLEAR);
        int other = at + (esp ? CLEAR : ESP);
        long added = esp ? length - pairs[other + 1] : pairs[other + 1] - length;
        boolean soon = Math.abs(time - pairs[other]) <= SOON && pairs[other] != NEVER;
        if (soon && added >= LEAST_ADDED && added <= MOST_ADDED) {
            // Each packet has one twin.
            pairs[own] = NEVER;
            pairs[other] = NEVER;
            return esp ? (int) pairs[at + CLEAR_FLOW] : flow;
        }
        pairs[own] = time;
        pairs[own + 1] = length;
        if (!esp) {
            pairs[at + CLEAR_FLOW] = flow;
        }
        return -1;
    }

    /** Where the hosts of a packet have their place, emptied where others had it or the batch before. */
    private int place(long hosts) {
        long key = hosts ^ salt | 1L << 63;
        int at = (int) (key * 0xc2b2ae3d27d4eb4fL >>> 54 & MASK) * STRIDE;
        if (pairs[at] != key) {
            pairs[at] = key;
            pairs[at + ESP] = NEVER;
            pairs[at + CLEAR] = NEVER;
        }
        return at;
    }
}
