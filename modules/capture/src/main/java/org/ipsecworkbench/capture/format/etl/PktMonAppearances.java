package org.ipsecworkbench.capture.format.etl;

/**
 * The appearances of each packet in a log of PktMon, and which of them is the nearest to the network adapter.
 *
 * <p>Filled with all appearances first, then asked for each. Takes some 60 bytes per packet, for at most {@link
 * #MAX_PACKETS}; what comes beyond is not told apart, and each of its appearances counts as a packet.
 */
final class PktMonAppearances {
    /** A log of the usual 512 MB has some 300,000. */
    static final int MAX_PACKETS = 1 << 20;

    /** Identifiers that were chosen to fall into one place must not make the search slow. */
    private static final int MAX_PROBES = 64;

    private static final int GIVEN = Integer.MAX_VALUE;

    private int size;
    private boolean full;
    private long[] keys = new long[1 << 10];
    private int[] nearest = new int[keys.length];
    private int[] counts = new int[keys.length];
    private int[] reasons = new int[keys.length];

    /**
     * Notes an appearance.
     *
     * @param group processor and running number of a list of packets
     * @param number of the packet in its list
     * @param distance from the adapter; less is nearer
     */
    void see(long group, int number, int distance) {
        int at = place(key(group, number), true);
        if (at >= 0) {
            nearest[at] = counts[at] == 0 ? distance : Math.min(nearest[at], distance);
            counts[at]++;
        }
    }

    /** Notes why a packet was dropped somewhere. */
    void drop(long group, int number, int reason) {
        int at = place(key(group, number), true);
        if (at >= 0) {
            reasons[at] = reason;
        }
    }

    /** How many appearances the packet has, where this is the one to take; 0 where another one is. */
    int take(long group, int number, int distance) {
        int at = place(key(group, number), false);
        if (at < 0) {
            return 1;
        }
        if (nearest[at] != distance) {
            return 0;
        }
        nearest[at] = GIVEN;
        return counts[at];
    }

    /** Why the packet was dropped somewhere, 0 where it was not or the log does not tell. */
    int reason(long group, int number) {
        int at = place(key(group, number), false);
        return at < 0 ? 0 : reasons[at];
    }

    /** Whether there were more packets than are told apart. */
    boolean isFull() {
        return full;
    }

    /** Never 0, which marks a free place. */
    private static long key(long group, int number) {
        long key = (group * 0x9e3779b97f4a7c15L + number) * 0xc2b2ae3d27d4eb4fL;
        return key == 0 ? 1 : key;
    }

    private int place(long key, boolean add) {
        int mask = keys.length - 1;
        int at = (int) (key >>> 32) & mask;
        for (int probe = 0; probe < MAX_PROBES; probe++) {
            if (keys[at] == key) {
                return at;
            }
            if (keys[at] == 0) {
                return add ? insert(key, at) : -1;
            }
            at = at + 1 & mask;
        }
        return -1;
    }

    private int insert(long key, int at) {
        if (size == MAX_PACKETS) {
            full = true;
            return -1;
        }
        if (2 * size >= keys.length) {
            grow();
            return place(key, true);
        }
        keys[at] = key;
        size++;
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNearest = nearest;
        int[] oldCounts = counts;
        int[] oldReasons = reasons;
        keys = new long[2 * oldKeys.length];
        nearest = new int[keys.length];
        counts = new int[keys.length];
        reasons = new int[keys.length];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            int at = oldKeys[i] == 0 ? -1 : place(oldKeys[i], true);
            if (at >= 0) {
                nearest[at] = oldNearest[i];
                counts[at] = oldCounts[i];
                reasons[at] = oldReasons[i];
            }
        }
    }
}
