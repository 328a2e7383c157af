package org.ipsecworkbench.capture.decode;

import static org.ipsecworkbench.capture.testing.Packets.ESP;
import static org.ipsecworkbench.capture.testing.Packets.ICMP;
import static org.ipsecworkbench.capture.testing.Packets.IPV4;
import static org.ipsecworkbench.capture.testing.Packets.IPV6;
import static org.ipsecworkbench.capture.testing.Packets.UDP;
import static org.ipsecworkbench.capture.testing.Packets.bytes;
import static org.ipsecworkbench.capture.testing.Packets.esp;
import static org.ipsecworkbench.capture.testing.Packets.ethernet;
import static org.ipsecworkbench.capture.testing.Packets.ipv4;
import static org.ipsecworkbench.capture.testing.Packets.ipv6;
import static org.ipsecworkbench.capture.testing.Packets.udp;
import static org.ipsecworkbench.capture.testing.Packets.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ipsecworkbench.capture.Exemption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExemptionsTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 224.0.0.251, MULTICAST",
        "10.0.0.1, 239.255.255.250, MULTICAST",
        "10.0.0.1, 255.255.255.255, MULTICAST",
        "10.0.0.1, 223.255.255.255, NONE",
        "10.0.0.1, 240.0.0.1, NONE",
        "127.0.0.1, 127.0.0.1, LOCAL",
        "0.0.0.0, 10.0.0.2, LOCAL",
        "10.0.0.1, 10.0.0.2, NONE",
        "fe80::1, ff02::fb, MULTICAST",
        "::1, ::1, LOCAL",
        "::, 2001:db8::1, LOCAL",
        "2001:db8::1, 2001:db8::2, NONE",
        "fe80::1, fe80::2, NONE"
    })
    void theAddressesTellWhetherIpsecWouldNegotiate(String source, String destination, Exemption exemption) {
        assertEquals(exemption, exemption(source, destination, udp(1024, 445, bytes(10))));
    }

    @ParameterizedTest
    @CsvSource({"68, 67, DHCP", "67, 68, DHCP", "67, 67, DHCP", "546, 547, DHCP", "68, 445, NONE", "1024, 67, NONE"})
    void dhcpIsExemptByBothPorts(int source, int destination, Exemption exemption) {
        assertEquals(exemption, exemption("10.0.0.1", "10.0.0.2", udp(source, destination, bytes(10))));
    }

    @Test
    void aFrameToEverybodyIsExemptEvenWhereTheAddressDoesNotShowIt() {
        byte[] frame = ethernet(IPV4, ipv4(UDP, "10.0.0.1", "10.0.0.255", udp(137, 137, bytes(50))));
        for (int i = 0; i < 6; i++) {
            frame = with(frame, i, 0xff);
        }
        assertEquals(Exemption.MULTICAST, Decoded.ethernet(frame).exemption);
    }

    @Test
    void icmpIsExempt() {
        byte[] frame = ethernet(IPV4, ipv4(ICMP, "10.0.0.1", "10.0.0.2", bytes(8)));
        assertEquals(Exemption.ICMP, Decoded.ethernet(frame).exemption);
    }

    @Test
    void whatIsProtectedNeedsNoExemption() {
        byte[] frame = ethernet(IPV4, ipv4(ESP, "10.0.0.1", "224.0.0.5", esp(1, 1, bytes(20))));
        assertEquals(Exemption.NONE, Decoded.ethernet(frame).exemption);
    }

    private static Exemption exemption(String source, String destination, byte[] datagram) {
        byte[] frame = source.contains(":")
                ? ethernet(IPV6, ipv6(UDP, source, destination, datagram))
                : ethernet(IPV4, ipv4(UDP, source, destination, datagram));
        return Decoded.ethernet(frame).exemption;
    }
}
