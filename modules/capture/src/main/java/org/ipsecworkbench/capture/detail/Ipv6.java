package org.ipsecworkbench.capture.detail;

/** IPv6 (RFC 8200). */
final class Ipv6 {
    static final int HEADER = 40;

    private Ipv6() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("IPv6", from, to);
        long version = layer.bits("Version", 1, 0xf0);
        if (layer.ok() && version != 6) {
            layer.wrong("not 6");
        }
        layer.bits("Traffic class", 2, 0x0ff0, value -> Words.hex(value, 2));
        layer.bits("Flow label", 4, 0xfffff, label -> Words.hex(label, 5));
        layer.skip(4);
        int length = (int) layer.number("Payload length", 2, "byte");
        int end = to;
        if (length == 0) {
            layer.remark("all that follows");
        } else if (length > to - from - HEADER && to < Dissection.FAR) {
            layer.wrong("but only " + Words.bytes(Math.max(0, to - from - HEADER)) + " are there");
        } else {
            end = from + HEADER + length;
        }
        long next = layer.number("Next header", 1, IpProtocols.NAMES);
        layer.number("Hop limit", 1, "hop");
        packet.pseudo = layer.has(32) ? packet.sum(layer.at(), layer.at() + 32, 0) : Dissection.NO_PSEUDO;
        String source = layer.ipv6("Source");
        String destination = layer.ipv6("Destination");
        if (!layer.ok()) {
            return;
        }
        layer.value(source + " → " + destination);
        packet.fragment = false;
        IpProtocols.next(packet, next, layer.at(), end);
        packet.trailer(end, to);
    }
}
