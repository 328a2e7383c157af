package org.ipsecworkbench.capture.detail;

import java.util.Map;

/** ICMP (RFC 792, RFC 1191, RFC 1256, RFC 4884); errors quote the packet that they are about. */
final class Icmp {
    private static final Names TYPES = Names.of("""
            0 Echo reply
            3 Destination unreachable
            4 Source quench
            5 Redirect
            8 Echo request
            9 Router advertisement
            10 Router solicitation
            11 Time exceeded
            12 Parameter problem
            13 Timestamp request
            14 Timestamp reply
            17 Address mask request
            18 Address mask reply
            40 Photuris: security failure
            42 Extended echo request
            43 Extended echo reply
            """);

    private static final Map<Integer, Names> CODES = Map.of(
            3,
            Names.of("""
                    0 Network unreachable
                    1 Host unreachable
                    2 Protocol unreachable
                    3 Port unreachable
                    4 Fragmentation needed
                    5 Source route failed
                    6 Network unknown
                    7 Host unknown
                    9 Network administratively prohibited
                    10 Host administratively prohibited
                    11 Network unreachable for this service
                    12 Host unreachable for this service
                    13 Communication administratively prohibited
                    14 Host precedence violation
                    15 Precedence cutoff
                    """),
            5,
            Names.of("0 For the network\n1 For the host\n2 For service and network\n3 For service and host"),
            11,
            Names.of("0 Time to live exceeded in transit\n1 Fragment reassembly time exceeded"),
            12,
            Names.of("0 Pointer indicates the error\n1 Required option missing\n2 Bad length"));

    private static final Names NO_CODES = Names.of("");

    private Icmp() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("ICMP", from, to);
        int type = (int) layer.number("Type", 1, TYPES);
        Names codes = CODES.getOrDefault(type, NO_CODES);
        long code = layer.number("Code", 1, codes);
        Checksum.show(packet, layer, from, to, 0);
        if (!layer.ok()) {
            return;
        }
        layer.value(codes.get(code).isEmpty() ? TYPES.get(type, "type") : TYPES.get(type) + ": " + codes.get(code));
        switch (type) {
            case 0, 8, 13, 14, 17, 18 -> {
                layer.number("Identifier", 2);
                layer.number("Sequence number", 2);
                if (layer.ok()) {
                    packet.data(layer.at(), to);
                }
            }
            case 3, 4, 5, 11, 12 -> error(packet, layer, type, (int) code);
            default -> packet.data(layer.at(), to);
        }
    }

    private static void error(Dissection packet, Layer layer, int type, int code) {
        int words = (int) layer.peek(1, 1);
        if (type == 5) {
            layer.ipv4("Gateway");
            words = 0;
        } else {
            if (type == 12) {
                layer.number("Pointer", 1);
            } else {
                layer.skip(1);
            }
            if (words != 0) {
                layer.number("Length of the quoted packet", 1, "word");
            } else {
                layer.skip(1);
            }
            if (type == 3 && code == 4) {
                layer.number("Next-hop MTU", 2, "byte");
            } else {
                layer.skip(2);
            }
        }
        if (layer.ok() && layer.left() > 0) {
            quoted(packet, layer, words == 0 ? layer.rest() : words * 4, Ipv4::dissect);
        }
    }

    /** The beginning of the packet that an error is about; with a length, extensions follow it (RFC 4884). */
    static void quoted(Dissection packet, Layer layer, int length, Dissector dissector) {
        Layer quote = layer.group("Quoted packet", length);
        packet.part(quote, quote.at(), quote.to(), "quoted", dissector);
        layer.bytes("Extensions", layer.rest());
    }
}
