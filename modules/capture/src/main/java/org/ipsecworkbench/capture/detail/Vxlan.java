package org.ipsecworkbench.capture.detail;

/** VXLAN (RFC 7348). */
final class Vxlan {
    private static final int VALID = 0x08;

    private Vxlan() {}

    static void dissect(Dissection packet, int from, int to) {
        Layer layer = packet.layer("VXLAN", from, to);
        long flags = layer.show(
                "Flags", 1, bits -> Words.with(Words.hex(bits, 2), (bits & VALID) != 0 ? "network id valid" : ""));
        layer.skip(3);
        long network = layer.number("Network id", 3);
        layer.skip(1);
        if (!layer.ok()) {
            return;
        }
        layer.value("network " + network);
        if ((flags & VALID) != 0) {
            packet.next(Ethernet::dissect, layer.at(), to);
        } else {
            packet.data(layer.at(), to);
        }
    }
}
