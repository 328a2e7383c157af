package org.ipsecworkbench.capture.decode;

import static org.ipsecworkbench.capture.testing.Packets.AH;
import static org.ipsecworkbench.capture.testing.Packets.DESTINATION;
import static org.ipsecworkbench.capture.testing.Packets.ESP;
import static org.ipsecworkbench.capture.testing.Packets.FRAGMENT;
import static org.ipsecworkbench.capture.testing.Packets.GRE;
import static org.ipsecworkbench.capture.testing.Packets.HOP_BY_HOP;
import static org.ipsecworkbench.capture.testing.Packets.ICMP;
import static org.ipsecworkbench.capture.testing.Packets.ICMPV6;
import static org.ipsecworkbench.capture.testing.Packets.IP6_IN_IP;
import static org.ipsecworkbench.capture.testing.Packets.IPCOMP;
import static org.ipsecworkbench.capture.testing.Packets.IPV4;
import static org.ipsecworkbench.capture.testing.Packets.IPV6;
import static org.ipsecworkbench.capture.testing.Packets.IP_IN_IP;
import static org.ipsecworkbench.capture.testing.Packets.ROUTING;
import static org.ipsecworkbench.capture.testing.Packets.TCP;
import static org.ipsecworkbench.capture.testing.Packets.UDP;
import static org.ipsecworkbench.capture.testing.Packets.ah;
import static org.ipsecworkbench.capture.testing.Packets.bytes;
import static org.ipsecworkbench.capture.testing.Packets.cut;
import static org.ipsecworkbench.capture.testing.Packets.echo;
import static org.ipsecworkbench.capture.testing.Packets.esp;
import static org.ipsecworkbench.capture.testing.Packets.ethernet;
import static org.ipsecworkbench.capture.testing.Packets.extension;
import static org.ipsecworkbench.capture.testing.Packets.fragment;
import static org.ipsecworkbench.capture.testing.Packets.gre;
import static org.ipsecworkbench.capture.testing.Packets.ipv4;
import static org.ipsecworkbench.capture.testing.Packets.ipv4Fragment;
import static org.ipsecworkbench.capture.testing.Packets.ipv6;
import static org.ipsecworkbench.capture.testing.Packets.join;
import static org.ipsecworkbench.capture.testing.Packets.tcp;
import static org.ipsecworkbench.capture.testing.Packets.udp;
import static org.ipsecworkbench.capture.testing.Packets.vxlan;
import static org.ipsecworkbench.capture.testing.Packets.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.ipsecworkbench.capture.TrafficClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** IP of both versions, extension headers, fragments, security headers and tunnels. */
class NetworkDecoderTest {
    private static final String A = "10.0.0.1";
    private static final String B = "10.0.0.2";
    private static final String SIX_A = "2001:db8::1";
    private static final String SIX_B = "2001:db8::2";
    private static final int SPI = 0xc0ffee01;

    @ParameterizedTest
    @CsvSource({
        "50, ESP",
        "51, AH",
        "1, ICMP",
        "58, ICMPV6",
        "108, IPCOMP",
        "6, CLEAR",
        "17, CLEAR",
        "132, CLEAR",
        "99, CLEAR"
    })
    void theProtocolNumberTellsTheClass(int protocol, TrafficClass trafficClass) {
        assertEquals(trafficClass, four(protocol, bytes(40)).trafficClass);
        assertEquals(trafficClass, raw(ipv6(protocol, SIX_A, SIX_B, bytes(40))).trafficClass);
    }

    @Test
    void ipv4OptionsAreSteppedOver() {
        byte[] packet = ipv4(ESP, A, B, join(bytes(12), esp(SPI, 1, bytes(20))));
        Frame f = raw(with(packet, 0, 0x48));
        assertEquals(SPI, f.spi);
        assertEquals(28, f.espLength);
    }

    @Test
    void aHeaderLengthBelowTwentyIsMalformedButStillIp() {
        Frame f = raw(with(ipv4(ESP, A, B, bytes(20)), 0, 0x44));
        assertTrue(f.malformed);
        assertEquals(TrafficClass.CLEAR, f.trafficClass);
    }

    @Test
    void aTotalLengthOfZeroIsSegmentationOffload() {
        byte[] packet = with(with(ipv4(ESP, A, B, esp(SPI, 1, bytes(50))), 2, 0), 3, 0);
        Frame f = raw(packet);
        assertEquals(TrafficClass.ESP, f.trafficClass);
        assertEquals(58, f.espLength);
        assertFalse(f.malformed);
    }

    @Test
    void aTotalLengthBelowTheHeaderIsMalformed() {
        Frame f = raw(with(with(ipv4(ESP, A, B, bytes(20)), 2, 0), 3, 19));
        assertTrue(f.malformed);
        assertEquals(TrafficClass.CLEAR, f.trafficClass);
    }

    @ParameterizedTest
    @CsvSource({HOP_BY_HOP + "", ROUTING + "", DESTINATION + "", "135", "139", "140"})
    void ipv6ExtensionHeadersAreSteppedOver(int header) {
        Frame f = raw(ipv6(header, SIX_A, SIX_B, extension(ESP, esp(SPI, 1, bytes(20)))));
        assertEquals(TrafficClass.ESP, f.trafficClass);
        assertEquals(SPI, f.spi);
        assertEquals(28, f.espLength);
    }

    @Test
    void severalExtensionHeadersAreSteppedOver() {
        byte[] chain = extension(ROUTING, extension(DESTINATION, extension(AH, ah(TCP, SPI, tcp(1, 2, bytes(0))))));
        assertEquals(TrafficClass.AH, raw(ipv6(HOP_BY_HOP, SIX_A, SIX_B, chain)).trafficClass);
    }

    @Test
    void extensionHeadersWithoutEndAreMalformed() {
        byte[] chain = bytes(0);
        for (int i = 0; i < 50; i++) {
            chain = extension(DESTINATION, chain);
        }
        Frame f = raw(ipv6(DESTINATION, SIX_A, SIX_B, chain));
        assertTrue(f.malformed);
        assertEquals(TrafficClass.CLEAR, f.trafficClass);
    }

    @Test
    void extensionHeadersThatAreCutHideTheClass() {
        byte[] whole = ipv6(HOP_BY_HOP, SIX_A, SIX_B, extension(ESP, esp(SPI, 1, bytes(20))));
        assertEquals(TrafficClass.UNDECIDABLE, raw(cut(whole, 41)).trafficClass);
        assertEquals(TrafficClass.UNDECIDABLE, raw(cut(whole, 47)).trafficClass);
        assertEquals(TrafficClass.ESP, raw(cut(whole, 48)).trafficClass);
    }

    @Test
    void theFirstFragmentShowsWhatTheDatagramIs() {
        Frame f = raw(ipv4Fragment(ESP, A, B, 77, 0, true, esp(SPI, 1, bytes(40))));
        assertTrue(f.firstFragment);
        assertFalse(f.laterFragment);
        assertEquals(SPI, f.spi);
        assertEquals(77, f.datagram);
        assertEquals(-1, f.espLength, "its end is in another frame");
    }

    @ParameterizedTest
    @CsvSource({"50, ESP", "51, AH", "1, ICMP", "58, ICMPV6", "17, UNDECIDABLE", "6, UNDECIDABLE"})
    void aLaterFragmentShowsItsProtocolNumberOnly(int protocol, TrafficClass trafficClass) {
        // What looks like ports must not be read as ports.
        byte[] payload = udp(500, 500, bytes(40));
        Frame four = raw(ipv4Fragment(protocol, A, B, 77, 1480, false, payload));
        assertTrue(four.laterFragment);
        assertEquals(trafficClass, four.trafficClass);
        assertEquals(-1, four.sourcePort);
        assertEquals(0, four.spi);
        Frame six = raw(ipv6(FRAGMENT, SIX_A, SIX_B, fragment(protocol, 0x12345678, 1480, true, payload)));
        assertTrue(six.laterFragment);
        assertEquals(trafficClass, six.trafficClass);
        assertEquals(0x12345678, six.datagram);
        assertEquals(protocol, six.datagramProtocol);
    }

    /** RFC 6946. */
    @Test
    void anAtomicFragmentIsAWholePacket() {
        Frame f = raw(ipv6(FRAGMENT, SIX_A, SIX_B, fragment(ESP, 1, 0, false, esp(SPI, 1, bytes(20)))));
        assertFalse(f.firstFragment);
        assertFalse(f.laterFragment);
        assertEquals(28, f.espLength);
    }

    @Test
    void ahIsReadableWhateverItCarries() {
        Frame f = four(AH, ah(TCP, SPI, tcp(80, 1024, bytes(100))));
        assertEquals(TrafficClass.AH, f.trafficClass);
        assertEquals(SPI, f.spi);
        assertEquals(1, f.sequence);
        assertEquals(-1, f.esp);
    }

    @Test
    void ahAroundEspNamesTheSpiOfEsp() {
        Frame f = four(AH, ah(ESP, 0x1001, esp(SPI, 9, bytes(24))));
        assertEquals(TrafficClass.AH_ESP, f.trafficClass);
        assertEquals(SPI, f.spi);
        assertEquals(9, f.sequence);
        assertEquals(32, f.espLength);
    }

    @Test
    void ahInTunnelModeAroundEspStaysBetweenTheGateways() {
        byte[] inner = ipv4(ESP, "192.168.1.1", "192.168.2.1", esp(SPI, 1, bytes(24)));
        Frame f = four(AH, ah(IP_IN_IP, 0x1001, inner));
        assertEquals(TrafficClass.AH_ESP, f.trafficClass);
        assertEquals(SPI, f.spi);
        assertEquals(Frame.IPV4 | 0x0a000001, f.sourceLow);
    }

    @Test
    void ahInAhWithoutEndIsStillAh() {
        byte[] nested = bytes(4);
        for (int i = 0; i < 100; i++) {
            nested = ah(AH, SPI, nested);
        }
        assertEquals(TrafficClass.AH, four(AH, nested).trafficClass);
    }

    @Test
    void anIcmpErrorThatQuotesEspIsIcmp() {
        byte[] quoted = ipv4(ESP, A, B, esp(SPI, 1, bytes(0)));
        byte[] unreachable = join(new byte[] {3, 4, 0, 0, 0, 0, 0, 0}, quoted);
        Frame f = four(ICMP, unreachable);
        assertEquals(TrafficClass.ICMP, f.trafficClass);
        assertEquals(0, f.spi);
    }

    @Test
    void tunnelsThatProtectNothingAreLookedInto() {
        byte[] inner = ipv4(ESP, "192.168.1.1", "192.168.2.1", esp(SPI, 1, bytes(24)));
        byte[] innerSix = ipv6(ESP, SIX_A, SIX_B, esp(SPI, 1, bytes(24)));
        assertInner(four(IP_IN_IP, inner));
        assertInner(raw(ipv6(IP_IN_IP, SIX_A, SIX_B, inner)));
        assertInner(four(GRE, gre(IPV4, inner)));
        assertInner(four(GRE, gre(0x6558, ethernet(IPV4, inner))));
        assertInner(four(GRE, gre(0x88be, ethernet(IPV4, inner))));
        assertInner(four(UDP, udp(50_000, 4789, vxlan(7, ethernet(IPV4, inner)))));
        assertInner(four(UDP, udp(50_000, 8472, vxlan(7, ethernet(IPV4, inner)))));
        assertEquals(TrafficClass.ESP, four(IP6_IN_IP, innerSix).trafficClass);
        assertEquals(TrafficClass.ESP, four(GRE, gre(IPV6, innerSix)).trafficClass);
    }

    @Test
    void greOptionsAreSteppedOver() {
        byte[] inner = ipv4(ESP, "192.168.1.1", "192.168.2.1", esp(SPI, 1, bytes(24)));
        for (int flags : new int[] {0x8000, 0x2000, 0x1000, 0xb000}) {
            byte[] options = bytes(4 * Integer.bitCount(flags));
            byte[] header = ByteBuffer.allocate(4)
                    .putShort((short) flags)
                    .putShort((short) IPV4)
                    .array();
            assertInner(four(GRE, join(header, options, inner)));
        }
    }

    @Test
    void aTunnelWithSomethingElseInsideIsClear() {
        Frame f = four(GRE, gre(0x0806, bytes(28)));
        assertEquals(TrafficClass.CLEAR, f.trafficClass);
        assertEquals(Frame.IPV4 | 0x0a000001, f.sourceLow);
        assertEquals(TrafficClass.CLEAR, four(GRE, gre(0x6558, ethernet(0x0806, bytes(28)))).trafficClass);
        assertEquals(TrafficClass.CLEAR, four(IP_IN_IP, bytes(40)).trafficClass);
    }

    @Test
    void tunnelsInTunnelsWithoutEndAreGivenUp() {
        byte[] nested = bytes(0);
        for (int i = 0; i < 100; i++) {
            nested = ipv4(IP_IN_IP, A, B, nested);
        }
        Frame f = raw(nested);
        assertTrue(f.malformed);
        assertEquals(TrafficClass.CLEAR, f.trafficClass);
    }

    @Test
    void wherePacketsAreCutTheClassIsWhatTheProtocolNumberSays() {
        byte[] packet = ipv4(ESP, A, B, esp(SPI, 1, bytes(64)));
        for (int length = 20; length < packet.length; length++) {
            assertEquals(TrafficClass.ESP, raw(cut(packet, length)).trafficClass);
        }
        assertEquals(TrafficClass.UNDECIDABLE, raw(cut(packet, 19)).trafficClass);
    }

    @Test
    void compressedIsNotProtected() {
        assertEquals(TrafficClass.IPCOMP, four(IPCOMP, bytes(20)).trafficClass);
        assertFalse(TrafficClass.IPCOMP.isProtected());
    }

    @Test
    void icmpOfBothVersionsIsToldByItsNumber() {
        assertEquals(TrafficClass.ICMP, four(ICMP, echo(bytes(8))).trafficClass);
        assertEquals(TrafficClass.ICMPV6, raw(ipv6(ICMPV6, SIX_A, SIX_B, bytes(8))).trafficClass);
    }

    private static void assertInner(Frame f) {
        assertEquals(TrafficClass.ESP, f.trafficClass);
        assertEquals(SPI, f.spi);
        assertEquals(Frame.IPV4 | 0xc0a80101L, f.sourceLow);
        assertEquals(Frame.IPV4 | 0xc0a80201L, f.destinationLow);
    }

    private static Frame four(int protocol, byte[] payload) {
        return raw(ipv4(protocol, A, B, payload));
    }

    private static Frame raw(byte[] packet) {
        return Decoded.frame(LinkTypes.RAW, packet);
    }
}
