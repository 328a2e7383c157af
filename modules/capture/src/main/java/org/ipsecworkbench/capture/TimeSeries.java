package org.ipsecworkbench.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How much of which protection passed when.
 *
 * @param start the beginning of the first bin
 * @param width of each bin, a power of two in nanoseconds
 * @param packets packets per bin; every array has the same length, at most 512; absent protections were not seen
 * @param bytes bytes on the wire per bin, with the same keys and lengths
 */
public record TimeSeries(
        Instant start, Duration width, Map<Protection, long[]> packets, Map<Protection, long[]> bytes) {
    /** How many bins there are. */
    public int bins() {
        return packets.values().stream().mapToInt(counts -> counts.length).max().orElse(0);
    }

    /** The beginning of a bin. */
    public Instant startOf(int bin) {
        return start.plus(width.multipliedBy(bin));
    }
}
