package org.ipsecworkbench.capture.detail;

/** A label stack (RFC 3032); what follows it is told by its first bits, as RFC 4385 and RFC 4928 suggest. */
final class Mpls {
    private static final Names RESERVED =
            Names.of("0 IPv4 explicit null\n1 Router alert\n2 IPv6 explicit null\n3 Implicit null");

    private Mpls() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("MPLS label", from, to);
        long label = layer.bits("Label", 4, 0xfffff000L, RESERVED::decimal);
        layer.bits("Traffic class", 4, 0xe00);
        boolean bottom = layer.flag("Bottom of stack", 4, 0x100);
        layer.bits("Time to live", 4, 0xff, hops -> Words.count(hops, "hop"));
        layer.skip(4);
        if (!layer.ok()) {
            return;
        }
        layer.value("label " + label);
        int at = layer.at();
        if (!bottom) {
            packet.next(Mpls::dissect, at, to);
            return;
        }
        switch ((int) layer.peek(1) >>> 4) {
            case 4 -> packet.next(Ipv4::dissect, at, to);
            case 6 -> packet.next(Ipv6::dissect, at, to);
            case 0 -> {
                if (layer.has(18)) {
                    packet.next(Mpls::pseudowire, at, to);
                } else {
                    packet.data(at, to);
                }
            }
            default -> packet.data(at, to);
        }
    }

    private static void pseudowire(Dissection packet, int from, int to) {
        Layer layer = packet.layer("Pseudowire control word", from, to);
        layer.hex("Flags and length", 2);
        layer.number("Sequence number", 2);
        packet.next(Ethernet::dissect, layer.at(), to);
    }
}
