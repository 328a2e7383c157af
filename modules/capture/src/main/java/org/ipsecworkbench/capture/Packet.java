package org.ipsecworkbench.capture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of a packet list.
 *
 * @param index position in the capture, from 0; people read {@code index + 1}
 * @param time when it was captured; null where the file does not say
 * @param source sender in canonical text; empty where there is none
 * @param destination receiver, likewise
 * @param trafficClass what it shows
 * @param length bytes on the wire
 * @param capturedLength bytes in the capture
 * @param info the essence of its headers in words
 */
public record Packet(
        long index,
        @Nullable Instant time,
        String source,
        String destination,
        TrafficClass trafficClass,
        long length,
        int capturedLength,
        String info) {}
