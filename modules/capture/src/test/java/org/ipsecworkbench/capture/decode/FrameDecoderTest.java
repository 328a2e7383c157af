package org.ipsecworkbench.capture.decode;

import static org.ipsecworkbench.capture.testing.Packets.ARP;
import static org.ipsecworkbench.capture.testing.Packets.BRIDGED;
import static org.ipsecworkbench.capture.testing.Packets.ESP;
import static org.ipsecworkbench.capture.testing.Packets.IPV4;
import static org.ipsecworkbench.capture.testing.Packets.MPLS;
import static org.ipsecworkbench.capture.testing.Packets.PPPOE;
import static org.ipsecworkbench.capture.testing.Packets.SERVICE_VLAN;
import static org.ipsecworkbench.capture.testing.Packets.VLAN;
import static org.ipsecworkbench.capture.testing.Packets.bytes;
import static org.ipsecworkbench.capture.testing.Packets.cut;
import static org.ipsecworkbench.capture.testing.Packets.esp;
import static org.ipsecworkbench.capture.testing.Packets.ethernet;
import static org.ipsecworkbench.capture.testing.Packets.ipv4;
import static org.ipsecworkbench.capture.testing.Packets.ipv6;
import static org.ipsecworkbench.capture.testing.Packets.join;
import static org.ipsecworkbench.capture.testing.Packets.mpls;
import static org.ipsecworkbench.capture.testing.Packets.pppoe;
import static org.ipsecworkbench.capture.testing.Packets.vlan;
import static org.ipsecworkbench.capture.testing.Packets.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.ipsecworkbench.capture.TrafficClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From every link layer to the packet that it carries. */
class FrameDecoderTest {
    private static final int SPI = 0xc0ffee01;
    private static final byte[] FOUR = ipv4(ESP, "10.0.0.1", "10.0.0.2", esp(SPI, 7, bytes(64)));
    private static final byte[] SIX = ipv6(ESP, "2001:db8::1", "2001:db8::2", esp(SPI, 7, bytes(64)));

    static Stream<Arguments> headersBeforeIpv4() {
        return Stream.of(
                arguments("Ethernet", LinkTypes.ETHERNET, "00155d000002 00155d000001 0800"),
                arguments(
                        "Ethernet with 802.2 and SNAP",
                        LinkTypes.ETHERNET,
                        "00155d000002 00155d000001 006c aaaa03 000000 0800"),
                arguments("raw IP", LinkTypes.RAW, ""),
                arguments("raw IP of BSD", LinkTypes.RAW_BSD, ""),
                arguments("raw IP of OpenBSD", LinkTypes.RAW_OPENBSD, ""),
                arguments("IPv4", LinkTypes.IPV4, ""),
                arguments("null, little endian", LinkTypes.NULL, "02000000"),
                arguments("null, big endian", LinkTypes.NULL, "00000002"),
                arguments("loop of OpenBSD", LinkTypes.LOOP, "00000002"),
                arguments("Linux cooked", LinkTypes.LINUX_SLL, "0004 0001 0006 00155d000001 0000 0800"),
                arguments("Linux cooked 2", LinkTypes.LINUX_SLL2, "0800 0000 00000003 0001 04 06 00155d0000010000"),
                arguments("PPP", LinkTypes.PPP, "0021"),
                arguments("PPP with address and control", LinkTypes.PPP, "ff03 0021"),
                arguments("PPP with one byte of protocol", LinkTypes.PPP, "21"),
                arguments("PPP in HDLC framing", LinkTypes.PPP_HDLC, "ff03 0021"),
                arguments("PPPoE without Ethernet", LinkTypes.PPP_ETHER, "1100 0001 0062 0021"),
                arguments("Cisco HDLC", LinkTypes.C_HDLC, "0f00 0800"),
                arguments(
                        "802.11 from the access point",
                        LinkTypes.IEEE802_11,
                        "0802 0000 00155d000002 00155d000009 00155d000001 1000 aaaa03 000000 0800"),
                arguments(
                        "802.11 with quality of service",
                        LinkTypes.IEEE802_11,
                        "8801 0000 00155d000009 00155d000001 00155d000002 1000 0000 aaaa03 000000 0800"),
                arguments(
                        "802.11 between access points",
                        LinkTypes.IEEE802_11,
                        "0803 0000 00155d000008 00155d000009 00155d000002 1000 00155d000001 aaaa03 000000 0800"),
                arguments(
                        "radiotap",
                        LinkTypes.RADIOTAP,
                        "0000 0c00 04800000 02 00 1800 0802 0000 00155d000002 00155d000009 00155d000001 1000 aaaa03 000000 0800"),
                arguments("PPI around Ethernet", LinkTypes.PPI, "00 00 0800 01000000 00155d000002 00155d000001 0800"),
                arguments("NFLOG", LinkTypes.NFLOG, "02000000 08000100 08000300 60000900"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headersBeforeIpv4")
    void ipv4IsFoundBehind(String name, int linkType, String header) {
        Frame f = Decoded.frame(linkType, join(hex(header), FOUR));
        assertEquals(TrafficClass.ESP, f.trafficClass);
        assertEquals(SPI, f.spi);
        assertEquals(7, f.sequence);
        assertEquals(Frame.IPV4 | 0x0a000001, f.sourceLow);
        assertEquals(Frame.IPV4 | 0x0a000002, f.destinationLow);
        assertEquals(72, f.espLength);
        assertFalse(f.malformed);
    }

    static Stream<Arguments> headersBeforeIpv6() {
        return Stream.of(
                arguments("Ethernet", LinkTypes.ETHERNET, "00155d000002 00155d000001 86dd"),
                arguments("raw IP", LinkTypes.RAW, ""),
                arguments("IPv6", LinkTypes.IPV6, ""),
                arguments("null of NetBSD", LinkTypes.NULL, "18000000"),
                arguments("null of FreeBSD", LinkTypes.NULL, "1c000000"),
                arguments("null of macOS", LinkTypes.NULL, "1e000000"),
                arguments("null of Linux", LinkTypes.NULL, "0a000000"),
                arguments("null of Windows", LinkTypes.NULL, "17000000"),
                arguments("Linux cooked", LinkTypes.LINUX_SLL, "0004 0001 0006 00155d000001 0000 86dd"),
                arguments("PPP", LinkTypes.PPP, "ff03 0057"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headersBeforeIpv6")
    void ipv6IsFoundBehind(String name, int linkType, String header) {
        Frame f = Decoded.frame(linkType, join(hex(header), SIX));
        assertEquals(TrafficClass.ESP, f.trafficClass);
        assertEquals(SPI, f.spi);
        assertEquals(0x20010db8_00000000L, f.sourceHigh);
        assertEquals(1, f.sourceLow);
        assertEquals(2, f.destinationLow);
    }

    @ParameterizedTest
    @MethodSource("headersBeforeIpv4")
    void whereverTheFrameIsCutNothingBehindItIsRead(String name, int linkType, String header) {
        byte[] whole = join(hex(header), FOUR);
        int espAt = hex(header).length + 20;
        for (int length = 0; length < whole.length; length++) {
            Frame f = Decoded.frame(linkType, cut(whole, length));
            // What lies behind is all ones, and would show as this SPI or as an address.
            assertTrue(f.spi != -1 && f.sourceLow != -1, name + " cut to " + length);
            boolean classIsThere = length >= espAt;
            if (classIsThere && linkType != LinkTypes.NFLOG) {
                assertEquals(TrafficClass.ESP, f.trafficClass, name + " cut to " + length);
                assertEquals(length >= espAt + 4 ? SPI : 0, f.spi, name + " cut to " + length);
            }
        }
    }

    static Stream<Arguments> notIp() {
        return Stream.of(
                arguments("LLDP", LinkTypes.ETHERNET, "0180c200000e 00155d000001 88cc 0207"),
                arguments("spanning tree", LinkTypes.ETHERNET, "0180c2000000 00155d000001 0026 424203 0000000000"),
                arguments(
                        "802.11 beacon",
                        LinkTypes.IEEE802_11,
                        "8000 0000 ffffffffffff 00155d000009 00155d000009 1000 0000"),
                arguments(
                        "802.11 protected",
                        LinkTypes.IEEE802_11,
                        "0842 0000 00155d000002 00155d000009 00155d000001 1000 0000"),
                arguments(
                        "802.11 without data",
                        LinkTypes.IEEE802_11,
                        "4801 0000 00155d000009 00155d000001 00155d000002 1000"),
                arguments("PPP LCP", LinkTypes.PPP, "c021 0101"),
                arguments("null AppleTalk", LinkTypes.NULL, "10000000 45"),
                arguments("NFLOG without a packet", LinkTypes.NFLOG, "02000000 08000100 08000300"),
                arguments("no packet at all", LinkTypes.NO_PACKET, "4500"),
                arguments("an unknown link layer", 147, "4500"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notIp")
    void isNotIp(String name, int linkType, String frame) {
        Frame f = Decoded.frame(linkType, hex(frame));
        assertEquals(TrafficClass.NON_IP, f.trafficClass);
        assertFalse(f.hasAddresses);
    }

    @Test
    void arpHasItsOwnClass() {
        assertEquals(TrafficClass.ARP, Decoded.ethernet(ethernet(ARP, bytes(28))).trafficClass);
    }

    @ParameterizedTest
    @ValueSource(ints = {VLAN, SERVICE_VLAN, 0x9100, 0x9200})
    void aVlanTagIsTakenOffAndRemembered(int tag) {
        Frame f = Decoded.ethernet(ethernet(tag, vlan(42, IPV4, FOUR)));
        assertEquals(TrafficClass.ESP, f.trafficClass);
        assertEquals(1 << 24 | 42 << 12 | 42, f.network);
    }

    @Test
    void twoVlanTagsAreBothRemembered() {
        Frame f = Decoded.ethernet(ethernet(SERVICE_VLAN, vlan(100, VLAN, vlan(42, IPV4, FOUR))));
        assertEquals(TrafficClass.ESP, f.trafficClass);
        assertEquals(2 << 24 | 100 << 12 | 42, f.network);
    }

    @Test
    void ofMoreVlanTagsTheOutermostAndTheInnermostAreRemembered() {
        byte[] inner = vlan(1, VLAN, vlan(2, VLAN, vlan(3, VLAN, vlan(4, IPV4, FOUR))));
        Frame f = Decoded.ethernet(ethernet(VLAN, inner));
        assertEquals(TrafficClass.ESP, f.trafficClass);
        assertEquals(1, f.network >>> 12 & 0xfff);
        assertEquals(4, f.network & 0xfff);
    }

    @Test
    void priorityBitsAreNotPartOfAVlanNumber() {
        assertEquals(42, Decoded.ethernet(ethernet(VLAN, vlan(0xe000 | 42, IPV4, FOUR))).network & 0xfff);
    }

    @Test
    void aTagMayStandBefore802Point2() {
        byte[] llc = hex("aaaa03 000000 0800");
        Frame f = Decoded.ethernet(ethernet(VLAN, vlan(42, 8 + FOUR.length, join(llc, FOUR))));
        assertEquals(TrafficClass.ESP, f.trafficClass);
    }

    @Test
    void tagsWithoutEndAreGivenUp() {
        byte[] inner = FOUR;
        for (int i = 0; i < 100; i++) {
            inner = vlan(i, i == 0 ? IPV4 : VLAN, inner);
        }
        assertEquals(TrafficClass.UNDECIDABLE, Decoded.ethernet(ethernet(VLAN, inner)).trafficClass);
    }

    @Test
    void mplsLabelsAreTakenOff() {
        assertEquals(TrafficClass.ESP, Decoded.ethernet(ethernet(MPLS, mpls(16, true, FOUR))).trafficClass);
        assertEquals(
                TrafficClass.ESP, Decoded.ethernet(ethernet(MPLS, mpls(16, false, mpls(17, true, SIX)))).trafficClass);
    }

    @Test
    void aPseudowireInMplsIsEthernet() {
        byte[] controlWord = bytes(4);
        Frame f = Decoded.ethernet(ethernet(MPLS, mpls(16, true, join(controlWord, ethernet(IPV4, FOUR)))));
        assertEquals(TrafficClass.ESP, f.trafficClass);
    }

    @Test
    void pppoeCarriesIp() {
        assertEquals(TrafficClass.ESP, Decoded.ethernet(ethernet(PPPOE, pppoe(0x0021, FOUR))).trafficClass);
        assertEquals(TrafficClass.ESP, Decoded.ethernet(ethernet(PPPOE, pppoe(0x0057, SIX))).trafficClass);
        assertEquals(TrafficClass.NON_IP, Decoded.ethernet(ethernet(PPPOE, pppoe(0xc021, bytes(10)))).trafficClass);
    }

    @Test
    void ethernetMayBeBridgedInsideEthernet() {
        assertEquals(TrafficClass.ESP, Decoded.ethernet(ethernet(BRIDGED, ethernet(IPV4, FOUR))).trafficClass);
    }

    @Test
    void thePaddingOfShortFramesIsNotPartOfThePacket() {
        byte[] small = ipv4(ESP, "10.0.0.1", "10.0.0.2", esp(SPI, 1, bytes(4)));
        Frame f = Decoded.ethernet(cut(ethernet(IPV4, small), 60));
        assertEquals(12, f.espLength);
        assertEquals(12, f.end - f.esp);
    }

    @Test
    void anIpVersionThatDoesNotExistIsMalformed() {
        Frame f = Decoded.ethernet(ethernet(IPV4, with(FOUR, 0, 0x55)));
        assertTrue(f.malformed);
        assertEquals(TrafficClass.NON_IP, f.trafficClass);
    }

    @Test
    void aDecoderKeepsNothingOfTheFrameBefore() {
        FrameDecoder decoder = new FrameDecoder();
        byte[] tagged = ethernet(VLAN, vlan(42, IPV4, FOUR));
        decoder.decode(ByteBuffer.wrap(tagged), 0, tagged.length, LinkTypes.ETHERNET);
        byte[] plain = ethernet(ARP, bytes(28));
        decoder.decode(ByteBuffer.wrap(plain), 0, plain.length, LinkTypes.ETHERNET);
        Frame f = decoder.frame;
        assertEquals(TrafficClass.ARP, f.trafficClass);
        assertFalse(f.hasAddresses);
        assertEquals(0, f.network);
        assertEquals(0, f.spi);
        assertEquals(-1, f.esp);
        assertEquals(-1, f.protocol);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }
}
