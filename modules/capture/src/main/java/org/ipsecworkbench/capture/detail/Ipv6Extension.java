package org.ipsecworkbench.capture.detail;

/** Extension headers of IPv6 (RFC 8200 section 4, RFC 6275, RFC 7401, RFC 5533). */
final class Ipv6Extension {
    private static final Names OPTIONS = Names.of("""
            0x00 Padding of one byte
            0x01 Padding
            0x05 Router alert
            0x07 CALIPSO
            0x26 Quick start
            0xc2 Jumbo payload
            0xc9 Home address
            0xee IP version 6 mobility
            """);
    private static final Names ROUTING = Names.of("0 Source route, deprecated\n2 Mobility\n3 RPL\n4 Segment routing");

    private Ipv6Extension() {}

    /** Hop-by-hop and destination options. */
    static void options(Dissection packet, int from, int to) {
        Layer layer = packet.layer("IPv6 options", from, to);
        long next = layer.number("Next header", 1, IpProtocols.NAMES);
        int end = from + length(layer);
        while (layer.more() && layer.at() < end) {
            int type = (int) layer.peek(1);
            if (type == 0) {
                layer.line(OPTIONS.get(0), "", layer.at(), 1);
                layer.skip(1);
                continue;
            }
            int length = (int) layer.peek(1, 1);
            Layer option = layer.group(OPTIONS.get(type, "Option"), Math.min(2 + length, end - layer.at()));
            option.hex("Type", 1, OPTIONS);
            option.number("Length", 1, "byte");
            if (option.ok() && length > option.left()) {
                option.wrong("leads beyond its header");
            }
            option.bytes("Value", option.left());
        }
        follow(packet, layer, next, end);
    }

    static void routing(Dissection packet, int from, int to) {
        Layer layer = packet.layer("IPv6 routing header", from, to);
        long next = layer.number("Next header", 1, IpProtocols.NAMES);
        int end = from + length(layer);
        layer.number("Routing type", 1, ROUTING);
        long left = layer.number("Segments left", 1);
        if (left != 0) {
            // Checksums are made with the last address of the route, whose place depends on the type.
            packet.pseudo = Dissection.NO_PSEUDO;
        }
        layer.bytes("Route", end - layer.at());
        follow(packet, layer, next, end);
    }

    static void fragment(Dissection packet, int from, int to) {
        Layer layer = packet.layer("IPv6 fragment header", from, to);
        long next = layer.number("Next header", 1, IpProtocols.NAMES);
        layer.skip(1);
        long offset = layer.bits("Fragment offset", 2, 0xfff8, units -> Words.bytes(units * 8));
        boolean more = layer.flag("More fragments", 2, 1);
        layer.skip(2);
        layer.hex("Identification", 4);
        if (!layer.ok()) {
            return;
        }
        packet.fragment = more || offset != 0;
        if (offset != 0) {
            packet.data("Data", "later fragment of " + IpProtocols.NAMES.get(next, "protocol"), layer.at(), to);
        } else if (more) {
            packet.firstFragment(next, layer.at(), to);
        } else {
            IpProtocols.next(packet, next, layer.at(), to);
        }
    }

    /** Headers of which only the common part is shown: mobility, host identity, Shim6. */
    static void other(Dissection packet, int from, int to) {
        Layer layer = packet.layer("IPv6 extension header", from, to);
        long next = layer.number("Next header", 1, IpProtocols.NAMES);
        int end = from + length(layer);
        layer.bytes("Content", end - layer.at());
        follow(packet, layer, next, end);
    }

    private static int length(Layer layer) {
        return (int) layer.show("Header length", 1, units -> Words.bytes(8 * (units + 1))) * 8 + 8;
    }

    private static void follow(Dissection packet, Layer layer, long next, int end) {
        if (!layer.ok()) {
            return;
        }
        if (end > layer.to()) {
            layer.wrong("its length leads beyond the packet");
        } else {
            IpProtocols.next(packet, next, end, layer.to());
        }
    }
}
