package org.ipsecworkbench.capture.decode;

import static org.ipsecworkbench.capture.testing.Packets.ESP;
import static org.ipsecworkbench.capture.testing.Packets.IPV4;
import static org.ipsecworkbench.capture.testing.Packets.TCP;
import static org.ipsecworkbench.capture.testing.Packets.UDP;
import static org.ipsecworkbench.capture.testing.Packets.bytes;
import static org.ipsecworkbench.capture.testing.Packets.cut;
import static org.ipsecworkbench.capture.testing.Packets.esp;
import static org.ipsecworkbench.capture.testing.Packets.ethernet;
import static org.ipsecworkbench.capture.testing.Packets.ipv4;
import static org.ipsecworkbench.capture.testing.Packets.ipv6;
import static org.ipsecworkbench.capture.testing.Packets.isakmp;
import static org.ipsecworkbench.capture.testing.Packets.join;
import static org.ipsecworkbench.capture.testing.Packets.nonEspMarker;
import static org.ipsecworkbench.capture.testing.Packets.tcp;
import static org.ipsecworkbench.capture.testing.Packets.udp;
import static org.ipsecworkbench.capture.testing.Packets.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.ipsecworkbench.capture.TrafficClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ports and the first bytes behind them tell. */
class TransportDecoderTest {
    private static final int SPI = 0xc0ffee01;
    private static final byte[] MESSAGE = isakmp(0x20, 34);

    @ParameterizedTest
    @CsvSource({
        "0x10, 2, IKEV1",
        "0x10, 4, IKEV1",
        "0x10, 32, IKEV1",
        "0x10, 5, IKEV1",
        "0x10, 243, AUTHIP",
        "0x10, 244, AUTHIP",
        "0x10, 245, AUTHIP",
        "0x10, 246, AUTHIP",
        "0x10, 242, IKEV1",
        "0x10, 247, IKEV1",
        "0x20, 34, IKEV2",
        "0x20, 35, IKEV2",
        "0x21, 37, IKEV2",
        "0x20, 243, IKEV2"
    })
    void versionAndExchangeTellTheProtocol(int version, int exchange, TrafficClass trafficClass) {
        assertEquals(trafficClass, packet(udp(500, 500, isakmp(version, exchange))).trafficClass);
        assertEquals(trafficClass, packet(udp(4500, 4500, nonEspMarker(isakmp(version, exchange)))).trafficClass);
    }

    @Test
    void oneOfThePortsIsEnoughSinceNatChangesTheOther() {
        assertEquals(TrafficClass.IKEV2, packet(udp(1024, 500, MESSAGE)).trafficClass);
        assertEquals(TrafficClass.IKEV2, packet(udp(500, 1024, MESSAGE)).trafficClass);
        assertEquals(TrafficClass.ESP_UDP, packet(udp(4500, 1024, esp(SPI, 1, bytes(40)))).trafficClass);
        assertEquals(TrafficClass.ESP_UDP, packet(udp(1024, 4500, esp(SPI, 1, bytes(40)))).trafficClass);
    }

    @Test
    void whatIsNotIsakmpOnItsPortIsClear() {
        Frame f = packet(udp(500, 500, isakmp(0x30, 34)));
        assertEquals(TrafficClass.CLEAR, f.trafficClass);
        assertTrue(f.malformed);
        assertEquals(TrafficClass.CLEAR, packet(udp(500, 500, bytes(10))).trafficClass);
    }

    @Test
    void anSpiThatIsNotZeroIsEsp() {
        Frame f = packet(udp(4500, 4500, esp(SPI, 5, bytes(40))));
        assertEquals(TrafficClass.ESP_UDP, f.trafficClass);
        assertEquals(SPI, f.spi);
        assertEquals(5, f.sequence);
        assertEquals(48, f.espLength);
    }

    @Test
    void oneByteOfOnesIsAKeepalive() {
        Frame f = packet(udp(4500, 4500, new byte[] {(byte) 0xff}));
        assertEquals(TrafficClass.NAT_KEEPALIVE, f.trafficClass);
        assertEquals(TrafficClass.CLEAR, packet(udp(4500, 4500, new byte[] {1})).trafficClass);
    }

    @Test
    void aCutBeforeTheFirstBytesOfPort4500LeavesItUndecidable() {
        byte[] whole = ipv4(UDP, "10.0.0.1", "10.0.0.2", udp(4500, 4500, esp(SPI, 1, bytes(40))));
        for (int length = 28; length < 32; length++) {
            assertEquals(TrafficClass.UNDECIDABLE, raw(cut(whole, length)).trafficClass, "cut to " + length);
        }
        assertEquals(TrafficClass.ESP_UDP, raw(cut(whole, 32)).trafficClass);
        byte[] keepalive = ipv4(UDP, "10.0.0.1", "10.0.0.2", udp(4500, 4500, new byte[] {-1}));
        assertEquals(TrafficClass.UNDECIDABLE, raw(cut(keepalive, 28)).trafficClass);
    }

    @Test
    void aCutBeforeThePortsLeavesUdpUndecidable() {
        byte[] whole = ipv4(UDP, "10.0.0.1", "10.0.0.2", udp(500, 500, MESSAGE));
        assertEquals(TrafficClass.UNDECIDABLE, raw(cut(whole, 23)).trafficClass);
    }

    @Test
    void theNatTraversalDraftsSentEspOnPort4500ToBeToldFromZeroPayloads() {
        assertEquals(TrafficClass.CLEAR, packet(udp(4500, 4500, bytes(0))).trafficClass);
        assertEquals(TrafficClass.CLEAR, packet(udp(4500, 4500, bytes(3))).trafficClass);
    }

    @Test
    void aUdpLengthBeyondThePacketIsMalformed() {
        byte[] lying = with(with(udp(53, 53, bytes(10)), 4, 0x40), 5, 0);
        assertTrue(packet(lying).malformed);
    }

    @Test
    void aUdpLengthWithinThePacketEndsIt() {
        byte[] padded = join(udp(4500, 4500, esp(SPI, 1, bytes(16))), bytes(6));
        assertEquals(24, packet(padded).espLength);
    }

    @Test
    void espInTcpBeginsWithItsLength() {
        byte[] esp = esp(SPI, 1, bytes(40));
        byte[] framed =
                join(ByteBuffer.allocate(2).putShort((short) (esp.length + 2)).array(), esp);
        Frame f = raw(ipv4(TCP, "10.0.0.1", "10.0.0.2", tcp(4500, 1024, framed)));
        assertEquals(TrafficClass.ESP_TCP, f.trafficClass);
        assertEquals(SPI, f.spi);
        assertEquals(48, f.espLength);
    }

    @Test
    void ikeInTcpMayFollowTheStreamPrefix() {
        byte[] framed = join(
                "IKETCP".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                ByteBuffer.allocate(6).putShort((short) (6 + MESSAGE.length)).array(),
                MESSAGE);
        Frame f = raw(ipv4(TCP, "10.0.0.1", "10.0.0.2", tcp(1024, 4500, framed)));
        assertEquals(TrafficClass.IKEV2, f.trafficClass);
    }

    @Test
    void otherTcpOnPort4500IsClear() {
        byte[] tls = new byte[] {0x16, 3, 1, 2, 0, 1, 0, 1, 0};
        assertEquals(TrafficClass.CLEAR, raw(ipv4(TCP, "10.0.0.1", "10.0.0.2", tcp(4500, 1024, tls))).trafficClass);
    }

    @Test
    void teredoCarriesIpv6() {
        byte[] inner = ipv6(ESP, "2001:0:1::1", "2001:0:1::2", esp(SPI, 1, bytes(20)));
        byte[] origin = join(new byte[] {0, 0, 0x11, 0x22, 1, 2, 3, 4}, inner);
        byte[] authentication = join(new byte[] {0, 1, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0}, inner);
        for (byte[] payload : new byte[][] {inner, origin, authentication}) {
            assertEquals(TrafficClass.ESP, packet(udp(50_000, 3544, payload)).trafficClass);
        }
    }

    @Test
    void geneveCarriesFramesAndPackets() {
        byte[] inner = ipv4(ESP, "192.168.1.1", "192.168.2.1", esp(SPI, 1, bytes(20)));
        byte[] bridged = join(new byte[] {1, 0, 0x65, 0x58, 0, 0, 7, 0, 1, 2, 3, 4}, ethernet(IPV4, inner));
        byte[] routed = join(new byte[] {0, 0, 8, 0, 0, 0, 7, 0}, inner);
        assertEquals(TrafficClass.ESP, packet(udp(50_000, 6081, bridged)).trafficClass);
        assertEquals(TrafficClass.ESP, packet(udp(50_000, 6081, routed)).trafficClass);
    }

    @Test
    void l2tpDataCarriesPppAndItsControlIsClear() {
        byte[] inner = ipv4(ESP, "192.168.1.1", "192.168.2.1", esp(SPI, 1, bytes(20)));
        byte[] data = join(new byte[] {0, 2, 0, 1, 0, 2, (byte) 0xff, 3, 0, 0x21}, inner);
        byte[] withLength = join(new byte[] {0x40, 2, 0, 44, 0, 1, 0, 2, 0, 0x21}, inner);
        byte[] control = join(new byte[] {(byte) 0xc8, 2, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0}, inner);
        assertEquals(TrafficClass.ESP, packet(udp(1701, 1701, data)).trafficClass);
        assertEquals(TrafficClass.ESP, packet(udp(1701, 1701, withLength)).trafficClass);
        assertEquals(TrafficClass.CLEAR, packet(udp(1701, 1701, control)).trafficClass);
        byte[] lcp = new byte[] {0, 2, 0, 1, 0, 2, (byte) 0xff, 3, (byte) 0xc0, 0x21, 1, 1};
        assertEquals(TrafficClass.CLEAR, packet(udp(1701, 1701, lcp)).trafficClass, "it is IP all the same");
    }

    @Test
    void otherPortsAreClearWhateverTheyCarry() {
        Frame f = packet(udp(1024, 53, MESSAGE));
        assertEquals(TrafficClass.CLEAR, f.trafficClass);
        assertEquals(1024, f.sourcePort);
        assertEquals(53, f.destinationPort);
        assertFalse(f.malformed);
    }

    private static Frame packet(byte[] datagram) {
        return raw(ipv4(UDP, "10.0.0.1", "10.0.0.2", datagram));
    }

    private static Frame raw(byte[] packet) {
        return Decoded.frame(LinkTypes.RAW, packet);
    }
}
