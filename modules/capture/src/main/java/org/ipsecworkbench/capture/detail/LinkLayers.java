package org.ipsecworkbench.capture.detail;

import java.util.Map;

/** The outermost layer by the capture's link type, a number of the tcpdump registry. */
final class LinkLayers {
    private static final Map<Integer, Dissector> KNOWN = Map.ofEntries(
            Map.entry(0, Loopback::dissect),
            Map.entry(1, Ethernet::dissect),
            Map.entry(9, Ppp::dissect),
            Map.entry(12, LinkLayers::ip),
            Map.entry(14, LinkLayers::ip),
            Map.entry(50, Ppp::dissect),
            Map.entry(51, Pppoe::session),
            Map.entry(101, LinkLayers::ip),
            Map.entry(104, CiscoHdlc::dissect),
            Map.entry(105, Wireless::dissect),
            Map.entry(108, Loopback::dissect),
            Map.entry(113, LinuxCooked::one),
            Map.entry(127, Radiotap::dissect),
            Map.entry(192, Ppi::dissect),
            Map.entry(228, LinkLayers::ip),
            Map.entry(229, LinkLayers::ip),
            Map.entry(239, Nflog::dissect),
            Map.entry(276, LinuxCooked::two));

    private LinkLayers() {}

    static void next(Dissection packet, int linkType, int from, int to) {
        Dissector dissector = KNOWN.get(linkType);
        if (dissector != null) {
            packet.next(dissector, from, to);
        } else {
            packet.data(from, to);
        }
    }

    /** An IP packet of the version that its first bits tell. */
    static void ip(Dissection packet, int from, int to) {
        int version = from < Math.min(to, packet.end) ? packet.bytes.get(from) >>> 4 & 0xf : 4;
        switch (version) {
            case 4 -> packet.next(Ipv4::dissect, from, to);
            case 6 -> packet.next(Ipv6::dissect, from, to);
            default -> packet.data("Data", "neither version of IP", from, to);
        }
    }
}
