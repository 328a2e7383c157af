package org.ipsecworkbench.capture;

import java.util.List;
import java.util.Map;

/**
 * Two addresses that talk to each other, and whether IPsec protects it.
 *
 * @param a the lower address in canonical text (RFC 5952)
 * @param b the higher address
 * @param network the VLANs and the like around both, such as {@code VLAN 42}; empty where there are none. The same
 *     addresses in two networks are two pairs
 * @param classes what was seen between them; absent classes were not
 * @param aToB what a sent to b
 * @param bToA what b sent to a
 * @param verdict the judgement
 * @param confidence how sure it is, 0 to 1
 * @param reasons why, as sentences, the most important first
 * @param evidence position in the capture, from 0, of the first packet of each sort that the verdict rests on
 */
public record HostPair(
        String a,
        String b,
        String network,
        Map<TrafficClass, Count> classes,
        Direction aToB,
        Direction bToA,
        Verdict verdict,
        double confidence,
        List<String> reasons,
        Map<Protection, Long> evidence) {
    /** Both directions together. */
    public Direction total() {
        return aToB.plus(bToA);
    }
}
