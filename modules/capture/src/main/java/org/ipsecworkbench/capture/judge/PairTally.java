package org.ipsecworkbench.capture.judge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ipsecworkbench.capture.Count;
import org.ipsecworkbench.capture.Direction;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.capture.TrafficClass;

/** Collects the flows of one host pair. Direction 0 is from the lower to the higher address. */
final class PairTally {
    private static final int SORTS = 6;

    final long lowHigh;
    final long lowLow;
    final long highHigh;
    final long highLow;
    final int network;
    final Map<TrafficClass, Count> classes = new EnumMap<>(TrafficClass.class);
    /** Position of the first packet of each sort, which a verdict points at. */
    final Map<Protection, Long> firstPackets = new EnumMap<>(Protection.class);

    final List<Integer> flows = new ArrayList<>(4);
    final TreeSet<Long> spis = new TreeSet<>();
    /** Packets and bytes per direction and sort of packet. */
    private final long[] counts = new long[2 * SORTS * 2];

    long twins;
    long twinSamples;
    long exemptIcmp;
    long grace;
    long firstProtected = Long.MAX_VALUE;
    long firstEligible = Long.MAX_VALUE;
    long lastEligible = Long.MIN_VALUE;
    boolean onlyGroups = true;

    PairTally(long lowHigh, long lowLow, long highHigh, long highLow, int network) {
        this.lowHigh = lowHigh;
        this.lowLow = lowLow;
        this.highHigh = highHigh;
        this.highLow = highLow;
        this.network = network;
    }

    void add(int direction, Protection as, long packets, long bytes) {
        int sort = sortOf(as);
        if (sort >= 0) {
            int at = (direction * SORTS + sort) * 2;
            counts[at] += packets;
            counts[at + 1] += bytes;
        }
    }

    /** Keying has no place among what is judged. */
    private static int sortOf(Protection as) {
        return switch (as) {
            case ENCRYPTED -> 0;
            case INTEGRITY_ONLY -> 1;
            case UNPROVEN -> 2;
            case CLEAR -> 3;
            case EXEMPT -> 4;
            case OTHER -> 5;
            case KEYING -> -1;
        };
    }

    Direction direction(int direction) {
        Count[] c = new Count[SORTS];
        for (int sort = 0; sort < SORTS; sort++) {
            int at = (direction * SORTS + sort) * 2;
            c[sort] = counts[at] == 0 ? Count.ZERO : new Count(counts[at], counts[at + 1]);
        }
        return new Direction(c[0], c[1], c[2], c[3], c[4], c[5]);
    }

    long packets(TrafficClass trafficClass) {
        return classes.getOrDefault(trafficClass, Count.ZERO).packets();
    }

    long keying() {
        return packets(TrafficClass.IKEV1) + packets(TrafficClass.IKEV2) + packets(TrafficClass.AUTHIP);
    }

    /** Seconds from the first to the last packet that counts. */
    double seconds() {
        return lastEligible <= firstEligible ? 0 : (lastEligible - firstEligible) / 1e9;
    }
}
