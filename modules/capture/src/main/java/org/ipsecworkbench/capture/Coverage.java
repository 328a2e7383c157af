package org.ipsecworkbench.capture;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far IPsec protects what a capture holds, as far as it was read.
 *
 * @param format key of the file format, such as {@code pcapng}
 * @param linkTypes link layers seen, by the names of the tcpdump registry without {@code LINKTYPE_}
 * @param complete whether the whole file was read
 * @param packets how many packets
 * @param bytes their length on the wire
 * @param start time of the earliest packet; null without packets
 * @param end time of the latest packet; null without packets
 * @param truncatedPackets packets of which the capture holds only the beginning
 * @param malformedPackets packets with headers that contradict themselves
 * @param copiedPackets packets that are copies of another one: at most two milliseconds before it, as a mirror port makes
 *     them, which are counted like all others; or by what the file says of them, as PktMon's logs do, which are left out
 * @param problems what could not be read, in the file's order, bounded by {@link CaptureLimits#maxProblems}
 * @param classes packets and bytes by observed class; absent classes were not seen
 * @param pairs the host pairs, those that need attention first
 * @param flows every flow, at its {@link Flow#id()}
 * @param series protection over time, all pairs together
 * @param verdict the judgement over all pairs
 * @param reasons why, as sentences, the most important first
 */
public record Coverage(
        String format,
        List<String> linkTypes,
        boolean complete,
        long packets,
        long bytes,
        @Nullable Instant start,
        @Nullable Instant end,
        long truncatedPackets,
        long malformedPackets,
        long copiedPackets,
        List<Problem> problems,
        Map<TrafficClass, Count> classes,
        List<HostPair> pairs,
        List<Flow> flows,
        TimeSeries series,
        Verdict verdict,
        List<String> reasons) {}
