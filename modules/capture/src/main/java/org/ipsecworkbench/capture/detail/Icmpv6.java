package org.ipsecworkbench.capture.detail;

import java.util.Map;

/** ICMPv6 (RFC 4443) and neighbour discovery (RFC 4861). */
final class Icmpv6 {
    private static final Names TYPES = Names.of("""
            1 Destination unreachable
            2 Packet too big
            3 Time exceeded
            4 Parameter problem
            128 Echo request
            129 Echo reply
            130 Multicast listener query
            131 Multicast listener report
            132 Multicast listener done
            133 Router solicitation
            134 Router advertisement
            135 Neighbour solicitation
            136 Neighbour advertisement
            137 Redirect
            143 Multicast listener report v2
            """);

    private static final Map<Integer, Names> CODES = Map.of(
            1,
            Names.of("""
                    0 No route
                    1 Administratively prohibited
                    2 Beyond scope of source address
                    3 Address unreachable
                    4 Port unreachable
                    5 Source address failed policy
                    6 Rejected route
                    """),
            3,
            Names.of("0 Hop limit exceeded\n1 Fragment reassembly time exceeded"),
            4,
            Names.of("0 Erroneous header field\n1 Unknown next header\n2 Unknown option"));

    private static final Names NO_CODES = Names.of("");
    private static final Names OPTIONS = Names.of("""
            1 Source link-layer address
            2 Target link-layer address
            3 Prefix information
            4 Redirected header
            5 MTU
            14 Nonce
            24 Route information
            25 DNS servers
            31 DNS search list
            """);

    private Icmpv6() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("ICMPv6", from, to);
        int type = (int) layer.number("Type", 1, TYPES);
        Names codes = CODES.getOrDefault(type, NO_CODES);
        long code = layer.number("Code", 1, codes);
        Checksum.show(packet, layer, from, to, IpProtocols.ICMPV6);
        if (!layer.ok()) {
            return;
        }
        layer.value(codes.get(code).isEmpty() ? TYPES.get(type, "type") : TYPES.get(type) + ": " + codes.get(code));
        switch (type) {
            case 1, 2, 3, 4 -> error(packet, layer, type);
            case 128, 129 -> {
                layer.number("Identifier", 2);
                layer.number("Sequence number", 2);
                if (layer.ok()) {
                    packet.data(layer.at(), to);
                }
            }
            case 133 -> {
                layer.skip(4);
                options(layer);
            }
            case 134 -> advertisement(layer);
            case 135, 136, 137 -> neighbour(layer, type);
            default -> packet.data(layer.at(), to);
        }
    }

    private static void error(Dissection packet, Layer layer, int type) {
        int words = type == 1 || type == 3 ? (int) layer.peek(1) : 0;
        switch (type) {
            case 2 -> layer.number("MTU", 4, "byte");
            case 4 -> layer.number("Pointer", 4);
            default -> layer.skip(4);
        }
        if (layer.ok() && layer.left() > 0) {
            Icmp.quoted(packet, layer, words == 0 ? layer.rest() : words * 8, Ipv6::dissect);
        }
    }

    private static void advertisement(Layer layer) {
        layer.number("Hop limit", 1, "hop");
        layer.flag("Managed addresses", 1, 0x80);
        layer.flag("Other configuration", 1, 0x40);
        layer.skip(1);
        layer.number("Router lifetime", 2, "second");
        layer.number("Reachable time", 4, "millisecond");
        layer.number("Retransmission timer", 4, "millisecond");
        options(layer);
    }

    private static void neighbour(Layer layer, int type) {
        if (type == 136) {
            layer.flag("Router", 4, 0x80000000L);
            layer.flag("Solicited", 4, 0x40000000L);
            layer.flag("Override", 4, 0x20000000L);
        }
        layer.skip(4);
        layer.ipv6("Target");
        if (type == 137) {
            layer.ipv6("Destination");
        }
        options(layer);
    }

    private static void options(Layer layer) {
        while (layer.more()) {
            int type = (int) layer.peek(1);
            int length = (int) layer.peek(1, 1) * 8;
            Layer option = layer.group(OPTIONS.get(type, "Option"), Math.max(8, length));
            option.number("Type", 1, OPTIONS);
            option.show("Length", 1, units -> Words.bytes(units * 8));
            if (length == 0 && option.ok()) {
                option.wrong("an option cannot be empty");
                return;
            }
            if (length == 8 && type <= 2) {
                option.mac("Link-layer address");
            } else {
                option.bytes("Value", option.left());
            }
        }
    }
}
