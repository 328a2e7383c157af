package org.ipsecworkbench.captureviewer;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.capture.Confidentiality;
import org.ipsecworkbench.capture.Count;
import org.ipsecworkbench.capture.Coverage;
import org.ipsecworkbench.capture.Direction;
import org.ipsecworkbench.capture.Exemption;
import org.ipsecworkbench.capture.Flow;
import org.ipsecworkbench.capture.HostPair;
import org.ipsecworkbench.capture.Packet;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.capture.TimeSeries;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.Verdict;

/** What the engine would say, made up for the tests of its views. */
public final class Made {
    /** When everything begins. */
    public static final Instant START = Instant.parse("2026-11-23T15:17:58.647966Z");

    private Made() {}

    /** A pair with so many encrypted and clear packets from a to b, of 100 bytes each. */
    public static HostPair pair(String a, String b, Verdict verdict, long encrypted, long clear) {
        Direction there = new Direction(count(encrypted), Count.ZERO, Count.ZERO, count(clear), Count.ZERO, Count.ZERO);
        Direction back = new Direction(Count.ZERO, Count.ZERO, Count.ZERO, Count.ZERO, count(2), Count.ZERO);
        Map<TrafficClass, Count> classes = new EnumMap<>(TrafficClass.class);
        classes.put(TrafficClass.ESP, count(encrypted));
        classes.put(TrafficClass.CLEAR, count(clear));
        classes.put(TrafficClass.ICMP, count(2));
        return new HostPair(
                a, b, "", classes, there, back, verdict, 0.68, List.of("The first reason.", "Another."), Map.of());
    }

    /** A flow of a pair. */
    public static Flow flow(int id, int pair, TrafficClass trafficClass) {
        return new Flow(
                id,
                pair,
                "10.0.0.1",
                "10.0.0.2",
                "",
                trafficClass,
                Exemption.NONE,
                0,
                Confidentiality.UNKNOWN,
                count(1),
                0,
                START,
                START);
    }

    /** A packet. */
    public static Packet packet(long index) {
        return new Packet(
                index,
                START.plusMillis(index),
                "10.0.0.1",
                "10.0.0.2",
                TrafficClass.CLEAR,
                100,
                100,
                "packet " + index);
    }

    /** A coverage of pairs and flows. */
    public static Coverage coverage(List<HostPair> pairs, List<Flow> flows) {
        return new Coverage(
                "pcap",
                List.of("ETHERNET"),
                true,
                100,
                10_000,
                START,
                START.plusSeconds(10),
                0,
                0,
                0,
                List.of(),
                Map.of(),
                pairs,
                flows,
                series(8),
                Verdict.MIXED,
                List.of("A reason."));
    }

    /** Bins of a second with one encrypted packet of 100 bytes in the first, two in the second, and so on. */
    public static TimeSeries series(int bins) {
        long[] packets = new long[bins];
        long[] bytes = new long[bins];
        for (int i = 0; i < bins; i++) {
            packets[i] = i + 1;
            bytes[i] = 100L * (i + 1);
        }
        return new TimeSeries(
                START,
                Duration.ofSeconds(1),
                Map.of(Protection.ENCRYPTED, packets),
                Map.of(Protection.ENCRYPTED, bytes));
    }

    private static Count count(long packets) {
        return new Count(packets, 100 * packets);
    }
}
