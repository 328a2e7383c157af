package org.ipsecworkbench.capture.detail;

import java.util.Map;

/** What IP carries. Source of the numbers: IANA, Assigned Internet Protocol Numbers. */
final class IpProtocols {
    static final int ICMP = 1;
    static final int TCP = 6;
    static final int UDP = 17;
    static final int ICMPV6 = 58;

    static final Names NAMES = Names.of("""
            0 Hop-by-hop options
            1 ICMP
            2 IGMP
            4 IPv4
            6 TCP
            8 EGP
            17 UDP
            27 RDP
            33 DCCP
            41 IPv6
            43 Routing header
            44 Fragment header
            46 RSVP
            47 GRE
            50 ESP
            51 AH
            58 ICMPv6
            59 No next header
            60 Destination options
            88 EIGRP
            89 OSPF
            94 IPIP
            97 EtherIP
            98 ENCAP
            103 PIM
            108 IPComp
            112 VRRP
            113 PGM
            115 L2TP
            132 SCTP
            135 Mobility header
            136 UDP-Lite
            137 MPLS
            139 Host identity
            140 Shim6
            """);

    private static final Map<Integer, Dissector> CARRIED = Map.ofEntries(
            Map.entry(0, Ipv6Extension::options),
            Map.entry(ICMP, Icmp::dissect),
            Map.entry(4, Ipv4::dissect),
            Map.entry(TCP, Tcp::dissect),
            Map.entry(UDP, Udp::dissect),
            Map.entry(41, Ipv6::dissect),
            Map.entry(43, Ipv6Extension::routing),
            Map.entry(44, Ipv6Extension::fragment),
            Map.entry(47, Gre::dissect),
            Map.entry(50, Esp::dissect),
            Map.entry(51, Ah::dissect),
            Map.entry(ICMPV6, Icmpv6::dissect),
            Map.entry(60, Ipv6Extension::options),
            Map.entry(108, IpComp::dissect),
            Map.entry(135, Ipv6Extension::other),
            Map.entry(137, Mpls::dissect),
            Map.entry(139, Ipv6Extension::other),
            Map.entry(140, Ipv6Extension::other));

    private IpProtocols() {}

    static void next(Dissection packet, long protocol, int from, int to) {
        Dissector dissector = CARRIED.get((int) protocol);
        if (dissector != null) {
            packet.next(dissector, from, to);
        } else {
            packet.data("Data", NAMES.get(protocol, "IP protocol"), from, to);
        }
    }
}
