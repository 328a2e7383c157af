package org.ipsecworkbench.capture.detail;

/** BSD's loopback header: an address family in the byte order of whoever captured (LINKTYPE_NULL, LINKTYPE_LOOP). */
final class Loopback {
    private static final Names FAMILIES =
            Names.of("2 IPv4\n10 IPv6 of Linux\n23 IPv6 of Windows\n24 IPv6\n28 IPv6\n30 IPv6 of macOS");

    private Loopback() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("Loopback", from, to);
        if (layer.peek(2) != 0) {
            layer.littleEndian();
        }
        long family = layer.number("Address family", 4, FAMILIES);
        if (!layer.ok()) {
            return;
        }
        if (FAMILIES.get(family).isEmpty()) {
            packet.data(layer.at(), to);
        } else {
            LinkLayers.ip(packet, layer.at(), to);
        }
    }
}
