package org.ipsecworkbench.capture.scan;

import org.ipsecworkbench.capture.decode.Frame;

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
    private static final int HOSTS = 6;
    private static final int ESP = 1;
    private static final int CLEAR = 3;
    private static final int CLEAR_FLOW = 5;
    private static final long NEVER = Long.MIN_VALUE;

    private final long[] packets = new long[2 * PLACES];
    /** Per place: addresses; time and length of the last ESP packet; time, length and flow of the last clear one. */
    private final long[] hosts = new long[HOSTS * PLACES];
    /** Tells the keys of this batch from those before. */
    private long salt;

    /** Forgets what was in the batch before. */
    void begin(long batch) {
        salt = (batch + 1) * 0x9e3779b97f4a7c15L;
    }

    /** Whether this is a copy of a packet shortly before, of the same flow. */
    boolean isCopy(Frame f, long time) {
        // Not the flow's number, which depends on the thread that met the flow first.
        long flow = (f.sourceHigh ^ f.sourceLow) * 0x9e3779b97f4a7c15L + (f.destinationHigh ^ f.destinationLow);
        flow += (long) f.network << 32 ^ f.spi ^ (long) f.trafficClass.ordinal() << 58;
        long key = (f.identity() * 0x9e3779b97f4a7c15L ^ flow ^ salt) * 0xc2b2ae3d27d4eb4fL | 1;
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
    int twinOf(Frame f, int flow, long time, long length) {
        boolean esp = f.trafficClass.isEsp();
        int at = place(f);
        int own = at + (esp ? ESP : CLEAR);
        int other = at + (esp ? CLEAR : ESP);
        long added = esp ? length - hosts[other + 1] : hosts[other + 1] - length;
        boolean soon = Math.abs(time - hosts[other]) <= SOON && hosts[other] != NEVER;
        if (soon && added >= LEAST_ADDED && added <= MOST_ADDED) {
            // Each packet has one twin.
            hosts[own] = NEVER;
            hosts[other] = NEVER;
            return esp ? (int) hosts[at + CLEAR_FLOW] : flow;
        }
        hosts[own] = time;
        hosts[own + 1] = length;
        if (!esp) {
            hosts[at + CLEAR_FLOW] = flow;
        }
        return -1;
    }

    /** Where the hosts of a packet have their place, emptied where others had it or the batch before. */
    private int place(Frame f) {
        long key = (f.sourceHigh ^ f.sourceLow) * 0x9e3779b97f4a7c15L + (f.destinationHigh ^ f.destinationLow ^ salt)
                | 1L << 63;
        int at = (int) (key * 0xc2b2ae3d27d4eb4fL >>> 54 & MASK) * HOSTS;
        if (hosts[at] != key) {
            hosts[at] = key;
            hosts[at + ESP] = NEVER;
            hosts[at + CLEAR] = NEVER;
        }
        return at;
    }
}
