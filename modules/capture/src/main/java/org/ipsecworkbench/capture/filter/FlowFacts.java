package org.ipsecworkbench.capture.filter;

import org.ipsecworkbench.capture.Protection;
import org.ipsecworkbench.capture.TrafficClass;

/**
 * What all packets of a flow have in common.
 *
 * @param trafficClass their class
 * @param protection how they count
 * @param network their VLANs, as in {@link org.ipsecworkbench.capture.decode.Frame#network}
 * @param spi their SPI, 0 where there is none
 * @param sourceHigh addresses in two longs each, all 0 where there are none
 * @param merged whether it stands for all flows beyond the limit: only class and protection are true of every packet
 */
record FlowFacts(
        TrafficClass trafficClass,
        Protection protection,
        int network,
        long spi,
        long sourceHigh,
        long sourceLow,
        long destinationHigh,
        long destinationLow,
        boolean merged) {
    static final FlowFacts NONE = new FlowFacts(TrafficClass.UNDECIDABLE, Protection.OTHER, 0, 0, 0, 0, 0, 0, false);

    boolean hasAddresses() {
        return (sourceHigh | sourceLow | destinationHigh | destinationLow) != 0;
    }
}
