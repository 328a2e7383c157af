package org.ipsecworkbench.capture.detail;

/** What Linux puts in place of a link layer when it captures on several interfaces (LINKTYPE_LINUX_SLL and _SLL2). */
final class LinuxCooked {
    private static final Names DIRECTIONS = Names.of("""
            0 To this host
            1 Broadcast
            2 Multicast
            3 To another host
            4 Sent by this host
            """);
    private static final Names HARDWARE = Names.of("""
            1 Ethernet
            512 PPP
            768 IP tunnel
            769 IPv6 tunnel
            772 Loopback
            776 6in4 tunnel
            778 GRE
            801 802.11
            803 802.11 radiotap
            65534 None
            """);
    /** In place of an EtherType: IEEE 802.2. */
    private static final int LLC = 4;

    private LinuxCooked() {}

    static void one(Dissection packet, int from, int to) {
        Layer layer = packet.layer("Linux cooked capture", from, to);
        long direction = layer.number("Packet type", 2, DIRECTIONS);
        layer.number("Hardware type", 2, HARDWARE);
        int length = (int) layer.number("Address length", 2, "byte");
        address(layer, length);
        long type = layer.hex("Protocol", 2, EtherTypes.NAMES);
        layer.value(DIRECTIONS.get(direction));
        carried(packet, layer, type);
    }

    static void two(Dissection packet, int from, int to) {
        Layer layer = packet.layer("Linux cooked capture v2", from, to);
        long type = layer.hex("Protocol", 2, EtherTypes.NAMES);
        layer.skip(2);
        layer.number("Interface index", 4);
        layer.number("Hardware type", 2, HARDWARE);
        long direction = layer.number("Packet type", 1, DIRECTIONS);
        int length = (int) layer.number("Address length", 1, "byte");
        address(layer, length);
        layer.value(DIRECTIONS.get(direction));
        carried(packet, layer, type);
    }

    /** Eight bytes, of which the first ones count. */
    private static void address(Layer layer, int length) {
        if (length == 6 && layer.has(8)) {
            layer.mac("Source");
            layer.skip(2);
        } else {
            layer.hex("Source", 8);
        }
    }

    private static void carried(Dissection packet, Layer layer, long type) {
        if (!layer.ok()) {
            return;
        }
        if (type == LLC) {
            packet.next(Llc::dissect, layer.at(), layer.to());
        } else {
            EtherTypes.next(packet, type, layer.at(), layer.to());
        }
    }
}
