package org.ipsecworkbench.capture.judge;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.ipsecworkbench.capture.Exemption;
import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.capture.TimeSeries;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.capture.scan.Tally;

/** Adds the time lines of flows up by how they count. */
final class SeriesBuilder {
    private final Tally total;
    /** By {@link Protection}: packets and bytes alternating, one pair per bin. */
    private final long[][] lines;

    /** Of what was counted, where each flow counts as told. */
    SeriesBuilder(Tally total, Protection[] ofFlow) {
        this.total = total;
        // Flows beyond the limit of lines share one per class; neither content nor exemption is told apart there.
        int[] ofClass = Arrays.stream(TrafficClass.values())
                .mapToInt(one -> protection(one, Exemption.NONE).ordinal())
                .toArray();
        lines = total.lines(
                Protection.values().length,
                ofClass,
                Arrays.stream(ofFlow).mapToInt(Protection::ordinal).toArray());
    }

    /** How a packet counts whose class alone decides; ESP counts as not proven. */
    static Protection protection(TrafficClass trafficClass, Exemption exemption) {
        return switch (trafficClass) {
            case ESP, ESP_UDP, ESP_TCP, AH_ESP -> Protection.UNPROVEN;
            case AH -> Protection.INTEGRITY_ONLY;
            case IKEV1, IKEV2, AUTHIP, NAT_KEEPALIVE -> Protection.KEYING;
            case ICMP, ICMPV6 -> Protection.EXEMPT;
            case CLEAR, IPCOMP -> exemption == Exemption.NONE ? Protection.CLEAR : Protection.EXEMPT;
            case ARP, NON_IP, UNDECIDABLE -> Protection.OTHER;
        };
    }

    /** Counts one packet as exempt that was counted as clear. */
    void move(long time, long length) {
        long[] clear = lines[Protection.CLEAR.ordinal()];
        long[] exempt = lines[Protection.EXEMPT.ordinal()];
        int bin = total.bin(time) * 2;
        if (clear[bin] > 0) {
            clear[bin]--;
            clear[bin + 1] -= length;
            exempt[bin]++;
            exempt[bin + 1] += length;
        }
    }

    TimeSeries build() {
        Map<Protection, long[]> packets = new EnumMap<>(Protection.class);
        Map<Protection, long[]> bytes = new EnumMap<>(Protection.class);
        Duration width = Duration.ofNanos(total.lineWidth());
        if (total.earliest() > total.latest()) {
            return new TimeSeries(CoverageJudge.instant(0), width, packets, bytes);
        }
        int from = total.bin(total.earliest());
        int to = total.bin(total.latest()) + 1;
        for (Protection as : Protection.values()) {
            long[] line = lines[as.ordinal()];
            long[] p = new long[to - from];
            long[] b = new long[to - from];
            for (int i = from; i < to; i++) {
                p[i - from] = line[2 * i];
                b[i - from] = line[2 * i + 1];
            }
            if (Arrays.stream(p).anyMatch(count -> count > 0)) {
                packets.put(as, p);
                bytes.put(as, b);
            }
        }
        return new TimeSeries(CoverageJudge.instant(total.binStart(from)), width, packets, bytes);
    }
}
