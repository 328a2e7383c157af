package org.ipsecworkbench.capture.detail;

import java.util.Map;

/** What an EtherType leads to. Source of the numbers: IANA, IEEE 802 Numbers. */
final class EtherTypes {
    static final int IPV4 = 0x0800;
    static final int IPV6 = 0x86dd;
    static final int BRIDGED = 0x6558;
    /** Below this the field is the length of an IEEE 802.3 frame. */
    static final int FIRST = 0x600;

    static final Names NAMES = Names.of("""
            0x0800 IPv4
            0x0806 ARP
            0x0842 Wake-on-LAN
            0x22eb ERSPAN type III
            0x22f0 AVTP
            0x22f3 TRILL
            0x6002 DEC MOP
            0x6558 Transparent Ethernet bridging
            0x8035 RARP
            0x809b AppleTalk
            0x8100 802.1Q VLAN tag
            0x8137 IPX
            0x86dd IPv6
            0x8808 Ethernet flow control
            0x8809 Slow protocols (LACP)
            0x880b PPP
            0x8847 MPLS unicast
            0x8848 MPLS multicast
            0x8863 PPPoE discovery
            0x8864 PPPoE session
            0x886f Microsoft NLB
            0x888e EAPOL, 802.1X
            0x88a8 802.1ad service VLAN tag
            0x88be ERSPAN
            0x88cc LLDP
            0x88e5 MACsec
            0x88f7 PTP
            0x8909 Cisco metadata
            0x8915 RoCE
            0x9000 Loopback test
            0x9100 VLAN tag, old QinQ
            0x9200 VLAN tag, old QinQ
            """);

    private static final Map<Integer, Dissector> CARRIED = Map.ofEntries(
            Map.entry(IPV4, Ipv4::dissect),
            Map.entry(0x0806, Arp::dissect),
            Map.entry(0x8035, Arp::dissect),
            Map.entry(IPV6, Ipv6::dissect),
            Map.entry(BRIDGED, Ethernet::dissect),
            Map.entry(0x8100, Vlan::dissect),
            Map.entry(0x8847, Mpls::dissect),
            Map.entry(0x8848, Mpls::dissect),
            Map.entry(0x8863, Pppoe::discovery),
            Map.entry(0x8864, Pppoe::session),
            Map.entry(0x880b, Ppp::dissect),
            Map.entry(0x88a8, Vlan::dissect),
            Map.entry(0x88be, Erspan::two),
            Map.entry(0x22eb, Erspan::three),
            Map.entry(0x8909, CiscoMetadata::dissect),
            Map.entry(0x9100, Vlan::dissect),
            Map.entry(0x9200, Vlan::dissect));

    private EtherTypes() {}

    static void next(Dissection packet, long type, int from, int to) {
        Dissector dissector = CARRIED.get((int) type);
        if (dissector != null) {
            packet.next(dissector, from, to);
        } else {
            packet.data("Data", NAMES.get(type), from, to);
        }
    }

    /** A type, or the length of a frame with an LLC header; both as Ethernet and VLAN tags have them. */
    static void lengthOrType(Dissection packet, Layer layer) {
        if (layer.peek(2) < FIRST && layer.has(2)) {
            int length = (int) layer.number("Length", 2, "byte");
            int to = layer.to();
            if (length > layer.left()) {
                layer.wrong("but " + Words.bytes(layer.left()) + " follow");
            } else {
                to = layer.at() + length;
            }
            packet.next(Llc::dissect, layer.at(), to);
            packet.data("Trailer", "", to, layer.to());
        } else {
            long type = layer.hex("Type", 2, NAMES);
            if (layer.ok()) {
                next(packet, type, layer.at(), layer.to());
            }
        }
    }
}
