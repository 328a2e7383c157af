package org.ipsecworkbench.capture.detail;

/** Logical link control with SNAP, which carries EtherTypes (IEEE 802.2, IEEE 802 section 10, RFC 1042). */
final class Llc {
    private static final int SNAP = 0xaa;
    private static final Names SERVICES = Names.of("""
            0x06 IP
            0x42 Spanning tree
            0xaa SNAP
            0xe0 IPX
            0xf0 NetBIOS
            0xfe ISO network layer
            0xff Global
            """);

    private Llc() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("Logical link control", from, to);
        long destination = layer.hex("Destination service", 1, SERVICES);
        long source = layer.hex("Source service", 1, SERVICES);
        // Frames with two low bits set are unnumbered and have one byte of control, others two.
        layer.hex("Control", (layer.peek(1) & 3) == 3 ? 1 : 2);
        if (destination != SNAP || source != SNAP) {
            if (layer.ok()) {
                layer.value(SERVICES.get(destination));
                packet.data(layer.at(), to);
            }
            return;
        }
        long organization = layer.hex("Organization", 3);
        long type = layer.hex("Type", 2, EtherTypes.NAMES);
        if (!layer.ok()) {
            return;
        }
        layer.value("SNAP");
        // RFC 1042, and Apple's and Cisco's use of EtherTypes under the second number.
        if (organization == 0 || organization == 0x0000f8) {
            EtherTypes.next(packet, type, layer.at(), to);
        } else {
            packet.data(layer.at(), to);
        }
    }
}
