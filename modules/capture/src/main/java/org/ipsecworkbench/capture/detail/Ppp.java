package org.ipsecworkbench.capture.detail;

import java.util.Map;

/** PPP with or without HDLC address and control, protocol in one byte or two (RFC 1661, RFC 1662). */
final class Ppp {
    private static final Names PROTOCOLS = Names.of("""
            0x0021 IPv4
            0x0057 IPv6
            0x00fd Compressed
            0x0281 MPLS unicast
            0x0283 MPLS multicast
            0x8021 IP control
            0x8057 IPv6 control
            0x80fd Compression control
            0xc021 Link control
            0xc023 Password authentication
            0xc025 Link quality
            0xc223 Challenge handshake authentication
            0xc227 Extensible authentication
            """);

    private static final Map<Integer, Dissector> CARRIED =
            Map.of(0x21, Ipv4::dissect, 0x57, Ipv6::dissect, 0x281, Mpls::dissect, 0x283, Mpls::dissect);

    private Ppp() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("PPP", from, to);
        if (layer.peek(2) == 0xff03) {
            layer.hex("Address", 1);
            layer.hex("Control", 1);
        }
        // The last byte of a protocol number is odd, its first one is even.
        int size = (layer.peek(1) & 1) != 0 ? 1 : 2;
        int protocol = (int) layer.show("Protocol", size, number -> PROTOCOLS.hex(number, 4));
        if (!layer.ok()) {
            return;
        }
        layer.value(PROTOCOLS.get(protocol));
        Dissector dissector = CARRIED.get(protocol);
        if (dissector != null) {
            packet.next(dissector, layer.at(), to);
        } else {
            packet.data("Data", PROTOCOLS.get(protocol), layer.at(), to);
        }
    }
}
