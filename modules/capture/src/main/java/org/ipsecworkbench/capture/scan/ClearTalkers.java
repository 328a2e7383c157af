package org.ipsecworkbench.capture.scan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.capture.TrafficClass;

/** Which hosts talk to each other in clear only. */
final class ClearTalkers {
    private record Talk(long sh, long sl, long dh, long dl, int network) {
        Talk back() {
            return new Talk(dh, dl, sh, sl, network);
        }
    }

    private final Map<Talk, Set<TrafficClass>> seen = new HashMap<>();

    ClearTalkers(FlowTable flows) {
        for (int flow = 0; flow < flows.size(); flow++) {
            long[] a = flows.addresses(flow);
            seen.computeIfAbsent(new Talk(a[0], a[1], a[2], a[3], flows.network(flow)), talk -> new HashSet<>())
                    .add(flows.trafficClass(flow));
        }
    }

    /** Whether the hosts of a datagram sent clear packets in its direction and neither IKE nor IPsec in any. */
    boolean contains(Fragments.Key key) {
        Talk talk = new Talk(key.sh(), key.sl(), key.dh(), key.dl(), key.network());
        Set<TrafficClass> there = seen.getOrDefault(talk, Set.of());
        Set<TrafficClass> back = seen.getOrDefault(talk.back(), Set.of());
        return there.contains(TrafficClass.CLEAR)
                && there.stream().noneMatch(ClearTalkers::isSecurity)
                && back.stream().noneMatch(ClearTalkers::isSecurity);
    }

    private static boolean isSecurity(TrafficClass seen) {
        return seen.isProtected() || seen.isKeying();
    }
}
