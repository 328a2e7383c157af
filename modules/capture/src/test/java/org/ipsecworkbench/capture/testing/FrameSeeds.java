package org.ipsecworkbench.capture.testing;

import static org.ipsecworkbench.capture.testing.Packets.AH;
import static org.ipsecworkbench.capture.testing.Packets.ARP;
import static org.ipsecworkbench.capture.testing.Packets.DESTINATION;
import static org.ipsecworkbench.capture.testing.Packets.ESP;
import static org.ipsecworkbench.capture.testing.Packets.FRAGMENT;
import static org.ipsecworkbench.capture.testing.Packets.GRE;
import static org.ipsecworkbench.capture.testing.Packets.HOP_BY_HOP;
import static org.ipsecworkbench.capture.testing.Packets.ICMP;
import static org.ipsecworkbench.capture.testing.Packets.IPV4;
import static org.ipsecworkbench.capture.testing.Packets.IPV6;
import static org.ipsecworkbench.capture.testing.Packets.IP_IN_IP;
import static org.ipsecworkbench.capture.testing.Packets.MPLS;
import static org.ipsecworkbench.capture.testing.Packets.PPPOE;
import static org.ipsecworkbench.capture.testing.Packets.SERVICE_VLAN;
import static org.ipsecworkbench.capture.testing.Packets.TCP;
import static org.ipsecworkbench.capture.testing.Packets.UDP;
import static org.ipsecworkbench.capture.testing.Packets.VLAN;
import static org.ipsecworkbench.capture.testing.Packets.ah;
import static org.ipsecworkbench.capture.testing.Packets.bytes;
import static org.ipsecworkbench.capture.testing.Packets.checked;
import static org.ipsecworkbench.capture.testing.Packets.echo;
import static org.ipsecworkbench.capture.testing.Packets.esp;
import static org.ipsecworkbench.capture.testing.Packets.espNull;
import static org.ipsecworkbench.capture.testing.Packets.extension;
import static org.ipsecworkbench.capture.testing.Packets.fragment;
import static org.ipsecworkbench.capture.testing.Packets.gre;
import static org.ipsecworkbench.capture.testing.Packets.ipv4;
import static org.ipsecworkbench.capture.testing.Packets.ipv4Fragment;
import static org.ipsecworkbench.capture.testing.Packets.ipv6;
import static org.ipsecworkbench.capture.testing.Packets.isakmp;
import static org.ipsecworkbench.capture.testing.Packets.join;
import static org.ipsecworkbench.capture.testing.Packets.mpls;
import static org.ipsecworkbench.capture.testing.Packets.nonEspMarker;
import static org.ipsecworkbench.capture.testing.Packets.pppoe;
import static org.ipsecworkbench.capture.testing.Packets.tcp;
import static org.ipsecworkbench.capture.testing.Packets.udp;
import static org.ipsecworkbench.capture.testing.Packets.vlan;
import static org.ipsecworkbench.capture.testing.Packets.vxlan;

import java.util.List;

/** One packet of everything that the decoder knows. */
public final class FrameSeeds {
    private static final String A = "10.0.0.1";
    private static final String B = "10.0.0.2";
    private static final String SIX_A = "2001:db8::1";
    private static final String SIX_B = "2001:db8::2";

    private FrameSeeds() {}

    /** IP packets. */
    public static List<byte[]> raw() {
        byte[] esp = ipv4(ESP, A, B, esp(0xc0ffee01, 1, bytes(40)));
        return List.of(
                esp,
                ipv4(ESP, A, B, espNull(7, 1, bytes(0), UDP, checked(UDP, A, B, udp(1, 53, bytes(9))), bytes(12))),
                ipv4(AH, A, B, ah(ESP, 1, esp(2, 1, bytes(24)))),
                ipv4(AH, A, B, ah(IP_IN_IP, 1, esp)),
                ipv4(UDP, A, B, udp(500, 500, isakmp(0x10, 2))),
                ipv4(UDP, A, B, udp(4500, 4500, nonEspMarker(isakmp(0x20, 35)))),
                ipv4(UDP, A, B, udp(4500, 4500, esp(0xc0ffee02, 1, bytes(40)))),
                ipv4(UDP, A, B, udp(4500, 4500, new byte[] {-1})),
                ipv4(UDP, A, B, udp(9, 4789, vxlan(7, Packets.ethernet(IPV4, esp)))),
                ipv4(UDP, A, B, udp(9, 6081, join(new byte[] {1, 0, 8, 0, 0, 0, 7, 0, 1, 2, 3, 4}, esp))),
                ipv4(
                        UDP,
                        A,
                        B,
                        udp(
                                9,
                                3544,
                                join(
                                        new byte[] {0, 0, 1, 2, 3, 4, 5, 6},
                                        ipv6(ESP, SIX_A, SIX_B, esp(1, 1, bytes(8)))))),
                ipv4(
                        UDP,
                        A,
                        B,
                        udp(
                                1701,
                                1701,
                                join(new byte[] {0x4a, 2, 0, 50, 0, 1, 0, 2, 0, 0, 0, 0, 0, 2, 9, 9, 0, 0x21}, esp))),
                ipv4(UDP, A, B, udp(68, 67, bytes(20))),
                ipv4(TCP, A, B, tcp(1024, 445, bytes(20))),
                ipv4(
                        TCP,
                        A,
                        B,
                        tcp(
                                1024,
                                4500,
                                join(
                                        "IKETCP".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                                        new byte[] {0, 34, 0, 0, 0, 0},
                                        isakmp(0x20, 34)))),
                ipv4(ICMP, A, B, echo(bytes(20))),
                ipv4(IP_IN_IP, A, B, esp),
                ipv4(GRE, A, B, gre(IPV4, esp)),
                ipv4(
                        GRE,
                        A,
                        B,
                        join(
                                new byte[] {0x30, 1, (byte) 0x88, 0x0b, 0, 40, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0x21},
                                esp)),
                ipv4(
                        GRE,
                        A,
                        B,
                        join(
                                new byte[] {0x10, 0, 0x22, (byte) 0xeb, 0, 0, 0, 1},
                                bytes(12),
                                Packets.ethernet(IPV4, esp))),
                ipv4Fragment(UDP, A, B, 5, 0, true, udp(500, 500, isakmp(0x20, 35))),
                ipv4Fragment(UDP, A, B, 5, 40, false, bytes(40)),
                ipv6(HOP_BY_HOP, SIX_A, SIX_B, extension(DESTINATION, extension(ESP, esp(1, 1, bytes(20))))),
                ipv6(FRAGMENT, SIX_A, SIX_B, fragment(ESP, 9, 0, true, esp(1, 1, bytes(20)))));
    }

    /** Ethernet frames around them. */
    public static List<byte[]> ethernet() {
        byte[] four = ipv4(ESP, A, B, esp(0xc0ffee01, 1, bytes(40)));
        byte[] six = ipv6(ESP, SIX_A, SIX_B, esp(0xc0ffee01, 1, bytes(40)));
        return List.of(
                Packets.ethernet(IPV4, four),
                Packets.ethernet(IPV6, six),
                Packets.ethernet(ARP, bytes(28)),
                Packets.ethernet(VLAN, vlan(42, IPV4, four)),
                Packets.ethernet(SERVICE_VLAN, vlan(100, VLAN, vlan(42, IPV6, six))),
                Packets.ethernet(MPLS, mpls(16, false, mpls(17, true, four))),
                Packets.ethernet(MPLS, mpls(16, true, join(bytes(4), Packets.ethernet(IPV4, four)))),
                Packets.ethernet(PPPOE, pppoe(0x21, four)),
                Packets.ethernet(0x8909, join(new byte[] {1, 1, 0, 1, 0, 2, 8, 0}, four)),
                Packets.ethernet(60, join(new byte[] {(byte) 0xaa, (byte) 0xaa, 3, 0, 0, 0, 8, 0}, four)));
    }
}
