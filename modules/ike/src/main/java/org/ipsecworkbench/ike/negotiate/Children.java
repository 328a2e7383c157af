package org.ipsecworkbench.ike.negotiate;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipsecworkbench.capture.Flow;
import org.ipsecworkbench.capture.TrafficClass;
import org.ipsecworkbench.ike.ChildSa;
import org.ipsecworkbench.ike.Evidence;
import org.ipsecworkbench.ike.Source;

/**
 * Finds the SAs of ESP and AH that negotiations led to, by the traffic that followed: their SPIs are agreed on under
 * encryption, so that the first packet with a new SPI between the same hosts is what shows them.
 */
final class Children {
    /** SAs of one negotiation; a long IKE SA makes a pair at every rekeying. */
    private static final int MAX_CHILDREN = 1000;

    private Children() {}

    static void assign(Collection<Building> all, List<Flow> flows, Source source) {
        // Which number a flow has depends on the threads that read the capture.
        List<Flow> inOrder = flows.stream()
                .filter(flow -> flow.trafficClass().isProtected()
                        && flow.spi() != 0
                        && !flow.source().isEmpty())
                .sorted(Comparator.comparingLong(Flow::firstPacket))
                .toList();
        if (inOrder.isEmpty()) {
            return;
        }
        // From which packet on new SPIs are whose, per pair of hosts.
        Map<String, TreeMap<Long, Building>> byPair = new HashMap<>();
        for (Building building : all) {
            long packet = ready(building);
            if (packet > 0) {
                for (String pair : building.pairs()) {
                    byPair.computeIfAbsent(pair, any -> new TreeMap<>()).put(packet, building);
                }
            }
        }
        for (Flow flow : inOrder) {
            TreeMap<Long, Building> candidates = byPair.get(Pairs.name(flow.source(), flow.destination()));
            if (candidates != null) {
                assign(flow, candidates, source);
            }
        }
    }

    private static void assign(Flow flow, TreeMap<Long, Building> candidates, Source source) {
        long packet = flow.firstPacket() + 1;
        Map.Entry<Long, Building> latest = candidates.floorEntry(packet);
        if (latest == null || latest.getValue().children.size() >= MAX_CHILDREN) {
            return;
        }
        boolean isAh = flow.trafficClass() == TrafficClass.AH || flow.trafficClass() == TrafficClass.AH_ESP;
        latest.getValue()
                .children
                .add(new ChildSa(
                        isAh ? "ah" : "esp",
                        (int) flow.spi(),
                        flow.source(),
                        flow.destination(),
                        List.of(Evidence.of(source, packet))));
    }

    /** The packet of the first message that may complete an IPsec SA; 0 where there was none. */
    private static long ready(Building building) {
        long first = 0;
        for (Exchange exchange : building.exchanges.all()) {
            boolean makesChildren = switch (exchange.type) {
                case Exchange.QUICK,
                        Exchange.IKE_AUTH,
                        Exchange.CREATE_CHILD_SA,
                        Exchange.AUTHIP_QUICK,
                        Exchange.AUTHIP_EXTENDED -> true;
                default -> false;
            };
            if (makesChildren && exchange.answeredIn > 0 && (first == 0 || exchange.answeredIn < first)) {
                first = exchange.answeredIn;
            }
        }
        return first;
    }
}
