package org.ipsecworkbench.capture.detail;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What UDP and TCP carry, by the lower of the ports that is known. Source of the numbers: IANA, Service Names. */
final class Ports {
    static final Names NAMES = Names.of("""
            20 FTP data
            21 FTP
            22 SSH
            23 Telnet
            25 SMTP
            53 DNS
            67 DHCP server
            68 DHCP client
            69 TFTP
            80 HTTP
            88 Kerberos
            110 POP3
            123 NTP
            135 RPC endpoint mapper
            137 NetBIOS names
            138 NetBIOS datagrams
            139 NetBIOS sessions
            143 IMAP
            161 SNMP
            162 SNMP traps
            389 LDAP
            443 HTTPS
            445 SMB
            464 Kerberos passwords
            500 ISAKMP
            514 Syslog
            546 DHCPv6 client
            547 DHCPv6 server
            587 Mail submission
            593 RPC over HTTP
            636 LDAP over TLS
            993 IMAP over TLS
            995 POP3 over TLS
            1194 OpenVPN
            1433 SQL Server
            1434 SQL Server browser
            1701 L2TP
            1723 PPTP
            1812 RADIUS
            1813 RADIUS accounting
            1900 SSDP
            3268 Global catalog
            3269 Global catalog over TLS
            3389 Remote desktop
            3544 Teredo
            3702 WS-Discovery
            4500 IPsec NAT traversal
            4789 VXLAN
            5353 Multicast DNS
            5355 LLMNR
            5985 WinRM
            5986 WinRM over TLS
            6081 Geneve
            8472 VXLAN of Linux
            9389 Active Directory web services
            51820 WireGuard
            """);

    private static final Map<Integer, Dissector> UDP = Map.ofEntries(
            Map.entry(53, Dns::dissect),
            Map.entry(67, Dhcp::dissect),
            Map.entry(68, Dhcp::dissect),
            Map.entry(88, Kerberos::udp),
            Map.entry(500, Isakmp::dissect),
            Map.entry(1701, L2tp::dissect),
            Map.entry(3544, Teredo::dissect),
            Map.entry(4500, NatTraversal::dissect),
            Map.entry(5353, Dns::dissect),
            Map.entry(5355, Dns::dissect));

    /** Known by the destination alone: the source is any port. */
    private static final Map<Integer, Dissector> UDP_TO =
            Map.of(4789, Vxlan::dissect, 6081, Geneve::dissect, 8472, Vxlan::dissect);

    private static final Map<Integer, Dissector> TCP = Map.of(
            53, Dns::tcp,
            88, Kerberos::tcp,
            139, NetBiosSession::dissect,
            445, NetBiosSession::dissect,
            4500, TcpEncapsulation::dissect);

    private Ports() {}

    static void udp(Dissection packet, int source, int destination, int from, int to) {
        Dissector dissector = UDP_TO.get(destination);
        next(packet, dissector != null ? dissector : find(UDP, source, destination), from, to);
    }

    static void tcp(Dissection packet, int source, int destination, int from, int to) {
        Dissector dissector = find(TCP, source, destination);
        // TLS is met on any port, and tells itself.
        next(packet, dissector == null && Tls.begins(packet, from, to) ? Tls::dissect : dissector, from, to);
    }

    private static @Nullable Dissector find(Map<Integer, Dissector> known, int source, int destination) {
        Dissector lower = known.get(Math.min(source, destination));
        return lower != null ? lower : known.get(Math.max(source, destination));
    }

    private static void next(Dissection packet, @Nullable Dissector dissector, int from, int to) {
        if (dissector == null || to <= from) {
            packet.data(from, to);
        } else {
            packet.next(dissector, from, to);
        }
    }
}
